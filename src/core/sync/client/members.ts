import { KEY_BYTES, NO_HASH, type Hash } from '../protocol/bytes.ts';
import { chainEpochKey, commitmentOf, openEpochKey, sealEpochKey } from '../protocol/epoch.ts';
import { SyncError } from '../protocol/fault.ts';
import { isOfWords, readJoinRequest, welcomeTag, type JoinRequest } from '../protocol/join.ts';
import {
  headOf,
  presentEpoch,
  presentMembers,
  readLog,
  type LogEpoch,
  type MemberLog,
} from '../protocol/log.ts';
import {
  writeAdd,
  writeFound,
  writeKit,
  writeRemove,
  type EntryFrame,
  type Position,
} from '../protocol/log-entry.ts';
import { checkVouched, readManifest } from '../protocol/manifest.ts';
import {
  fingerprintOf,
  kitFingerprint,
  kitKeys,
  memberOf,
  zeroMemberKeys,
  type Member,
} from '../protocol/member.ts';
import { hashOf, isSameTag } from '../protocol/primitives.ts';
import { hashSet } from '../protocol/root.ts';
import type { Proposal, SyncContext, SyncState } from './state.ts';

const START: Position = { sequence: 0, hash: NO_HASH };

/** Begins sync of an account: the first entry of its log, and the key of its first epoch for this computer. */
export async function found(
  { keys, hpke, random }: SyncContext,
  { account, member, at }: { account: string; member: Member; at: number },
): Promise<Proposal> {
  const self = fingerprintOf(member, account);
  const frame = { account, number: 0, previous: NO_HASH, author: self, at, anchor: START };
  const key = random(KEY_BYTES);
  const commitment = commitmentOf(key, account, 1);
  const entry = writeFound(frame, member, commitment, keys);
  const epoch = { number: 1, commitment, entry: 0, head: hashOf(entry) };
  const seal = await sealEpochKey(hpke, key, { account, epoch, to: self }, member, random);
  key.fill(0);
  return { entry, hash: epoch.head, seals: [seal], chain: null, only: null };
}

/**
 * How a computer knows that a log is the person's: it founded it, its words prove it, or it made the entry that let it in,
 * after the kit had proved the log before (`addByKit`).
 */
export type Proof =
  | { readonly kind: 'founder' }
  | { readonly kind: 'words'; readonly key: Uint8Array }
  | { readonly kind: 'kit'; readonly entry: Hash };

/**
 * The first state of a computer that is in.
 * @throws SyncError as `readLog`; NOT_WELCOMED if the log does not have it, or does not prove what it must
 */
export function begin(
  entries: readonly Uint8Array[],
  { account, member, proof }: { account: string; member: Member; proof: Proof },
): SyncState {
  const log = readLog(entries, account);
  const self = fingerprintOf(member, account);
  const entry = log.entries[log.members.get(self)?.number ?? -1];
  if (entry === undefined) throw new SyncError('NOT_WELCOMED', 'this computer is not in the log');
  if (!isProven(entry, proof)) throw new SyncError('NOT_WELCOMED', 'nothing proves that this is the log');
  const isFounder = entry.number === 0;
  return {
    account,
    self,
    log,
    epochKeys: new Map(),
    position: { ...entry.anchor, logNumber: 0 },
    items: isFounder ? { byId: new Map(), hash: hashSet(new Map(), account) } : null,
    pending: new Map(),
    push: null,
    proposal: null,
    lamport: 0,
    decision: null,
    trouble: null,
  };
}

function isProven(entry: MemberLog['entries'][number], proof: Proof): boolean {
  switch (proof.kind) {
    case 'founder':
      return entry.number === 0;
    case 'words':
      return (
        entry.action.kind === 'add' && isSameTag(entry.action.welcome, welcomeTag(entry.covered, proof.key))
      );
    case 'kit':
      return entry.hash === proof.entry;
  }
}

/**
 * Lets a computer in whose words the person read off its screen.
 * @param key from `joinKey`
 * @throws SyncError NOT_WELCOMED if the request is not of these words; BAD_SIGNATURE, MALFORMED
 */
export async function proposeAdd(
  context: SyncContext,
  state: SyncState,
  { request, key, at }: { request: JoinRequest; key: Uint8Array; at: number },
): Promise<SyncState> {
  if (!isOfWords(request, key)) throw new SyncError('NOT_WELCOMED', 'a request of other words');
  const entry = writeAdd(
    frameOf(state, at),
    request.request,
    (covered) => welcomeTag(covered, key),
    context.keys,
  );
  const member = readJoinRequest(request.request, state.account);
  return withProposal(state, entry, [await sealPresent(context, state, member)], null);
}

