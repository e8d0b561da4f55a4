import type { TFunction } from 'i18next';
import type { Changes } from '../../contract/generations.ts';
import { nameOf } from '../codes/name.ts';

type Named = Changes[number]['entries'][number];

/** What was changed, in a sentence for each kind: "Added Mail and Bank", "Renamed Mail to Post". */
export function changeWords(changes: Changes, t: TFunction): string {
  const sentences = changes.map(({ kind, count, entries }) =>
    t(`history.changed_${kind}`, { count, what: namesOf(entries, count, t) }),
  );
  return sentences.join('. ');
}

function namesOf(entries: readonly Named[], count: number, t: TFunction): string {
  const names = entries.map((entry) => whole(entry, t));
  const more = count - entries.length;
  if (more > 0) names.push(t('history.more', { count: more }));
  return new Intl.ListFormat(document.documentElement.lang, { type: 'conjunction' }).format(names);
}

function whole(entry: Named, t: TFunction): string {
  const name = isolated(nameOf(entry, t));
  return entry.was === null
    ? name
    : t('history.renamedTo', { from: isolated(nameOf(entry.was, t)), to: name });
}

/** A name that somebody else chose can't turn the words around it. */
function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}
