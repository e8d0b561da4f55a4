import type { VaultDocument } from '../vault/document.ts';
import type { Entry, TrashedEntry } from '../entry/entry.ts';
import type { QuarantinedEntry } from '../entry/quarantined.ts';
import { sameState } from '../entry/revision.ts';
import { isSameRecord } from '../entry/quarantined.ts';
import { isReordered } from './changes.ts';
import { sameSite, type MovingSite } from '../moving/site.ts';

type Place = { in: 'entries'; entry: Entry } | { in: 'trash'; entry: TrashedEntry } | { in: 'nowhere' };

const NOWHERE: Place = { in: 'nowhere' };

/**
 * Undoes one act, which took the vault from `before` to `after`, and keeps later changes. An entry or a site goes
 * back only if it is still as the act left it, whatever its revision is now.
 */
export function revert(before: VaultDocument, after: VaultDocument, now: VaultDocument): VaultDocument {
  const [placesBefore, placesAfter, placesNow] = [placesOf(before), placesOf(after), placesOf(now)];
  const wanted = new Map<string, Place>();
  for (const id of idsOf(before, after, now)) {
    const was = placesBefore.get(id) ?? NOWHERE;
    const became = placesAfter.get(id) ?? NOWHERE;
    const is = placesNow.get(id) ?? NOWHERE;
    wanted.set(id, isSamePlace(is, became) && !isSamePlace(was, became) ? was : is);
  }
  // In the order of `before`, then what came since; after a later move, in the order that it made.
  const isMovedSince = isReordered(after.entries, now.entries);
  const order = [...(isMovedSince ? idsOf(now, before) : idsOf(before, now))];
  const places = order.flatMap((id) => wanted.get(id) ?? []);
  return {
    ...now,
    entries: places.flatMap((place) => (place.in === 'entries' ? [place.entry] : [])),
    trash: places.flatMap((place) => (place.in === 'trash' ? [place.entry] : [])),
    moving: revertMoving(before.moving, after.moving, now.moving),
    quarantine: revertQuarantine(before.quarantine, after.quarantine, now.quarantine),
  };
}

function revertMoving(
  before: readonly MovingSite[],
  after: readonly MovingSite[],
  now: readonly MovingSite[],
): MovingSite[] {
  const siteOf = (sites: readonly MovingSite[], id: string) => sites.find((site) => site.id === id) ?? null;
  const ids = new Set([...before, ...now].map(({ id }) => id));
  return [...ids].flatMap((id) => {
    const [was, became, is] = [siteOf(before, id), siteOf(after, id), siteOf(now, id)];
    return (sameSite(is, became) && !sameSite(was, became) ? was : is) ?? [];
  });
}

/** Records have no identity: those that the act added go, those that it dropped come back. */
function revertQuarantine(
  before: readonly QuarantinedEntry[],
  after: readonly QuarantinedEntry[],
  now: readonly QuarantinedEntry[],
): QuarantinedEntry[] {
  const has = (records: readonly QuarantinedEntry[], record: QuarantinedEntry) =>
    records.some((other) => isSameRecord(other, record));
  const brought = after.filter((record) => !has(before, record));
  const taken = before.filter((record) => !has(after, record) && !has(now, record));
  return [...now.filter((record) => !has(brought, record)), ...taken];
}

function placesOf({ entries, trash }: VaultDocument): Map<string, Place> {
  return new Map<string, Place>([
    ...trash.map((entry): [string, Place] => [entry.id, { in: 'trash', entry }]),
    ...entries.map((entry): [string, Place] => [entry.id, { in: 'entries', entry }]),
  ]);
}

function isSamePlace(one: Place, other: Place): boolean {
  if (one.in === 'nowhere' || other.in === 'nowhere') return one.in === other.in;
  if (one.in !== other.in) return false;
  return one.entry === other.entry || sameState(one.entry, other.entry);
}

function idsOf(...documents: VaultDocument[]): Set<string> {
  return new Set(documents.flatMap(({ entries, trash }) => [...entries, ...trash].map(({ id }) => id)));
}
