import type { SyncMember } from '../../contract/sync.ts';
import {
  addByKit,
  begin,
  found,
  proposeAdd,
  proposeKit,
  proposeRemove,
} from '../../core/sync/client/members.ts';
import type { Entering, Inside, KeptSync, Waiting } from '../../core/sync/client/kept.ts';
import type { SyncContext, SyncState } from '../../core/sync/client/state.ts';
import type { Hash } from '../../core/sync/protocol/bytes.ts';
import { SyncError } from '../../core/sync/protocol/fault.ts';
import {
  isOfWords,
  joinKey,
  makeJoinRequest,
  newJoinWords,
  type JoinRequest,
} from '../../core/sync/protocol/join.ts';
import { presentMembers, readLog, type LogMember } from '../../core/sync/protocol/log.ts';
import { readLogEntry } from '../../core/sync/protocol/log-entry.ts';
import {
  fingerprintOf,
  kitKeys,
  memberOf,
  newDeviceKeys,
  zeroMemberKeys,
  type Member,
} from '../../core/sync/protocol/member.ts';
import { readJoinWords } from '../../core/sync/words/words.ts';
import { Failure, isFailure } from '../failure.ts';
import type { OpenKept } from './kept-store.ts';
import type { Shown } from './remote.ts';
import { insideOf, talk, type TalkParts } from './talk.ts';

/** How often a change of the log is made anew because another computer was quicker. */
const TRIES = 3;

export interface MemberParts extends TalkParts {
  tools: () => Promise<Pick<SyncContext, 'hpke' | 'random'>>;
  now: () => number;
  /** What this computer says of itself. */
  about: () => { name: string; platform: string };
}

/** Founds the log of the account, with this computer. @throws Failure SYNC_ELSEWHERE; as `enter` */
export async function turnOn(open: OpenKept, parts: MemberParts): Promise<void> {
  const account = await parts.remote.account();
  if ((await parts.remote.state()) !== null) throw new Failure('SYNC_ELSEWHERE');
  const { hpke, random } = await parts.tools();
  const { keys, member } = newSelf(parts, random);
  const proposal = await found({ keys, hpke, random }, { account, member, at: parts.now() });
  await open.save({ stage: 'entering', by: 'founding', account, keys, member, proposal });
  if (!(await enter(open, parts))) throw new Failure('SYNC_ELSEWHERE');
}

/** Makes the words of a computer that waits to be let in. The service hears of it by `lookWhetherIn`. */
export async function showWords(open: OpenKept, parts: MemberParts): Promise<void> {
  const account = await parts.remote.account();
  if ((await parts.remote.state()) === null) throw new Failure('SYNC_OFF');
  const { random } = await parts.tools();
  const { keys, member } = newSelf(parts, random);
  const words = newJoinWords(random);
  const key = await joinKey(words, account);
  await open.save({ stage: 'waiting', account, keys, member, words, key });
}

/** The request of a computer that shows words. It is the same each time. */
export function requestOf({ member, keys, account, key }: Waiting): JoinRequest {
  return makeJoinRequest(member, keys, { account, key });
}

/**
 * Begins, if somebody who saw the words let this computer in.
 * @returns false if nobody did yet
 * @throws Failure SYNC_OFF; SyncError if the log does not hold
 */
export async function lookWhetherIn(
  open: OpenKept,
  waiting: Waiting,
  { remote }: MemberParts,
): Promise<boolean> {
  const shown = await remote.state();
  open.requireOpen();
  if (shown === null) throw new Failure('SYNC_OFF');
  const { account, member, key, keys } = waiting;
  if (!readLog(shown.log, account).members.has(fingerprintOf(member, account))) return false;
  const state = begin(shown.log, { account, member, proof: { kind: 'words', key } });
  await open.save(insideFrom(keys, state));
  return true;
}

/** Joins with a recovery kit. @param code zeroed by the caller @throws Failure SYNC_KIT_UNKNOWN, SYNC_OFF; as `enter` */
export async function joinByKit(open: OpenKept, code: Uint8Array, parts: MemberParts): Promise<void> {
  const account = await parts.remote.account();
  for (let tries = 0; tries < TRIES; tries += 1) {
    const shown = await parts.remote.state();
    if (shown === null) throw new Failure('SYNC_OFF');
    const entering = await enterByKit(shown, { account, code }, parts);
    await open.save(entering);
    if (await enter(open, parts)) return;
  }
  throw new Failure('SYNC_LATER');
}

