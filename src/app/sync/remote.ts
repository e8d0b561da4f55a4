import type { SyncAnswer } from '../../contract/account-service/sync.ts';
import type { Answer, Question } from '../../core/sync/client/gather.ts';
import type { Proposal, Push } from '../../core/sync/client/state.ts';
import type { Hash } from '../../core/sync/protocol/bytes.ts';
import type { JoinRequest } from '../../core/sync/protocol/join.ts';
import type { Account } from '../account/calls.ts';
import { isFailure } from '../failure.ts';

/** What the service shows to a computer that is not in. */
export interface Shown {
  readonly log: readonly Uint8Array[];
  readonly newest: Uint8Array | null;
  /** The present epoch's key, sealed for each kit. */
  readonly kits: readonly { readonly member: Hash; readonly seal: Uint8Array }[];
}

/**
 * The service, as far as sync needs it. Nothing of what it says is believed.
 *
 * Each call throws the failures SERVER_UNREACHABLE, OTHER_STEP and UNAUTHENTICATED (nobody is signed in), RATE_LIMITED, BUSY,
 * and where it says so others.
 */
export interface SyncRemote {
  /** The account's id. */
  account(): Promise<string>;
  /** Null if sync is off for the account. */
  state(): Promise<Shown | null>;
  /** @throws Failure SYNC_OFF, SYNC_NOT_MEMBER */
  pull(question: Question, member: Hash): Promise<Answer>;
  /** @throws Failure SYNC_STALE, SYNC_REFUSED, SYNC_FULL; as `pull` */
  push(push: Push): Promise<void>;
  /** @throws Failure STEP_UP_REQUIRED, SYNC_STALE, SYNC_REFUSED; as `pull` */
  propose(proposal: Proposal): Promise<void>;
  /** Asks to be let in. @throws Failure SYNC_OFF, SYNC_REFUSED, SYNC_FULL */
  ask(request: JoinRequest): Promise<void>;
  /** Takes that back, if this computer asked. */
  withdraw(): Promise<void>;
  /** Who asks. @throws Failure SYNC_OFF */
  requests(): Promise<readonly JoinRequest[]>;
  /** When members were last here, in ms since 1970; without those that never were. @throws Failure SYNC_OFF */
  lastSeen(): Promise<{ id: string; at: number }[]>;
  /** Yields now, and whenever something may have changed, until it ends or breaks: whoever listens begins anew. */
  events(signal: AbortSignal): AsyncIterable<unknown>;
  /** Deletes everything. @throws Failure STEP_UP_REQUIRED, SYNC_OFF */
  off(): Promise<void>;
  /**
   * Lets `pull`, `push`, `lastSeen` and `events` go on when nobody is signed in any more, for as long as this computer is
   * trusted. Does nothing if it is not. @throws Failure SYNC_OFF, SYNC_NOT_MEMBER
   */
  takePass(): Promise<void>;
  /** Ends that, at the service too if it answers. */
  endPass(): Promise<void>;
}

/** The account's service. */
export function createRemote(account: Pick<Account, 'ask' | 'id' | 'syncPass'>): SyncRemote {
  const { ask, syncPass } = account;

  return {
    account: () => account.id(),
    async state() {
      try {
        const { log, newest, kits } = await ask((client) => client.sync.state());
        return {
          log: log.map(bytesOf),
          newest: newest === null ? null : bytesOf(newest),
          kits: kits.map(({ member, seal }) => ({ member, seal: bytesOf(seal) })),
        };
      } catch (error) {
        if (isFailure(error, 'SYNC_OFF')) return null;
        throw error;
      }
    },
    async pull(question, member) {
      return pageOf(await syncPass.ask((client) => client.pull({ ...question, member })));
    },
    async push({ manifest, items }) {
      const sent = { manifest: textOf(manifest), items: items.map(textOf) };
      await syncPass.ask((client) => client.push(sent));
    },
    async propose({ entry, seals, chain }) {
      const sent = { entry: textOf(entry), seals: seals.map(textOf) };
      const link = chain === null ? null : textOf(chain);
      await ask((client) => client.sync.propose({ ...sent, chain: link }));
    },
    async ask({ request, tag }) {
      await ask((client) => client.sync.ask({ request: textOf(request), tag: textOf(tag) }));
    },
    async withdraw() {
      await ask((client) => client.sync.withdraw());
    },
    async requests() {
      const { requests } = await ask((client) => client.sync.members());
      return requests.map(({ request, tag }) => ({ request: bytesOf(request), tag: bytesOf(tag) }));
    },
    async lastSeen() {
      const { members } = await syncPass.ask((client) => client.members());
      return members.flatMap(({ member, lastSeenAt }) =>
        lastSeenAt === null ? [] : [{ id: member, at: Date.parse(lastSeenAt) }],
      );
    },
    async *events(signal) {
      yield* await syncPass.ask((client) => client.events(undefined, { signal }));
    },
    async off() {
      await ask((client) => client.sync.off());
    },
    takePass: () => syncPass.take(),
    endPass: () => syncPass.end(),
  };
}

/** A page of an answer as the client takes it: in bytes, where it comes in base64. */
export function pageOf(answer: SyncAnswer): Answer {
  return {
    ...answer,
    newest: answer.newest === null ? null : bytesOf(answer.newest),
    log: answer.log.map(bytesOf),
    manifests: answer.manifests.map(bytesOf),
    items: answer.items.map(bytesOf),
    seals: answer.seals.map(bytesOf),
    chain: answer.chain.map(bytesOf),
  };
}

function bytesOf(base64: string): Buffer {
  return Buffer.from(base64, 'base64');
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}
