import { useTranslation } from 'react-i18next';
import type { ImportRow } from '../../contract/imports.ts';
import { Card } from '../design/card.tsx';
import { Choice } from '../design/choice.tsx';
import { countRemoved, type Decisions } from './decisions.ts';

interface HowProps {
  entries: readonly ImportRow[];
  /** How many entries the list has now. */
  present: number;
  decisions: Decisions;
  onChange: (decisions: Decisions) => void;
}

/** Adding to the list or replacing it, which says plainly what goes. */
export function How({ entries, present, decisions, onChange }: HowProps) {
  const { t } = useTranslation();
  const removed = countRemoved(entries, present, decisions);
  const replaceText = removed === 0 ? t('imports.replaceNone') : t('imports.replaceText', { count: removed });
  return (
    <Card>
      <Choice
        label={t('imports.how')}
        value={decisions.mode}
        onChange={(mode) => onChange({ ...decisions, mode })}
        options={[
          {
            value: 'merge' as const,
            label: <Way title={t('imports.merge')} text={t('imports.mergeText')} />,
          },
          { value: 'replace' as const, label: <Way title={t('imports.replace')} text={replaceText} /> },
        ]}
      />
    </Card>
  );
}

function Way({ title, text }: { title: string; text: string }) {
  return (
    <span className="py-0.5">
      <span className="font-medium">{title}</span>
      <span className="block text-[0.8125rem] text-pretty text-soft">{text}</span>
    </span>
  );
}
