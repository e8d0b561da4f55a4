import { useTranslation } from 'react-i18next';
import type { EntryView } from '../../../contract/entry.ts';
import { Card } from '../../design/card.tsx';
import { Choice } from '../../design/choice.tsx';
import { EntryPicker } from './entry-picker.tsx';

/** Which entries are exported. The selection stays while all of them are. */
export interface Chosen {
  readonly isAll: boolean;
  readonly ids: ReadonlySet<string>;
}

export const everything: Chosen = { isAll: true, ids: new Set() };

/** The choice as the application takes it: null for all. Entries that are gone meanwhile are not in it. */
export function chosenIds({ isAll, ids }: Chosen, entries: readonly EntryView[]): string[] | null {
  return isAll ? null : entries.flatMap(({ id }) => (ids.has(id) ? [id] : []));
}

interface WhichProps {
  entries: readonly EntryView[];
  chosen: Chosen;
  onChange: (chosen: Chosen) => void;
}

/** All codes, or some of them. */
export function Which({ entries, chosen, onChange }: WhichProps) {
  const { t } = useTranslation();
  return (
    <Card>
      <Choice
        label={t('exports.which')}
        value={chosen.isAll ? 'all' : 'some'}
        onChange={(value) => onChange({ ...chosen, isAll: value === 'all' })}
        options={[
          { value: 'all', label: t('exports.all', { count: entries.length }) },
          { value: 'some', label: t('exports.some') },
        ]}
      />
      {!chosen.isAll && (
        <EntryPicker
          entries={entries}
          chosen={chosen.ids}
          onChange={(ids) => onChange({ isAll: false, ids })}
        />
      )}
      <p className="text-hint text-pretty text-soft">{t('exports.stays')}</p>
    </Card>
  );
}