async function enterByKit(
  { log: entries, newest, kits }: Shown,
  { account, code }: { account: string; code: Uint8Array },
  parts: MemberParts,
): Promise<Entering> {
  const its = fingerprintOfKit(code, account);
  const seal = kits.find(({ member }) => member === its)?.seal;
  if (seal === undefined) throw new Failure('SYNC_KIT_UNKNOWN');
  const { hpke, random } = await parts.tools();
  const { keys, member } = newSelf(parts, random);
  // No words: the kit's own signature lets it in.
  const { request } = makeJoinRequest(member, keys, { account, key: random(32) });
  const shown = { account, entries, newest, seal };
  try {
    const proposal = await addByKit({ keys, hpke, random }, shown, { code, request, at: parts.now() });
    return { stage: 'entering', by: 'kit', account, keys, member, proposal };
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    if (error.code === 'NOT_WELCOMED') throw new Failure('SYNC_KIT_UNKNOWN');
    throw new Failure('SYNC_STOPPED', { fault: error.code }, error);
  }
}

/**
 * Sends the entry that lets this computer in, as often as it takes.
 * @returns false if something else took its place: nothing is kept any more then
 * @throws Failure STEP_UP_REQUIRED, SYNC_REFUSED: nothing is kept any more; SYNC_STOPPED and as `SyncRemote`: it goes on later
 */
export async function enter(open: OpenKept, { remote }: MemberParts): Promise<boolean> {
  const kept = open.get();
  if (kept === null || typeof kept === 'string' || kept.stage !== 'entering') throw new Failure('SYNC_STEP');
  const { account, member, by, proposal, keys } = kept;
  try {
    await remote.propose(proposal);
  } catch (error) {
    // Taken the time before, or never.
    if (isFailure(error, 'STEP_UP_REQUIRED', 'SYNC_REFUSED')) await open.forget();
    if (!isFailure(error, 'SYNC_STALE')) throw error;
  }
  const shown = await remote.state();
  open.requireOpen();
  try {
    const proof =
      by === 'kit' ? ({ kind: 'kit', entry: proposal.hash } as const) : ({ kind: 'founder' } as const);
    await open.save(insideFrom(keys, begin(shown?.log ?? [], { account, member, proof })));
    return true;
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    if (error.code !== 'NOT_WELCOMED') throw new Failure('SYNC_STOPPED', { fault: error.code }, error);
    await open.forget();
    return false;
  }
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
  const its = fingerprintOfKit(code, insideOf(open).state.account);
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
 * @throws Failure SYNC_STOPPED, SYNC_ASKS, SYNC_LATER, STEP_UP_REQUIRED, SYNC_REFUSED; as `SyncRemote`
 */
async function propose(
  open: OpenKept,
  parts: MemberParts,
  make: (context: SyncContext, state: SyncState) => Promise<SyncState>,
): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    await agree(open, parts);
    const context = await parts.context(insideOf(open));
    const next = await made(() => make(context, insideOf(open).state));
    await open.save({ ...insideOf(open), state: next });
    const hash = next.proposal?.hash;
    await agree(open, parts, false);
    if (insideOf(open).state.log.entries.some((entry) => entry.hash === hash)) return;
  }
  throw new Failure('SYNC_LATER');
}

async function made<T>(make: () => Promise<T>): Promise<T> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof SyncError) throw new Failure('SYNC_STOPPED', { fault: error.code }, error);
    throw error;
  }
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

function newSelf({ about, now }: MemberParts, random: SyncContext['random']) {
  const keys = newDeviceKeys(random);
  const member: Member = memberOf(keys, { kind: 'device', ...about(), madeAt: now() });
  return { keys, member };
}

function fingerprintOfKit(code: Uint8Array, account: string): Hash {
  const keys = kitKeys(code, account);
  const kit = memberOf(keys, { kind: 'kit', name: '', platform: '', madeAt: 0 });
  zeroMemberKeys(keys);
  return fingerprintOf(kit, account);
}

function insideFrom(keys: Inside['keys'], state: SyncState): KeptSync {
  return { stage: 'inside', keys, state, renewals: [], settled: [] };
}
