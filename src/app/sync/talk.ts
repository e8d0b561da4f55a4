import { applyNews, type Said } from '../../core/sync/client/apply.ts';
import { gather, questionOf, type Gathered } from '../../core/sync/client/gather.ts';
import type { Inside } from '../../core/sync/client/kept.ts';
import { noteChanges } from '../../core/sync/client/pending.ts';
import { preparePush, pushArrived } from '../../core/sync/client/push.ts';
import type { Proposal, SyncContext, SyncState } from '../../core/sync/client/state.ts';
import { verify, type Verified } from '../../core/sync/client/verify.ts';
import { SyncError } from '../../core/sync/protocol/fault.ts';
import type { VaultDocument } from '../../core/vault/document.ts';
import { Failure, isFailure } from '../failure.ts';
import type { Vault } from '../vault/vault.ts';
import type { OpenKept } from './kept-store.ts';
import type { SyncRemote } from './remote.ts';

/** More rounds than the largest account takes; a service that never agrees is left alone then. */
const ROUNDS = 256;

/** How a talk with the service ended. */
export type Talked =
  /** Both have the same. */
  | { readonly outcome: 'agreed' }
  /** The person is asked; nothing was applied. */
  | { readonly outcome: 'asks'; readonly manifest: string; readonly deleted: readonly string[] }
  /** `state.trouble` says why. */
  | { readonly outcome: 'stopped' };

export interface TalkParts {
  vault: Vault;
  remote: SyncRemote;
  context: (inside: Inside) => Promise<SyncContext>;
  /** Called with what each merge has to say. */
  said: (said: Said) => void;
}

/** The state of a computer that is in. @throws Failure VAULT_NOT_OPEN, SYNC_STEP */
export function insideOf(open: OpenKept): Inside {
  open.requireOpen();
  const kept = open.get();
  if (kept === null || typeof kept === 'string' || kept.stage !== 'inside') throw new Failure('SYNC_STEP');
  return kept;
}

/**
 * Asks, merges and pushes until both have the same. The order of writing is that of docs/sync.md: a push before it is sent;
 * of a merge first what it displaced, then the vault, then the state.
 *
 * @param options.asks ask before anything is pushed
 * @throws the failures of `SyncRemote`, of `OpenKept` and of `Vault.change`: what was not done is done by the next talk
 */
export async function talk(open: OpenKept, parts: TalkParts, options: { asks: boolean }): Promise<Talked> {
  let { asks } = options;
  for (let round = 0; round < ROUNDS; round += 1) {
    const { state } = insideOf(open);
    if (state.trouble !== null) return { outcome: 'stopped' };
    if (asks || isNew(state)) {
      const pulled = await pull(open, parts);
      if (pulled !== null) return pulled;
      asks = false;
      continue;
    }
    const prepared = await prepare(open, parts);
    if (prepared.push === null && prepared.proposal === null) return { outcome: 'agreed' };
    try {
      if (prepared.push !== null) {
        await parts.remote.push(prepared.push);
        await arrived(open, parts, prepared.push.hash);
      } else if (prepared.proposal !== null) {
        await send(open, parts, prepared.proposal);
        asks = true;
      }
    } catch (error) {
      if (!isFailure(error, 'SYNC_STALE')) throw error;
      asks = true;
    }
  }
  throw new Failure('SYNC_LATER');
}

/** Sends a change of the log. What the service does not take for good is forgotten: a person decides anew. */
async function send(open: OpenKept, { remote }: TalkParts, proposal: Proposal): Promise<void> {
  try {
    await remote.propose(proposal);
  } catch (error) {
    if (isFailure(error, 'STEP_UP_REQUIRED', 'SYNC_REFUSED')) {
      const inside = insideOf(open);
      await open.save({ ...inside, state: { ...inside.state, proposal: null } });
    }
    throw error;
  }
}

/** Whether the first answer is still to come, which brings the items or a key. */
function isNew({ items, epochKeys, log }: SyncState): boolean {
  return items === null || epochKeys.size < log.epochs.length;
}

