import { ByteReader, ByteWriter, malformed } from './bytes.ts';
import { SyncError } from './fault.ts';

/**
 * Ed25519; DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20-Poly1305 (RFC 9180: 0x0020, 0x0001, 0x0003); SHA-256. A
 * later suite gets a later number, and every structure says its own.
 */
export const SUITE = 1;

/** What is signed, hashed, sealed or derived. */
export type StructureKind =
  | 'member'
  | 'join'
  | 'log'
  | 'seal'
  | 'seal info'
  | 'chain'
  | 'epoch'
  | 'item'
  | 'bucket'
  | 'root'
  | 'manifest'
  | 'kit'
  | 'words';

/**
 * Begins a structure: the length of its context, the context `latchkey-sync/1 KIND`, the suite, the account. No context
 * is the beginning of another, so a signature or a hash of one kind is never one of another kind, suite or account.
 */
export function structure(kind: StructureKind, account: string): ByteWriter {
  const context = Buffer.from(contextOf(kind), 'ascii');
  return new ByteWriter().u8(context.length).fixed(context, context.length).u16(SUITE).id(account);
}

/** Reads what `structure` began. @throws SyncError MALFORMED, UNKNOWN_SUITE, OTHER_ACCOUNT */
export function openStructure(
  bytes: Uint8Array,
  { kind, account, maximum }: { kind: StructureKind; account: string; maximum: number },
): ByteReader {
  const reader = new ByteReader(bytes, maximum);
  if (reader.fixed(reader.u8()).toString('latin1') !== contextOf(kind)) throw malformed(`not a ${kind}`);
  const suite = reader.u16();
  if (suite !== SUITE) throw new SyncError('UNKNOWN_SUITE', `suite ${suite}, known is ${SUITE}`);
  if (reader.id() !== account.toLowerCase())
    throw new SyncError('OTHER_ACCOUNT', `a ${kind} of another account`);
  return reader;
}

function contextOf(kind: StructureKind): string {
  return `latchkey-sync/1 ${kind}`;
}
