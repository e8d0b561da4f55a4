import type { SyncMember } from '../../contract/sync.ts';
import { proposeAdd, proposeKit, proposeRemove } from '../../core/sync/client/members.ts';
import type { SyncContext, SyncState } from '../../core/sync/client/state.ts';
import type { Hash } from '../../core/sync/protocol/bytes.ts';
import { isOfWords, joinKey } from '../../core/sync/protocol/join.ts';
import { presentMembers, type LogMember } from '../../core/sync/protocol/log.ts';
import { readLogEntry } from '../../core/sync/protocol/log-entry.ts';
import { kitFingerprint } from '../../core/sync/protocol/member.ts';
import { readJoinWords } from '../../core/sync/words/words.ts';
import { Failure } from '../failure.ts';
import type { OpenKept } from './kept-store.ts';
import { insideOf, talk, type TalkParts } from './talk.ts';

/** How often a change of the log is made anew because another computer was quicker. */
export const TRIES = 3;

export interface MemberParts extends TalkParts {
  tools: () => Promise<Pick<SyncContext, 'hpke' | 'random'>>;
  now: () => number;
  /** What this computer says of itself. */
  about: () => { name: string; platform: string };
}

/**
 * Lets the computer in that shows these words.
 * @returns its fingerprint
 * @throws Failure JOIN_WORD_UNKNOWN, JOIN_WORDS_COUNT, JOIN_NOT_ASKED; as `propose`
 */
export async function addByWords(open: OpenKept, typed: string, parts: MemberParts): Promise<Hash> {
  const words = wordsIn(typed);
  const { account } = insideOf(open).state;
  const key = await joinKey(words, account);
  try {
    const requests = await parts.remote.requests();
    const request = requests.find((one) => isOfWords(one, key));
    if (request === undefined) throw new Failure('JOIN_NOT_ASKED');
    let added: Hash | null = null;
    await propose(open, parts, async (context, state) => {
      const next = await proposeAdd(context, state, { request, key, at: parts.now() });
      added = comesIn(next);
      return next;
    });
    if (added === null) throw new Failure('JOIN_NOT_ASKED');
    return added;
  } finally {
    key.fill(0);
  }
}

/** Makes a recovery kit a member, and takes the others out. @param code zeroed by the caller @throws as `propose` */
export async function addKit(open: OpenKept, code: Uint8Array, parts: MemberParts): Promise<void> {
  const its = kitFingerprint(code, insideOf(open).state.account);
  const kits = () => presentMembers(insideOf(open).state.log).filter(({ member }) => member.kind === 'kit');
  const others = () => kits().filter(({ fingerprint }) => fingerprint !== its);
  // Two at most are in: one makes room.
  for (const { fingerprint } of others().slice(1)) await removeMember(open, fingerprint, parts);
  if (!kits().some(({ fingerprint }) => fingerprint === its))
    await propose(open, parts, (context, state) => proposeKit(context, state, { code, at: parts.now() }));
  for (const { fingerprint } of others()) await removeMember(open, fingerprint, parts);
}

/** Takes a member out. @throws Failure MEMBER_NOT_FOUND, MEMBER_SELF; as `propose` */
export async function removeMember(open: OpenKept, fingerprint: Hash, parts: MemberParts): Promise<void> {
  if (fingerprint === insideOf(open).state.self) throw new Failure('MEMBER_SELF');
  await propose(open, parts, async (context, state) => {
    const goes = state.log.members.get(fingerprint);
    if (goes === undefined || goes.removed !== null) throw new Failure('MEMBER_NOT_FOUND');
    const next = await proposeRemove(context, state, { member: fingerprint, at: parts.now() });
    noteRenewals(open, goes, parts);
    return next;
  });
}

/** What a computer knew is noted before it goes, so that the list is there whatever happens next. */
function noteRenewals(open: OpenKept, { fingerprint, member }: LogMember, { vault }: MemberParts): void {
  const inside = insideOf(open);
  if (member.kind === 'kit') return;
  const entries = (vault.document()?.entries ?? []).map(({ id }) => id.toLowerCase());
  const others = inside.renewals.filter((one) => one.member !== fingerprint);
  open.hold({ ...inside, renewals: [...others, { member: fingerprint, entries }] });
}

/**
 * Makes a change of the log from the newest state, and sends it.
 * @throws Failure SYNC_STOPPED, SYNC_ASKS, SYNC_LATER, STEP_UP_REQUIRED, SYNC_REFUSED; SyncError; as `SyncRemote`
 */
async function propose(
  open: OpenKept,
  parts: MemberParts,
  make: (context: SyncContext, state: SyncState) => Promise<SyncState>,
): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    await agree(open, parts);
    const context = await parts.context(insideOf(open));
    const next = await make(context, insideOf(open).state);
    await open.save({ ...insideOf(open), state: next });
    const hash = next.proposal?.hash;
    await agree(open, parts, false);
    if (insideOf(open).state.log.entries.some((entry) => entry.hash === hash)) return;
  }
  throw new Failure('SYNC_LATER');
}

/** @throws Failure SYNC_STOPPED, SYNC_ASKS unless both have the same afterwards */
async function agree(open: OpenKept, parts: MemberParts, asks = true): Promise<void> {
  const { outcome } = await talk(open, parts, { asks });
  if (outcome === 'asks') throw new Failure('SYNC_ASKS');
  const { trouble } = insideOf(open).state;
  if (trouble !== null) throw new Failure('SYNC_STOPPED', { fault: trouble });
}

/** Who is in, for the window. */
export function membersOf({ log, self }: SyncState): SyncMember[] {
  return presentMembers(log).map(({ fingerprint, member, number, addedBy }) => ({
    id: fingerprint,
    kind: member.kind,
    name: member.name,
    platform: member.platform,
    addedAt: log.entries[number]?.at ?? member.madeAt,
    addedBy,
    isSelf: fingerprint === self,
  }));
}

function wordsIn(typed: string): number[] {
  const read = readJoinWords(typed);
  switch (read.outcome) {
    case 'read':
      return read.words;
    case 'unknown':
      throw new Failure('JOIN_WORD_UNKNOWN', { place: read.place, meant: read.meant });
    case 'count':
      throw new Failure('JOIN_WORDS_COUNT', { count: read.count });
  }
}

function comesIn({ proposal, account }: SyncState): Hash | null {
  return proposal === null ? null : (readLogEntry(proposal.entry, account).comes?.fingerprint ?? null);
}
