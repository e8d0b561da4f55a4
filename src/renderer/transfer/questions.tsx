import { useTranslation } from 'react-i18next';
import type { ImportRow } from '../../contract/imports.ts';
import { Card } from '../design/card.tsx';
import { Choice } from '../design/choice.tsx';
import { isAsking, type Decisions } from './decisions.ts';

interface QuestionsProps {
  entries: readonly ImportRow[];
  decisions: Decisions;
  onChange: (decisions: Decisions) => void;
}

/** One answer for all rows with the same question. A row's own answer goes before it. */
export function Questions({ entries, decisions, onChange }: QuestionsProps) {
  const { t } = useTranslation();
  const asking = entries.filter((row) => isAsking(row, decisions));
  const secrets = asking.filter(({ outcome }) => outcome === 'sameSecret').length;
  const names = asking.length - secrets;
  if (asking.length === 0) return null;
  const both = { value: 'keepBoth' as const, label: t('imports.all_keepBoth') };
  const skip = { value: 'skip' as const, label: t('imports.all_skip') };
  return (
    <section aria-label={t('imports.questions')} className="flex flex-col gap-2">
      <div>
        <h2 className="font-semibold">{t('imports.questions')}</h2>
        <p className="text-[0.8125rem] text-pretty text-soft">{t('imports.questionsText')}</p>
      </div>
      <Card className="border-note-line! bg-note!">
        {secrets > 0 && (
          <Choice
            label={t('imports.askSecret', { count: secrets })}
            value={decisions.onSameSecret}
            onChange={(onSameSecret) => onChange({ ...decisions, onSameSecret })}
            options={[{ value: 'correct' as const, label: t('imports.all_correct') }, both, skip]}
          />
        )}
        {names > 0 && (
          <Choice
            label={t('imports.askName', { count: names })}
            value={decisions.onSameName}
            onChange={(onSameName) => onChange({ ...decisions, onSameName })}
            options={[{ value: 'replace' as const, label: t('imports.all_replace') }, both, skip]}
          />
        )}
      </Card>
    </section>
  );
}
