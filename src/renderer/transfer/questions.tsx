import { memo, type Dispatch, type SetStateAction } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../design/card.tsx';
import { Choice } from '../design/choice.tsx';
import type { Decisions } from './decisions.ts';

interface QuestionsProps extends Pick<Decisions, 'onSameSecret' | 'onSameName'> {
  /** How many rows have each question. */
  secrets: number;
  names: number;
  onChange: Dispatch<SetStateAction<Decisions>>;
}

/** One answer for all rows with the same question. A row's own answer goes before it. */
export const Questions = memo(({ secrets, names, onSameSecret, onSameName, onChange }: QuestionsProps) => {
  const { t } = useTranslation();
  if (secrets === 0 && names === 0) return null;
  const both = { value: 'keepBoth' as const, label: t('imports.all_keepBoth') };
  const skip = { value: 'skip' as const, label: t('imports.all_skip') };
  return (
    <section aria-label={t('imports.questions')} className="flex flex-col gap-2">
      <div>
        <h2 className="font-semibold">{t('imports.questions')}</h2>
        <p className="text-hint text-pretty text-soft">{t('imports.questionsText')}</p>
      </div>
      <Card className="border-note-line! bg-note!">
        {secrets > 0 && (
          <Choice
            label={t('imports.askSecret', { count: secrets })}
            value={onSameSecret}
            onChange={(answer) => onChange((former) => ({ ...former, onSameSecret: answer }))}
            options={[{ value: 'correct' as const, label: t('imports.all_correct') }, both, skip]}
          />
        )}
        {names > 0 && (
          <Choice
            label={t('imports.askName', { count: names })}
            value={onSameName}
            onChange={(answer) => onChange((former) => ({ ...former, onSameName: answer }))}
            options={[{ value: 'replace' as const, label: t('imports.all_replace') }, both, skip]}
          />
        )}
      </Card>
    </section>
  );
});