/** Writes a push down, if there is something to push. */
async function prepare(open: OpenKept, { vault, context }: TalkParts): Promise<SyncState> {
  const { keys, hpke, random } = await context(insideOf(open));
  const inside = insideOf(open);
  const noted = noteChanges(inside.state, documentOf(vault));
  const prepared = preparePush({ keys, hpke, random }, noted);
  if (prepared === noted) open.hold({ ...inside, state: noted });
  else await open.save({ ...inside, state: prepared });
  return prepared;
}

async function arrived(open: OpenKept, { vault }: TalkParts, hash: string): Promise<void> {
  const inside = insideOf(open);
  await open.save({ ...inside, state: noteChanges(pushArrived(inside.state, hash), documentOf(vault)) });
}

/** Null once everything that came is applied. */
async function pull(open: OpenKept, parts: TalkParts): Promise<Talked | null> {
  try {
    const { state } = insideOf(open);
    const gathered = await gatherAll(state, parts.remote);
    const inside = insideOf(open);
    const verified = await verify(await parts.context(inside), state, gathered);
    return await apply(open, parts, verified);
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    const inside = insideOf(open);
    await open.save({ ...inside, state: { ...inside.state, trouble: error.code } });
    return { outcome: 'stopped' };
  }
}

async function gatherAll(state: SyncState, remote: SyncRemote): Promise<Gathered> {
  let gathered: Gathered | null = null;
  let question = questionOf(state);
  for (;;) {
    gathered = gather(state, gathered, await remote.pull(question, state.self));
    if (gathered.next === null) return gathered;
    question = gathered.next;
  }
}

/** Applies what holds. A change that is made meanwhile is merged too: the merge begins anew from what is written. */
async function apply(open: OpenKept, { vault, said }: TalkParts, verified: Verified): Promise<Talked | null> {
  for (;;) {
    const inside = insideOf(open);
    const document = documentOf(vault);
    const applied = applyNews(inside.state, verified, document);
    switch (applied.outcome) {
      case 'removed':
        await open.save({ ...inside, state: applied.state });
        return { outcome: 'stopped' };
      case 'ask':
        return { outcome: 'asks', manifest: applied.manifest, deleted: applied.deleted };
      case 'applied':
    }
    if (isNothing(inside.state, applied.state) && applied.document === document) return null;
    let written = document;
    if (applied.document !== document) {
      await open.save({ ...inside, state: applied.journal });
      const merged = await write(vault, open, { document, merged: applied.document });
      if (merged === null) continue;
      written = merged;
    }
    await open.save({ ...inside, state: noteChanges(applied.state, written) });
    said(applied.said);
    return null;
  }
}

/** Whether an answer brought nothing that is to be written down. */
function isNothing(before: SyncState, after: SyncState): boolean {
  return (
    before.items !== null &&
    before.position.hash === after.position.hash &&
    before.position.logNumber === after.position.logNumber &&
    before.log.entries.length === after.log.entries.length &&
    before.epochKeys.size === after.epochKeys.size &&
    before.push === after.push &&
    before.proposal === after.proposal &&
    before.decision === after.decision
  );
}

/** The vault as it was written; null if it was changed before that. The state before is kept as a generation. */
async function write(
  vault: Vault,
  open: OpenKept,
  { document, merged }: { document: VaultDocument; merged: VaultDocument },
): Promise<VaultDocument | null> {
  try {
    const written = await vault.change((present) => {
      open.requireOpen();
      if (present !== document) throw new Moved();
      return merged;
    });
    open.requireOpen();
    return written;
  } catch (error) {
    if (error instanceof Moved) return null;
    throw error;
  }
}

/** The vault is another one than was merged with. */
class Moved extends Error {}

function documentOf(vault: Vault): VaultDocument {
  const document = vault.document();
  if (document === null) throw new Failure('VAULT_NOT_OPEN');
  return document;
}
