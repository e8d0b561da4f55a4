import { malformed, SIGNATURE_BYTES, type Hash } from './bytes.ts';
import { SyncError } from './fault.ts';
import type { MemberLog } from './log.ts';
import type { Position } from './log-entry.ts';
import type { MemberKeys } from './member.ts';
import { hashOf, isSigned, sign } from './primitives.ts';
import { openStructure, structure } from './structure.ts';

/** What a member vouches for with each push: all items as they are after it, and everything before. */
export interface ManifestBody {
  readonly account: string;
  /** Counts the pushes of the account, from 1. */
  readonly sequence: number;
  /** The hash of the manifest before; zeros in the first. */
  readonly previous: Hash;
  /** The hash of all items (`root.ts`). */
  readonly root: Hash;
  /** The newest log entry that the writer knew. */
  readonly log: { readonly number: number; readonly head: Hash };
  /** The writer's fingerprint. */
  readonly writer: Hash;
}

export interface Manifest extends ManifestBody, Position {
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
}

const MAXIMUM = 512;

/** Signs a manifest. */
export function writeManifest(body: ManifestBody, keys: MemberKeys): Buffer {
  const { account, sequence, previous, root, log, writer } = body;
  const bytes = structure('manifest', account).u64(sequence).hash(previous).hash(root);
  const signed = bytes.u32(log.number).hash(log.head).hash(writer).bytes();
  return Buffer.concat([signed, sign(signed, keys.signing)]);
}

/** Reads a manifest by itself. @throws SyncError MALFORMED, UNKNOWN_SUITE, OTHER_ACCOUNT */
export function readManifest(bytes: Uint8Array, account: string): Manifest {
  const reader = openStructure(bytes, { kind: 'manifest', account, maximum: MAXIMUM });
  const sequence = reader.u64();
  const previous = reader.hash();
  const root = reader.hash();
  const log = { number: reader.u32(), head: reader.hash() };
  const writer = reader.hash();
  const signed = reader.sofar();
  const signature = reader.fixed(SIGNATURE_BYTES);
  reader.end();
  if (sequence === 0) throw malformed('manifests count from 1');
  return { account, sequence, previous, root, log, writer, hash: hashOf(bytes), signed, signature };
}

/** @throws SyncError FORKED unless a manifest is the next one after a position */
export function checkFollows(manifest: Manifest, position: Position): void {
  if (manifest.sequence === position.sequence + 1 && manifest.previous === position.hash) return;
  throw new SyncError('FORKED', `manifest ${manifest.sequence} does not follow the one before`);
}

/**
 * Checks that a computer that was in signed a manifest, and that it knew of each removal before it.
 * @throws SyncError WITHHELD if the log lacks what it speaks of; FORKED, NOT_VOUCHED, BAD_SIGNATURE
 */
export function checkVouched({ sequence, log: known, ...manifest }: Manifest, log: MemberLog): void {
  const head = log.entries[known.number]?.hash;
  if (head === undefined) throw new SyncError('WITHHELD', `the log that manifest ${sequence} speaks of`);
  if (head !== known.head) throw new SyncError('FORKED', `manifest ${sequence} speaks of another log`);
  const writer = log.members.get(manifest.writer);
  if (writer === undefined || writer.member.kind !== 'device' || writer.number > known.number) {
    throw new SyncError('NOT_VOUCHED', `the writer of manifest ${sequence} was not in`);
  }
  // A removal names the manifest that it comes after: nothing after that one is from before the removal.
  const ignored = log.entries.find(
    ({ action, anchor, number }) =>
      action.kind === 'remove' && anchor.sequence < sequence && number > known.number,
  );
  if (ignored !== undefined || (writer.removed !== null && writer.removed.last.sequence < sequence)) {
    throw new SyncError('NOT_VOUCHED', `manifest ${sequence} ignores a removal`);
  }
  if (isSigned(manifest.signed, manifest.signature, writer.member.signing)) return;
  throw new SyncError('BAD_SIGNATURE', `manifest ${sequence} is not signed by its writer`);
}
