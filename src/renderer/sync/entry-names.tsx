import { useTranslation } from 'react-i18next';
import type { EntryView } from '../../contract/entry.ts';
import { nameOf } from '../codes/name.ts';
import { useApplication, useLive } from '../connection/application.ts';

/** More of them would be no list to read. */
const mostNamed = 50;

/** The entries of these ids that are in the list, in the order of the ids. */
export function useEntriesOf(ids: readonly string[]): readonly EntryView[] {
  const heard = useLive(useApplication().entries);
  const byId = new Map(heard?.entries.map((entry) => [entry.id, entry]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The names of entries, one below the other. */
export function EntryNames({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation();
  const entries = useEntriesOf(ids);
  return (
    <ul className="flex list-disc flex-col gap-0.5 ps-5 wrap-anywhere marker:text-soft">
      {entries.slice(0, mostNamed).map((entry) => (
        <li key={entry.id}>
          <bdi>{nameOf(entry, t)}</bdi>
        </li>
      ))}
      {entries.length > mostNamed && <li>{t('add.addedMore', { count: entries.length - mostNamed })}</li>}
    </ul>
  );
}
