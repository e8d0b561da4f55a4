import { CircleCheck, CircleMinus, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ExportPreview } from '../../../contract/exports.ts';
import { isolated } from '../../../contract/plain-line.ts';
import { nameOf } from '../../codes/name.ts';
import { Card } from '../../design/card.tsx';
import { LoadFailed } from '../../design/load-failed.tsx';
import { WaitingRows } from '../../design/waiting-rows.tsx';
import { locale } from '../../words/dates.ts';
import type { CarriedState } from './use-carried.ts';

interface CarriedProps {
  carried: CarriedState;
  /** It is a set of QR codes. */
  isSet: boolean;
}

/** What an export carries and what not, with how many entries each line concerns and the first of their names. */
export function Carried({ carried: { preview, error, again }, isSet }: CarriedProps) {
  const { t } = useTranslation();
  if (error !== null) return <LoadFailed error={error} onAgain={again} />;
  if (preview === null) return <WaitingRows label={t('exports.carries')} count={1} />;
  const { entries, written, files, problems } = preview;
  const isWhole = written === entries;
  return (
    <section aria-label={t('exports.carries')}>
      <Card className="gap-3!">
        <p className="flex items-start gap-2.5 font-medium">
          {isWhole ? (
            <CircleCheck size={18} aria-hidden className="mt-px shrink-0 text-accent" />
          ) : (
            <TriangleAlert size={18} aria-hidden className="mt-px shrink-0 text-urgent" />
          )}
          {isWhole && t('exports.carriesAll', { count: written })}
          {!isWhole && written > 0 && t('exports.carriesSome', { count: entries, written })}
          {written === 0 && t('exports.carriesNone')}
          {isSet && written > 0 && ` ${t('exports.inCodes', { count: files })}`}
        </p>
        {problems.length > 0 && (
          <ul className="flex flex-col gap-2 border-t border-line pt-3 text-hint">
            {problems.map((problem) => (
              <Lost key={problem.code} problem={problem} />
            ))}
          </ul>
        )}
      </Card>
    </section>
  );
}

function Lost({ problem: { code, entries, names } }: { problem: ExportPreview['problems'][number] }) {
  const { t } = useTranslation();
  const others = entries - names.length;
  const list = new Intl.ListFormat(locale(), { type: 'conjunction' }).format([
    ...names.map((name) => isolated(nameOf(name, t))),
    ...(others > 0 ? [t('exports.others', { count: others })] : []),
  ]);
  return (
    <li className="flex items-start gap-2.5">
      <CircleMinus size={16} aria-hidden className="mt-0.5 shrink-0 text-soft" />
      <span className="min-w-0 wrap-anywhere">
        <span className="block">{t(`importProblems.${code}`)}</span>
        <span className="block text-soft">{list}</span>
      </span>
    </li>
  );
}
