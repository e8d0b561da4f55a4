import type { Entry, FormerParameters, SiteCode } from '../../entry/entry.ts';
import { formerMaximum } from '../../entry/former.ts';
import { tagsMaximum } from '../../entry/label.ts';
import { sameCode, sameSecret } from '../../entry/sameness.ts';
import { siteCodesMaximum } from '../../entry/site-codes.ts';
import type { OtpParameters } from '../../otp/parameters.ts';
import { sameJson, type Displaced } from './record.ts';

/** Three versions of an entry: the last one that both sides had (if there is one), this computer's, and the other's. */
export interface EntryVersions {
  readonly base: Entry | null;
  readonly mine: Entry;
  readonly theirs: Entry;
  /** Which side's change is the later one. */
  readonly later: 'mine' | 'theirs';
  /** The Lamport counter of the other side's change. */
  readonly earlierLamport: number;
}

export interface MergedEntry {
  readonly entry: Entry;
  /** What the later side took the place of. */
  readonly displaced: readonly Displaced[];
}

/** Fields whose former value a person may want back. */
const kept: ReadonlySet<string> = new Set(['issuer', 'account', 'note', 'icon']);

/**
 * Merges two versions of an entry, field by field. Null if both have codes that differ: another secret, kind, algorithm,
 * length or period is never merged, and no code of a site is dropped for lack of room.
 */
export function mergeEntries({
  base,
  mine,
  theirs,
  later,
  earlierLamport,
}: EntryVersions): MergedEntry | null {
  const parameters = mergeParameters(base, mine, theirs);
  const siteCodes = mergeSiteCodes(base?.siteCodes ?? [], mine.siteCodes, theirs.siteCodes);
  if (parameters === null || siteCodes.length > siteCodesMaximum) return null;
  const displaced: Displaced[] = [];
  // The one that changed counts, and if both did, the later.
  const pick = <T>(field: string, was: T | undefined, its: T, other: T): T => {
    if (sameJson(its, other)) return its;
    if (base !== null && sameJson(was, its)) return other;
    if (base !== null && sameJson(was, other)) return its;
    const [wins, loses] = later === 'mine' ? [its, other] : [other, its];
    const isSaid = loses !== undefined && loses !== '';
    if (kept.has(field) && isSaid) displaced.push({ field, value: loses, lamport: earlierLamport });
    return wins;
  };
  const icon = pick('icon', base?.icon, mine.icon, theirs.icon);
  const order = pick('order', base?.order, mine.order, theirs.order);
  const replaces = pick('replaces', base?.replaces, mine.replaces, theirs.replaces);
  const enrolment = pick('enrolment', base?.enrolment, mine.enrolment, theirs.enrolment);
  const unknownMembers = mergeUnknown(base, mine, theirs, pick);
  const uses = mine.uses + theirs.uses - (base?.uses ?? Math.min(mine.uses, theirs.uses));
  const entry: Entry = {
    id: theirs.id,
    revision: 1,
    changedAt: Math.max(mine.changedAt, theirs.changedAt),
    issuer: pick('issuer', base?.issuer, mine.issuer, theirs.issuer),
    account: pick('account', base?.account, mine.account, theirs.account),
    parameters,
    unknownParameters: pick('', base?.unknownParameters, mine.unknownParameters, theirs.unknownParameters),
    pinned: pick('pinned', base?.pinned, mine.pinned, theirs.pinned),
    tags: mergeSets(base?.tags ?? [], mine.tags, theirs.tags).slice(0, tagsMaximum),
    note: pick('note', base?.note, mine.note, theirs.note),
    ...(icon && { icon }),
    ...(order !== undefined && { order }),
    addedAt: Math.min(mine.addedAt, theirs.addedAt),
    lastUsedAt: laterTime(mine.lastUsedAt, theirs.lastUsedAt),
    uses: Math.max(mine.uses, theirs.uses, uses),
    former: mergeFormer(base?.former ?? [], mine.former, theirs.former),
    siteCodes,
    ...(replaces !== undefined && { replaces }),
    ...(enrolment && { enrolment }),
    ...(unknownMembers && { unknownMembers }),
  };
  return { entry, displaced };
}

type Pick = <T>(field: string, was: T | undefined, its: T, other: T) => T;

/** Members that this Latchkey does not know, each by itself. */
function mergeUnknown(base: Entry | null, mine: Entry, theirs: Entry, pick: Pick): Entry['unknownMembers'] {
  const [was, its, other] = [
    base?.unknownMembers ?? {},
    mine.unknownMembers ?? {},
    theirs.unknownMembers ?? {},
  ];
  const names = new Set([...Object.keys(its), ...Object.keys(other)]);
  const merged = [...names].map((name) => [name, pick('', was[name], its[name], other[name])] as const);
  const present = merged.filter(([, value]) => value !== undefined);
  return present.length > 0 ? Object.fromEntries(present) : undefined;
}

/** The parameters of the side that changed them, with the greater counter; null if both sides did, differently. */
function mergeParameters(base: Entry | null, mine: Entry, theirs: Entry): OtpParameters | null {
  const isAgreed = sameCode(mine, theirs);
  const isTheirs = isAgreed || (base !== null && sameCode(base, mine));
  if (!isTheirs && !(base !== null && sameCode(base, theirs))) return null;
  const chosen = isTheirs ? theirs : mine;
  if (chosen.parameters.kind !== 'hotp') return chosen.parameters;
  const counters = [mine, theirs].flatMap((one) =>
    one.parameters.kind === 'hotp' && sameCode(one, chosen) ? [one.parameters.counter] : [],
  );
  return { ...chosen.parameters, counter: Math.max(...counters) };
}

/** What both have, and what one of them added. */
function mergeSets(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const stays = (tag: string, elsewhere: readonly string[]) => elsewhere.includes(tag) || !base.includes(tag);
  const theirTags = theirs.filter((tag) => stays(tag, mine));
  return [...theirTags, ...mine.filter((tag) => !theirs.includes(tag) && stays(tag, theirs))];
}

function mergeFormer(
  base: readonly FormerParameters[],
  mine: readonly FormerParameters[],
  theirs: readonly FormerParameters[],
): FormerParameters[] {
  const has = (list: readonly FormerParameters[], one: FormerParameters) =>
    list.some((it) => sameSecret(it, one));
  const theirOnes = theirs.filter((one) => has(mine, one) || !has(base, one));
  const mineOnly = mine.filter((one) => !has(theirs, one) && !has(base, one));
  const taken = new Set<number>();
  const all = [...theirOnes, ...mineOnly].map((one) => {
    let { replacedAt } = one;
    while (taken.has(replacedAt)) replacedAt += 1;
    taken.add(replacedAt);
    return { ...one, replacedAt };
  });
  return all.toSorted((one, other) => other.replacedAt - one.replacedAt).slice(0, formerMaximum);
}

/** The codes that both have or one added; used is used. */
function mergeSiteCodes(
  base: readonly SiteCode[],
  mine: readonly SiteCode[],
  theirs: readonly SiteCode[],
): SiteCode[] {
  const find = (list: readonly SiteCode[], { code }: SiteCode) =>
    list.find((one) => Buffer.compare(one.code, code) === 0);
  const shared = theirs.flatMap((one) => {
    const its = find(mine, one);
    if (its === undefined) return find(base, one) === undefined ? [one] : [];
    return [{ code: one.code, usedAt: earlierTime(one.usedAt, its.usedAt) }];
  });
  return [...shared, ...mine.filter((one) => !find(theirs, one) && !find(base, one))];
}

function laterTime(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other);
}

function earlierTime(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other);
}
