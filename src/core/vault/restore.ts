import { randomUUID } from 'node:crypto';
import type { VaultDocument } from './document.ts';
import type { Entry, QuarantinedEntry, TrashedEntry } from './entry.ts';

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
  const entries = older.entries.map((entry) => ({ entry, change: changeOf(entry, present) }));
  const found = new Set(older.entries.map((entry) => twinOf(entry, present.entries)?.id));
  return { entries, onlyHere: present.entries.filter(({ id }) => !found.has(id)) };
}

/**
 * The present state with what the older one has beyond it; nothing is taken away. What differs comes beside what is
 * there, under an id of its own.
 */
export function mergeStates(present: VaultDocument, older: VaultDocument): VaultDocument {
  const { entries } = compareStates(present, older);
  const added = entries.flatMap(({ entry, change }): Entry[] => {
    switch (change) {
      case 'new':
        return [entry];
      case 'differs':
        return [{ ...entry, id: randomUUID() }];
      case 'trashed':
        return present.trash.filter(({ id }) => id === entry.id).map(withoutDeletedAt);
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
  const list = entries.map(({ entry }) => advanced(entry, present.entries));
  const listed = new Set(list.map(({ id }) => id));
  const differing = entries
    .filter(({ change }) => change === 'differs')
    .flatMap(({ entry }) => present.entries.filter(({ id }) => id === entry.id));
  const moved: TrashedEntry[] = [...onlyHere, ...differing].map((entry) => ({
    ...entry,
    id: listed.has(entry.id) ? randomUUID() : entry.id,
    deletedAt: now,
  }));
  const kept = present.trash.filter(({ id }) => !listed.has(id));
  const trashed = new Set([...kept, ...moved].map(({ id }) => id));
  const theirs = older.trash.filter(({ id }) => !listed.has(id) && !trashed.has(id));
  return {
    ...present,
    entries: list,
    trash: [...kept, ...theirs, ...moved],
    quarantine: joinQuarantine(present.quarantine, older.quarantine),
  };
}

/** Whether two quarantined records are the same, byte for byte. */
export function isSameRecord(one: QuarantinedEntry, other: QuarantinedEntry): boolean {
  return (
    one.kind === other.kind &&
    Buffer.compare(one.json, other.json) === 0 &&
    Buffer.compare(one.secrets, other.secrets) === 0
  );
}

function changeOf(entry: Entry, present: VaultDocument): RestoreChange {
  const twin = twinOf(entry, present.entries);
  if (twin) return isSameCode(entry, twin) ? 'same' : 'differs';
  const trashed = present.trash.find(({ id }) => id === entry.id);
  return trashed && isSameCode(entry, trashed) ? 'trashed' : 'new';
}

/** The entry with the same id, else one with the same codes: that was added again. */
function twinOf<E extends Entry>(entry: Entry, others: readonly E[]): E | undefined {
  return others.find(({ id }) => id === entry.id) ?? others.find((other) => isSameCode(entry, other));
}

/** Whether two entries make the same codes, whatever they are called and however far their counters are. */
function isSameCode({ parameters: one }: Entry, { parameters: other }: Entry): boolean {
  if (Buffer.compare(one.secret, other.secret) !== 0) return false;
  if (one.kind === 'steam' || other.kind === 'steam') return one.kind === other.kind;
  if (one.algorithm !== other.algorithm || one.digits !== other.digits) return false;
  return one.kind === 'totp' ? other.kind === 'totp' && one.period === other.period : other.kind === 'hotp';
}

/** The entry with the greater counter of itself and its twin. */
function advanced(entry: Entry, others: readonly Entry[]): Entry {
  const { parameters } = entry;
  if (parameters.kind !== 'hotp') return entry;
  const twin = twinOf(entry, others);
  if (twin?.parameters.kind !== 'hotp' || !isSameCode(entry, twin)) return entry;
  const { counter } = twin.parameters;
  return counter <= parameters.counter ? entry : { ...entry, parameters: { ...parameters, counter } };
}

function joinQuarantine(
  present: readonly QuarantinedEntry[],
  older: readonly QuarantinedEntry[],
): QuarantinedEntry[] {
  return [...present, ...older.filter((record) => !present.some((other) => isSameRecord(record, other)))];
}

function withoutDeletedAt(trashed: TrashedEntry): Entry {
  const { deletedAt: _, ...entry } = trashed;
  return entry;
}
