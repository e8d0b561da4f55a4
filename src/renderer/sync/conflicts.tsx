import { useTranslation } from 'react-i18next';
import type { EntryView } from '../../contract/entry.ts';
import { useCodeNow } from '../codes/code-store.ts';
import { Digits } from '../codes/digits.tsx';
import { nameOf } from '../codes/name.ts';
import { NextCodeButton } from '../codes/next-code.tsx';
import { TimeRing } from '../codes/time-ring.tsx';
import { useFollowedCodes } from '../codes/use-followed-codes.ts';
import { useApplication } from '../connection/application.ts';
import { useAct, type Act } from '../connection/use-act.ts';
import { Button } from '../design/button.tsx';
import { Card } from '../design/card.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { useTitleFocusWhenGone } from '../design/heading-focus.ts';
import { showToast } from '../design/toasts.tsx';
import { useEntriesOf } from './entry-names.tsx';
import type { OnView } from './on-view.ts';

type Works = 'first' | 'second' | 'both';
type Conflict = OnView['conflicts'][number];

interface ConflictsProps {
  conflicts: readonly Conflict[];
  isReadOnly: boolean;
}

/** Two computers gave one entry different keys: both with their codes, and which works. */
export function Conflicts({ conflicts, isReadOnly }: ConflictsProps) {
  if (conflicts.length === 0) return null;
  return <Shown conflicts={conflicts} isReadOnly={isReadOnly} />;
}

function Shown({ conflicts, isReadOnly }: ConflictsProps) {
  useFollowedCodes();
  return conflicts.map((conflict) => (
    <OneConflict key={conflict.second} conflict={conflict} isReadOnly={isReadOnly} />
  ));
}

function OneConflict({ conflict, isReadOnly }: { conflict: Conflict; isReadOnly: boolean }) {
  const { t } = useTranslation();
  useTitleFocusWhenGone();
  const [first, second] = useEntriesOf([conflict.first, conflict.second]);
  const resolve = useAct(
    async ({ sync }, works: Works) => sync.resolve({ second: conflict.second, works }),
    (_, works) => showToast(works === 'both' ? t('sync.settledBoth') : t('sync.settled')),
  );
  if (first === undefined || second === undefined) return null;
  const name = nameOf(first, t);
  return (
    <Card className="border-note-line! bg-note!">
      <div className="flex flex-col gap-1">
        <h2 className="text-head font-semibold wrap-anywhere">{t('sync.conflict', { name })}</h2>
        <p className="text-pretty text-soft">{t('sync.conflictText')}</p>
      </div>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(12rem,100%),1fr))] gap-3">
        {(['first', 'second'] as const).map((which) => (
          <Side
            key={which}
            which={which}
            entry={which === 'first' ? first : second}
            isReadOnly={isReadOnly}
            resolve={resolve}
          />
        ))}
      </div>
      <ErrorNotice error={resolve.error} />
      {!isReadOnly && (
        <Button
          className="self-start"
          aria-label={t('controls.named', { what: t('sync.worksBoth'), which: name })}
          isPending={resolve.isPending}
          onPress={() => resolve.run('both')}
        >
          {t('sync.worksBoth')}
        </Button>
      )}
    </Card>
  );
}

interface SideProps {
  which: 'first' | 'second';
  entry: EntryView;
  isReadOnly: boolean;
  resolve: Act<Works>;
}

function Side({ which, entry, isReadOnly, resolve }: SideProps) {
  const { t } = useTranslation();
  const { codes } = useApplication();
  const { code, now } = useCodeNow(codes, entry);
  const isHotp = entry.kind === 'hotp';
  return (
    <div role="group" aria-label={t(`sync.conflict_${which}`)} className="card flex flex-col gap-3 p-4">
      <h3 className="text-hint font-medium text-soft">{t(`sync.conflict_${which}`)}</h3>
      <div className="flex min-h-9 flex-wrap items-center justify-between gap-2">
        {now === undefined ? (
          <p className="text-soft">{isHotp ? t('codes.hotpAsk') : t('codes.waiting')}</p>
        ) : (
          <Digits code={now} className="selectable text-2xl font-medium" />
        )}
        {!isHotp && code !== undefined && <TimeRing size="row" />}
      </div>
      {isHotp && <NextCodeButton entry={entry} isReadOnly={isReadOnly} look="detail" />}
      {!isReadOnly && (
        <Button
          aria-label={t('controls.named', {
            what: t('sync.works'),
            which: `${nameOf(entry, t)}, ${t(`sync.conflict_${which}`)}`,
          })}
          isPending={resolve.isPending}
          onPress={() => resolve.run(which)}
        >
          {t('sync.works')}
        </Button>
      )}
    </div>
  );
}
