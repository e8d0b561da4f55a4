import { memo, type Dispatch, type SetStateAction } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../design/card.tsx';
import { Choice } from '../design/choice.tsx';
import type { Decisions } from './decisions.ts';

interface HowProps extends Pick<Decisions, 'mode'> {
  /** How many entries of the list go to Deleted if it is replaced. */
  removed: number;
  onChange: Dispatch<SetStateAction<Decisions>>;
}

/** Adding to the list or replacing it, which says plainly what goes. */
export const How = memo(({ mode, removed, onChange }: HowProps) => {
  const { t } = useTranslation();
  const replaceText = removed === 0 ? t('imports.replaceNone') : t('imports.replaceText', { count: removed });
  return (
    <Card>
      <Choice
        label={t('imports.how')}
        value={mode}
        onChange={(chosen) => onChange((former) => ({ ...former, mode: chosen }))}
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
});

function Way({ title, text }: { title: string; text: string }) {
  return (
    <span className="py-0.5">
      <span className="font-medium">{title}</span>
      <span className="block text-hint text-pretty text-soft">{text}</span>
    </span>
  );
}
