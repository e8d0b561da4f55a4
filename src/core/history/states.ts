import { randomUUID } from 'node:crypto';
import type { VaultDocument } from '../vault/document.ts';
import { outOfTrash, toTrash, type Entry } from '../entry/entry.ts';
import { isSameRecord, type QuarantinedEntry } from '../entry/quarantined.ts';
import { sameCode, sameName } from '../entry/sameness.ts';

export type RestoreChange = 'new' | 'trashed' | 'same' | 'differs';

/** An entry of an older state, and how it stands to the vault as it is. */
export interface ComparedEntry {
  readonly entry: Entry;
  readonly change: RestoreChange;
}

/** What an older state has, entry by entry in its order, and what only the present one has. */
export function compareStates(
  present: VaultDocument,
  older: VaultDocument,
): { entries: ComparedEntry[]; onlyHere: Entry[] } {
  const twins = pairUp(older.entries, present.entries);
  const entries = older.entries.map((entry) => ({
    entry,
    change: changeOf(entry, twins.get(entry), present),
  }));
  const found = new Set(twins.values());
  return { entries, onlyHere: present.entries.filter((entry) => !found.has(entry)) };
}

/**
 * The present state with what the older one has beyond it; nothing is taken away. What differs comes beside what is
 * there, under an id of its own.
 */
export function mergeStates(present: VaultDocument, older: VaultDocument): VaultDocument {
  const { entries } = compareStates(present, older);
  const here = [...present.entries, ...present.trash];
  const added = entries.flatMap(({ entry, change }): Entry[] => {
    switch (change) {
      case 'new':
        return [advanced(entry, here)];
      case 'differs':
        return [{ ...advanced(entry, here), id: randomUUID() }];
      case 'trashed':
        return present.trash
          .filter(({ id }) => id === entry.id)
          .map((trashed) => advanced(outOfTrash(trashed), [entry]));
      case 'same':
        return [];
    }
  });
  const back = new Set(added.map(({ id }) => id));
  return {
    ...present,
    entries: [...present.entries.map((entry) => advanced(entry, older.entries)), ...added],
    trash: present.trash.filter(({ id }) => !back.has(id)),
    quarantine: joinQuarantine(present.quarantine, older.quarantine),
  };
}

/**
 * The older state's list in place of the present one; what is only here goes to the trash. A counter never goes
 * back, for its codes were used already.
 */
export function replaceState(present: VaultDocument, older: VaultDocument, now: number): VaultDocument {
  const { onlyHere, entries } = compareStates(present, older);
  const here = [...present.entries, ...present.trash];
  const list = entries.map(({ entry }) => advanced(entry, here));
  const listed = new Set(list.map(({ id }) => id));
  const differing = entries
    .filter(({ change }) => change === 'differs')
    .flatMap(({ entry }) => present.entries.filter(({ id }) => id === entry.id));
  const moved = [...onlyHere, ...differing].map((entry) =>
    toTrash(entry, now, listed.has(entry.id) ? randomUUID() : entry.id),
  );
  const kept = present.trash.filter(({ id }) => !listed.has(id));
  const trashed = new Set([...kept, ...moved].map(({ id }) => id));
  const theirs = older.trash
    .filter(({ id }) => !listed.has(id) && !trashed.has(id))
    .map((entry) => advanced(entry, here));
  return {
    ...present,
    entries: list,
    trash: [...kept, ...theirs, ...moved],
    quarantine: joinQuarantine(present.quarantine, older.quarantine),
  };
}

function changeOf(entry: Entry, twin: Entry | undefined, present: VaultDocument): RestoreChange {
  if (twin) return sameCode(entry, twin) ? 'same' : 'differs';
  const trashed = present.trash.find(({ id }) => id === entry.id);
  return trashed && sameCode(entry, trashed) ? 'trashed' : 'new';
}

/**
 * For each entry the one of the others that it is: by its id and codes; else one that makes the same codes and was
 * added again, under the same names rather than others; else the one that has its id and other codes by now. No two
 * entries are the same one: the same codes under two names, both kept, are two.
 */
function pairUp(entries: readonly Entry[], others: readonly Entry[]): Map<Entry, Entry> {
  const pairs = new Map<Entry, Entry>();
  const claimed = new Set<Entry>();
  const byId = new Map(others.map((other) => [other.id, other]));
  const claim = (entry: Entry, twin: Entry | undefined) => {
    if (!twin || claimed.has(twin)) return;
    pairs.set(entry, twin);
    claimed.add(twin);
  };
  const open = () => entries.filter((entry) => !pairs.has(entry));
  for (const entry of open()) {
    const own = byId.get(entry.id);
    if (own && sameCode(entry, own)) claim(entry, own);
  }
  const isFree = (other: Entry) => !claimed.has(other);
  const alike = open().map((entry) => ({
    entry,
    others: others.filter((other) => sameCode(entry, other)),
  }));
  for (const { entry, others: like } of alike) {
    claim(
      entry,
      like.find((other) => isFree(other) && sameName(entry, other)),
    );
  }
  for (const { entry, others: like } of alike) if (!pairs.has(entry)) claim(entry, like.find(isFree));
  for (const entry of open()) {
    const own = byId.get(entry.id);
    if (own) pairs.set(entry, own);
  }
  return pairs;
}

/** The entry with the greatest counter of itself and of those with its secret, whatever else differs. */
function advanced<E extends Entry>(entry: E, others: readonly Entry[]): E {
  const { parameters } = entry;
  if (parameters.kind !== 'hotp') return entry;
  const counters = others.flatMap(({ parameters: its }) =>
    its.kind === 'hotp' && Buffer.compare(its.secret, parameters.secret) === 0 ? [its.counter] : [],
  );
  const counter = Math.max(parameters.counter, ...counters);
  return counter === parameters.counter ? entry : { ...entry, parameters: { ...parameters, counter } };
}

function joinQuarantine(
  present: readonly QuarantinedEntry[],
  older: readonly QuarantinedEntry[],
): QuarantinedEntry[] {
  return [...present, ...older.filter((record) => !present.some((other) => isSameRecord(record, other)))];
}
