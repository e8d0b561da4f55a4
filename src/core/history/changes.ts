import type { EntryChangeKind, OtherChangeKind } from './change-kinds.ts';
import type { Revisions, VaultDocument } from '../vault/document.ts';
import { emptyOldTrash } from '../vault/trash.ts';
import type { Entry, SiteCode, TrashedEntry } from '../entry/entry.ts';
import { encodeEntry } from '../entry/record.ts';
import { NO_REVISION } from '../entry/revision.ts';
import { isSameRecord } from '../entry/quarantined.ts';
import { sameSite } from '../moving/site.ts';

/**
 * What a person changed between two states. `entry` is the newer version, or the last one if it is gone; `was`
 * is the older version.
 */
export type Change =
  | { readonly kind: EntryChangeKind; readonly entry: Entry; readonly was: Entry | null }
  | { readonly kind: OtherChangeKind };

/**
 * What a person changed from one state to the next; empty if they differ only through use: how often and when a
 * code was used, how far its counter rose with that, when the kit was last proved, or expired trash.
 * @param at when the newer one was written, in ms since 1970
 */
export function changesBetween(older: VaultDocument, newer: VaultDocument, at: number): Change[] {
  const before = emptyOldTrash(older, at);
  const [was, is] = [placesOf(before), placesOf(newer)];
  const changes: Change[] = [];
  for (const [id, { entry, isTrashed }] of is) {
    const former = was.get(id);
    if (former === undefined) {
      changes.push({ kind: isTrashed ? 'removed' : 'added', entry, was: null });
    } else {
      if (isTrashed !== former.isTrashed) {
        changes.push({ kind: isTrashed ? 'removed' : 'restored', entry, was: former.entry });
      }
      if (former.entry !== entry) {
        const kinds = editsOf(former.entry, entry);
        changes.push(...kinds.map((kind): Change => ({ kind, entry, was: former.entry })));
      }
    }
  }
  for (const [id, { entry }] of was) {
    if (!is.has(id)) changes.push({ kind: 'gone', entry, was: entry });
  }
  if (isReordered(before.entries, newer.entries)) changes.push({ kind: 'order' });
  if (hasOtherRecords(before, newer)) changes.push({ kind: 'unreadable' });
  if (hasOtherSites(before, newer)) changes.push({ kind: 'moving' });
  const revised = (['unlockMethods', 'kit', 'backups'] as const).filter(
    (kind) => before.revisions[kind] !== newer.revisions[kind],
  );
  return [...changes, ...revised.map((kind): Change => ({ kind }))];
}

/**
 * The change counts of a state that is about to replace another.
 * @param hasOtherSlots whether the key or an unlock method other than the kit changed
 */
export function revise(older: VaultDocument, newer: VaultDocument, hasOtherSlots: boolean): Revisions {
  const [was, is] = [older.safekeeping, newer.safekeeping];
  const kit = was.recovery?.publicKey !== is.recovery?.publicKey;
  const { revisions } = older;
  return {
    // A new kit comes with a new key; that counts as one change, not two.
    unlockMethods: revisions.unlockMethods + Number(hasOtherSlots && !kit),
    kit: revisions.kit + Number(kit),
    backups: revisions.backups + Number(planOf(older) !== planOf(newer)),
  };
}

function planOf({ safekeeping: { backup } }: VaultDocument): string {
  return JSON.stringify(backup && [backup.folder, backup.keep, backup.protection]);
}

function placesOf(document: VaultDocument): Map<string, { entry: Entry; isTrashed: boolean }> {
  return new Map<string, { entry: Entry; isTrashed: boolean }>([
    ...document.trash.map((entry) => [entry.id, { entry, isTrashed: true }] as const),
    ...document.entries.map((entry) => [entry.id, { entry, isTrashed: false }] as const),
  ]);
}

/** The edits to an entry. Any edit without its own name is `settings`, so that none counts as mere use. */
function editsOf(was: Entry, is: Entry): EntryChangeKind[] {
  const kinds: EntryChangeKind[] = [];
  if (was.issuer !== is.issuer || was.account !== is.account) kinds.push('renamed');
  if (was.pinned !== is.pinned) kinds.push(is.pinned ? 'pinned' : 'unpinned');
  const isReplaced = Buffer.compare(was.parameters.secret, is.parameters.secret) !== 0;
  if (isReplaced) kinds.push('replaced');
  else if (counterOf(was) !== counterOf(is) && was.uses === is.uses) kinds.push('counter');
  if (detailsOf(was) !== detailsOf(is)) kinds.push('details');
  if (!sameSiteCodes(was, is)) kinds.push('siteCodes');
  // What a new secret takes the place of goes into the history by itself.
  if (!isReplaced && formerOf(was) !== formerOf(is)) kinds.push('former');
  if (!isReplaced && settingsOf(was, is) !== settingsOf(is, is)) kinds.push('settings');
  return kinds;
}

function counterOf({ parameters }: Entry): number | null {
  return parameters.kind === 'hotp' ? parameters.counter : null;
}

function detailsOf({ tags, note, icon }: Entry): string {
  return JSON.stringify([tags, note, icon]);
}

function sameSiteCodes({ siteCodes: was }: Entry, { siteCodes: is }: Entry): boolean {
  const isSame = (one: SiteCode, other: SiteCode | undefined) =>
    other?.usedAt === one.usedAt && Buffer.compare(one.code, other.code) === 0;
  return was.length === is.length && was.every((one, at) => isSame(one, is[at]));
}

/** Which secrets its history has, by when they were replaced. */
function formerOf({ former }: Entry): string {
  return former.map(({ replacedAt }) => replacedAt).join(' ');
}

/** An entry without its use and without what has a change of its own; as text to compare, with no secret in it. */
function settingsOf(whole: Entry | TrashedEntry, named: Entry): string {
  const { icon: _, ...entry } = whole;
  const { parameters } = entry;
  const { issuer, account, pinned, tags, note } = named;
  const own = { issuer, account, pinned, tags, note, siteCodes: [], former: [] };
  const unused = { order: '', uses: 0, lastUsedAt: null, deletedAt: 0, aheadSince: 0 };
  const same = { ...entry, ...NO_REVISION, ...own, ...unused };
  const still = parameters.kind === 'hotp' ? { ...same, parameters: { ...parameters, counter: 0 } } : same;
  return Buffer.from(encodeEntry(still, 'entry').json).toString('utf8');
}

/** Do the entries that both have stand in another order? */
export function isReordered(before: readonly Entry[], after: readonly Entry[]): boolean {
  const [was, is] = [before, after].map((entries) => new Set(entries.map(({ id }) => id)));
  const common = (entries: readonly Entry[], others = new Set<string>()) =>
    entries.map(({ id }) => id).filter((id) => others.has(id));
  const [one, other] = [common(before, is), common(after, was)];
  return one.some((id, place) => id !== other[place]);
}

function hasOtherRecords({ quarantine: was }: VaultDocument, { quarantine: is }: VaultDocument): boolean {
  return was.length !== is.length || was.some((record) => !is.some((other) => isSameRecord(record, other)));
}

function hasOtherSites({ moving: was }: VaultDocument, { moving: is }: VaultDocument): boolean {
  return was.length !== is.length || was.some((site, at) => !sameSite(site, is[at] ?? null));
}
