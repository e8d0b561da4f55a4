import type { Answer, Question } from '../../../src/core/sync/client/gather.ts';
import type { Proposal, Push } from '../../../src/core/sync/client/state.ts';
import { NO_HASH, type Hash } from '../../../src/core/sync/protocol/bytes.ts';
import { SyncError } from '../../../src/core/sync/protocol/fault.ts';
import { readItem } from '../../../src/core/sync/protocol/item.ts';
import {
  extendLog,
  headOf,
  presentEpoch,
  readLog,
  type MemberLog,
} from '../../../src/core/sync/protocol/log.ts';
import { readLogEntry } from '../../../src/core/sync/protocol/log-entry.ts';
import { readManifest } from '../../../src/core/sync/protocol/manifest.ts';

export interface StoredItem {
  readonly bytes: Uint8Array;
  readonly hash: Hash;
  readonly sequence: number;
}

/** The service as it should be: what it stores, and the conditions under which it takes something. */
export class Server {
  readonly account: string;
  log: MemberLog | null = null;
  entries: Uint8Array[] = [];
  seals = new Map<Hash, Uint8Array[]>();
  chain: Uint8Array[] = [];
  manifests: Uint8Array[] = [];
  items = new Map<string, StoredItem>();

  constructor(account: string) {
    this.account = account;
  }

  clone(): Server {
    const copy = new Server(this.account);
    copy.log = this.log;
    copy.entries = [...this.entries];
    copy.seals = new Map([...this.seals].map(([id, list]) => [id, [...list]]));
    copy.chain = [...this.chain];
    copy.manifests = [...this.manifests];
    copy.items = new Map(this.items);
    return copy;
  }

  /** @param page how many manifests and pushes of items one page holds */
  answer(question: Question, asker: Hash, page: number): Answer {
    const all = this.manifests.slice(question.manifests);
    const manifests = all.slice(0, page);
    const through = question.items + page;
    const items = [...this.items.values()].filter(
      ({ sequence }) => sequence > question.items && sequence <= through,
    );
    const isMore = manifests.length < all.length || this.manifests.length > through;
    return {
      head: { number: this.entries.length - 1, hash: this.log === null ? NO_HASH : headOf(this.log) },
      newest: this.manifests.at(-1) ?? null,
      log: this.entries.slice(question.log),
      manifests,
      items: items.map(({ bytes }) => bytes),
      seals: this.seals.get(asker) ?? [],
      chain: this.chain,
      next: isMore
        ? { log: this.entries.length, manifests: question.manifests + manifests.length, items: through }
        : null,
    };
  }

  /** Whether it takes a push: only at the end of both chains, each item over the revision that it replaces. */
  takePush({ manifest, items }: Pick<Push, 'manifest' | 'items'>): boolean {
    const { log } = this;
    if (log === null) return false;
    const read = readManifest(manifest, this.account);
    const newest = this.newest();
    const isNext = read.sequence === newest.sequence + 1 && read.previous === newest.hash;
    if (!isNext || read.log.head !== headOf(log) || log.members.get(read.writer)?.removed !== null)
      return false;
    const all = items.map((bytes) => readItem(bytes, this.account));
    const isFree = all.every(
      ({ id, previous, epoch }) =>
        previous === (this.items.get(id)?.hash ?? NO_HASH) && epoch === presentEpoch(log).number,
    );
    if (!isFree) return false;
    this.manifests.push(manifest);
    for (const { id, bytes, hash } of all) this.items.set(id, { bytes, hash, sequence: read.sequence });
    return true;
  }

  /** Whether it takes a change of the log. Who removes must know the newest manifest. */
  takeProposal({ entry, seals, chain }: Proposal): boolean {
    try {
      const log = this.log === null ? readLog([entry], this.account) : extendLog(this.log, [entry]);
      const { anchor, action } = readLogEntry(entry, this.account);
      const newest = this.newest();
      const isKnown = anchor.sequence <= newest.sequence;
      if (!isKnown || (action.kind === 'remove' && anchor.sequence !== newest.sequence)) return false;
      this.log = log;
    } catch (error) {
      if (error instanceof SyncError) return false;
      throw error;
    }
    this.entries.push(entry);
    for (const seal of seals) {
      // The recipient stands behind context, suite, account and epoch.
      const to = Buffer.from(seal).toString('hex', 43, 75);
      this.seals.set(to, [...(this.seals.get(to) ?? []), seal]);
    }
    if (chain !== null) this.chain.push(chain);
    return true;
  }

  newest(): { sequence: number; hash: Hash } {
    const bytes = this.manifests.at(-1);
    return bytes === undefined ? { sequence: 0, hash: NO_HASH } : readManifest(bytes, this.account);
  }
}
