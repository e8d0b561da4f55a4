import { randomUUID } from 'node:crypto';
import type { VaultDocument } from '../vault/document.ts';
import { outOfTrash, toTrash, type Entry } from '../entry/entry.ts';
import { isSameRecord, type QuarantinedEntry } from '../entry/quarantined.ts';
import { foldedName, sameCode, sameName } from '../entry/sameness.ts';
import type { MovingSite } from '../moving/site.ts';

export type RestoreChange = 'new' | 'trashed' | 'same' | 'differs';

/** An entry of an older state, and how it compares with the present vault. */
export interface ComparedEntry {
  readonly entry: Entry;
  readonly change: RestoreChange;
}

/** The older state's entries in order, and the entries that only the present one has. */
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
 * Adds to the present state what only the older one has; removes nothing. Entries that differ are added beside
 * the present ones, under a new id.
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
    moving: joinMoving(present, older),
    quarantine: joinQuarantine(present.quarantine, older.quarantine),
  };
}

/**
 * Replaces the present list with the older state's; entries only in the present go to the trash. A counter
 * never goes back, because its codes were already used.
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
    moving: joinMoving(present, older),
    quarantine: joinQuarantine(present.quarantine, older.quarantine),
  };
}

function changeOf(entry: Entry, twin: Entry | undefined, present: VaultDocument): RestoreChange {
  if (twin) return sameCode(entry, twin) ? 'same' : 'differs';
  const trashed = present.trash.find(({ id }) => id === entry.id);
  return trashed && sameCode(entry, trashed) ? 'trashed' : 'new';
}

/**
 * Pairs each entry with its counterpart among the others. First by id and codes; next by codes, for an entry
 * that was added again, preferring the same names; last by id with other codes. Each counterpart pairs by codes
 * only once: the same codes under two names, both kept, are two entries.
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

/** The entry with the greatest counter among itself and those with its secret, whatever else differs. */
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

/** Adds the sites that only the older state has, unless the person removed them since or has one of that name. */
function joinMoving({ moving, tombstones }: VaultDocument, older: VaultDocument): MovingSite[] {
  const removed = new Map(tombstones.map(({ id, revision }) => [id, revision]));
  const names = new Set(moving.map(({ name }) => foldedName(name)));
  const ids = new Set(moving.map(({ id }) => id));
  const added = older.moving.filter(
    ({ id, name, revision }) =>
      !ids.has(id) && !names.has(foldedName(name)) && revision > (removed.get(id) ?? 0),
  );
  return [...moving, ...added];
}
