import { addByKit, begin, found } from '../../core/sync/client/members.ts';
import type { Entering, Inside, KeptSync, Waiting } from '../../core/sync/client/kept.ts';
import type { SyncContext, SyncState } from '../../core/sync/client/state.ts';
import { SyncError } from '../../core/sync/protocol/fault.ts';
import { joinKey, makeJoinRequest, newJoinWords, type JoinRequest } from '../../core/sync/protocol/join.ts';
import { readLog } from '../../core/sync/protocol/log.ts';
import {
  fingerprintOf,
  kitFingerprint,
  memberOf,
  newDeviceKeys,
  type Member,
} from '../../core/sync/protocol/member.ts';
import { Failure, isFailure } from '../failure.ts';
import type { OpenKept } from './kept-store.ts';
import { TRIES, type MemberParts } from './members.ts';
import type { Shown } from './remote.ts';

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
  const its = kitFingerprint(code, account);
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
    if (isNotWelcomed(error)) throw new Failure('SYNC_KIT_UNKNOWN');
    throw error;
  }
}

/**
 * Sends the entry that lets this computer in, as often as it takes.
 * @returns false if something else took its place: nothing is kept any more then
 * @throws Failure STEP_UP_REQUIRED, SYNC_REFUSED: nothing is kept any more; SyncError and as `SyncRemote`: it goes on later
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
    if (!isNotWelcomed(error)) throw error;
    await open.forget();
    return false;
  }
}

function isNotWelcomed(error: unknown): boolean {
  return error instanceof SyncError && error.code === 'NOT_WELCOMED';
}

function newSelf({ about, now }: MemberParts, random: SyncContext['random']) {
  const keys = newDeviceKeys(random);
  const member: Member = memberOf(keys, { kind: 'device', ...about(), madeAt: now() });
  return { keys, member };
}

function insideFrom(keys: Inside['keys'], state: SyncState): KeptSync {
  return { stage: 'inside', keys, state, renewals: [], settled: [] };
}
