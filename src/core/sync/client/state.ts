import type { Body, Displaced, SyncRecord } from '../content/record.ts';
import type { Hash, Random } from '../protocol/bytes.ts';
import type { SyncFault } from '../protocol/fault.ts';
import type { Hpke } from '../protocol/hpke.ts';
import type { Item } from '../protocol/item.ts';
import type { MemberLog } from '../protocol/log.ts';
import type { Position } from '../protocol/log-entry.ts';
import type { MemberKeys } from '../protocol/member.ts';
import type { SetHash } from '../protocol/root.ts';

/** What a client computes with, and no part of its state. */
export interface SyncContext {
  readonly keys: MemberKeys;
  readonly hpke: Hpke;
  readonly random: Random;
}

/**
 * All that a computer knows of sync. Immutable: each step returns another one, and the caller writes it down before it does
 * what follows from it.
 */
export interface SyncState {
  readonly account: string;
  /** This computer's fingerprint. */
  readonly self: Hash;
  /** Verified from its start, and never shorter or another one later on. */
  readonly log: MemberLog;
  /** The keys of the epochs, by number. */
  readonly epochKeys: ReadonlyMap<number, Uint8Array>;
  /** The newest manifest that was verified, and the log entry that it knew. */
  readonly position: Position & { readonly logNumber: number };
  /** The items as of `position`; null in a computer that was let in and has read nothing yet. */
  readonly items: KnownItems | null;
  /** What differs here and was not pushed, by item. */
  readonly pending: ReadonlyMap<string, Pending>;
  /** What was sent, or is about to be, and is not known to have arrived. */
  readonly push: Push | null;
  readonly proposal: Proposal | null;
  /** The greatest Lamport counter that was seen. */
  readonly lamport: number;
  /** The person's answer to the question whether a manifest may delete so much here. */
  readonly decision: { readonly manifest: Hash; readonly answer: 'delete' | 'keep' } | null;
  /** Why sync has stopped. Nothing is sent, and nothing that came is applied. */
  readonly trouble: SyncFault | 'REMOVED' | null;
}

export interface KnownItems {
  readonly byId: ReadonlyMap<string, KnownItem>;
  readonly hash: SetHash;
}

/** The newest revision of an item that this computer knows. */
export interface KnownItem extends Pick<Item, 'hash' | 'revision' | 'epoch'> {
  /** What it says, or null if it cannot be read here: it stays as it came, and is not written over. */
  readonly record: SyncRecord | null;
  /** The revision of its entry when the vault said the same last; 0 before the first. */
  readonly localRevision: number;
  /** The vault's own object that was found to say the same, so that it is not compared again. */
  readonly agreed: unknown;
}

export interface Pending {
  /** When this computer made its change, in the order of changes. */
  readonly lamport: number;
  /** What was changed to, and the vault's revision of it; 0 if a merge made it and the vault has not written it yet. */
  readonly body: Body;
  readonly localRevision: number;
  /** What merges added beside it: it goes out with the item. */
  readonly displaced: readonly Displaced[];
  readonly conflictsWith: string | null;
}

/** A push with all that is needed to send it again, byte for byte. */
export interface Push {
  readonly manifest: Uint8Array;
  readonly sequence: number;
  readonly hash: Hash;
  readonly logNumber: number;
  readonly items: readonly Uint8Array[];
  /** What this computer knows once it has arrived. */
  readonly known: KnownItems;
}

/** A change of the log, with what must be stored along with it. */
export interface Proposal {
  readonly entry: Uint8Array;
  readonly hash: Hash;
  readonly seals: readonly Uint8Array[];
  readonly chain: Uint8Array | null;
  /** The manifest that must be the newest one for it: a removal's. */
  readonly only: Hash | null;
}