/** Lets a recovery kit in. @param code 20 bytes */
export async function proposeKit(
  context: SyncContext,
  state: SyncState,
  { code, at }: { code: Uint8Array; at: number },
): Promise<SyncState> {
  const keys = kitKeys(code, state.account);
  const kit = memberOf(keys, { kind: 'kit', name: '', platform: '', madeAt: at });
  const entry = writeKit(frameOf(state, at), kit, keys, context.keys);
  zeroMemberKeys(keys);
  return withProposal(state, entry, [await sealPresent(context, state, kit)], null);
}

/**
 * Takes a member out and begins the next epoch, whose key all others get. The service takes it only from a computer that
 * knows the newest manifest: the entry says after which one the member's word counts no more.
 */
export async function proposeRemove(
  { keys, hpke, random }: SyncContext,
  state: SyncState,
  { member, at }: { member: Hash; at: number },
): Promise<SyncState> {
  const { account, log } = state;
  const present = presentEpoch(log);
  const before = state.epochKeys.get(present.number);
  if (before === undefined) throw new RangeError(`no key of epoch ${present.number}`);
  const number = present.number + 1;
  const key = random(KEY_BYTES);
  const commitment = commitmentOf(key, account, number);
  const entry = writeRemove(frameOf(state, at), member, commitment, keys);
  const epoch: LogEpoch = { number, commitment, entry: log.entries.length, head: hashOf(entry) };
  const seals: Buffer[] = [];
  for (const { fingerprint, member: its } of presentMembers(log)) {
    if (fingerprint === member) continue;
    seals.push(await sealEpochKey(hpke, key, { account, epoch, to: fingerprint }, its, random));
  }
  const chain = chainEpochKey(key, before, { account, epoch: number, random });
  key.fill(0);
  return withProposal(state, entry, seals, chain);
}

/** What the service shows to whoever has the recovery kit. */
export interface ShownToKit {
  readonly account: string;
  readonly entries: readonly Uint8Array[];
  readonly newest: Uint8Array | null;
  /** The present epoch's key, sealed for the kit. */
  readonly seal: Uint8Array;
}

/**
 * Lets this computer in with the recovery kit alone.
 * @param code 20 bytes
 * @throws SyncError NOT_WELCOMED if the kit is not in the log; KEY_WRONG, and as `readLog` and `readManifest`
 */
export async function addByKit(
  { hpke, random }: SyncContext,
  { account, entries, newest, seal }: ShownToKit,
  { code, request, at }: { code: Uint8Array; request: Uint8Array; at: number },
): Promise<Proposal> {
  const log = readLog(entries, account);
  const kit = kitOf(log, code);
  const keys = kitKeys(code, account);
  const manifest = newest === null ? null : readManifest(newest, account);
  if (manifest !== null) checkVouched(manifest, log);
  const frame: EntryFrame = {
    account,
    number: log.entries.length,
    previous: headOf(log),
    author: kit.fingerprint,
    at,
    anchor: manifest === null ? START : { sequence: manifest.sequence, hash: manifest.hash },
  };
  try {
    const opened = await openEpochKey(hpke, seal, log, { keys, fingerprint: kit.fingerprint });
    const epoch = presentEpoch(log);
    if (opened.epoch !== epoch.number) throw new SyncError('WITHHELD', 'the key of the present epoch');
    const member = readJoinRequest(request, account);
    const to = fingerprintOf(member, account);
    const sealed = await sealEpochKey(hpke, opened.key, { account, epoch, to }, member, random);
    opened.key.fill(0);
    const entry = writeAdd(frame, request, null, keys);
    return { entry, hash: hashOf(entry), seals: [sealed], chain: null, only: null };
  } finally {
    zeroMemberKeys(keys);
  }
}

function kitOf(log: MemberLog, code: Uint8Array): { fingerprint: Hash } {
  const fingerprint = kitFingerprint(code, log.account);
  if (log.members.get(fingerprint)?.removed === null) return { fingerprint };
  throw new SyncError('NOT_WELCOMED', 'this kit is not in the log');
}

function frameOf({ account, self, log, position: { sequence, hash } }: SyncState, at: number): EntryFrame {
  const anchor = { sequence, hash };
  return { account, number: log.entries.length, previous: headOf(log), author: self, at, anchor };
}

async function sealPresent({ hpke, random }: SyncContext, state: SyncState, member: Member): Promise<Buffer> {
  const { account, log, epochKeys } = state;
  const epoch = presentEpoch(log);
  const key = epochKeys.get(epoch.number);
  if (key === undefined) throw new RangeError(`no key of epoch ${epoch.number}`);
  return sealEpochKey(hpke, key, { account, epoch, to: fingerprintOf(member, account) }, member, random);
}

function withProposal(
  state: SyncState,
  entry: Uint8Array,
  seals: readonly Uint8Array[],
  chain: Uint8Array | null,
): SyncState {
  // Only a removal has a link of the chain.
  const only = chain === null ? null : state.position.hash;
  if (state.push !== null || state.proposal !== null) throw new RangeError('something else is on its way');
  return { ...state, proposal: { entry, hash: hashOf(entry), seals, chain, only } };
}
