import type { TFunction } from 'i18next';
import type { Changes } from '../../contract/history.ts';
import { isolated } from '../../contract/plain-line.ts';
import { nameOf } from '../codes/name.ts';

type Named = Changes[number]['entries'][number];

/** The changes in a sentence per kind: "Added Mail and Bank", "Renamed Mail to Post". */
export function changeWords(changes: Changes, t: TFunction): string {
  const sentences = changes.map(({ kind, count, entries }) =>
    t(`history.changed_${kind}`, {
      count,
      what: namesOf(entries, count, t),
      interpolation: { escapeValue: false },
    }),
  );
  return sentences.join('. ');
}

function namesOf(entries: readonly Named[], count: number, t: TFunction): string {
  const names = entries.map((entry) => whole(entry, t));
  const more = count - entries.length;
  if (more > 0) names.push(t('history.more', { count: more }));
  return new Intl.ListFormat(document.documentElement.lang, { type: 'conjunction' }).format(names);
}

/** Names come from outside and are isolated here; the sentence around them takes them as they are. */
function whole(entry: Named, t: TFunction): string {
  const name = nameOf(entry, t);
  return entry.was === null
    ? isolated(name)
    : t('history.renamedTo', { from: nameOf(entry.was, t), to: name });
}
