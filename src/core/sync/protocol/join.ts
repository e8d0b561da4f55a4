import { scrypt } from 'node:crypto';
import { ByteWriter, KEY_BYTES, SIGNATURE_BYTES, type Random } from './bytes.ts';
import { SyncError } from './fault.ts';
import { syncLimits } from './limits.ts';
import { readMember, writeMember, type Member, type MemberKeys } from './member.ts';
import { isSameTag, isSigned, macOf, sign } from './primitives.ts';
import { openStructure, structure } from './structure.ts';

/** How many words a computer that wants in shows, and how many words there are to draw from (11 bits each). */
export const joinWords = { count: 6, of: 2048 } as const;

/** scrypt (RFC 7914): 32 MiB and about a tenth of a second for each guess at 66 bits. */
const stretching = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

/** What a computer that wants in sends, signed with its new key, and what only who saw its words could have added. */
export interface JoinRequest {
  readonly request: Uint8Array;
  /** 32 bytes. */
  readonly tag: Uint8Array;
}

/** The words of one attempt to join, as numbers from 0 to 2047. The service never gets them. */
export function newJoinWords(random: Random): number[] {
  const bytes = Buffer.from(random(2 * joinWords.count));
  return Array.from({ length: joinWords.count }, (_, at) => bytes.readUInt16BE(2 * at) % joinWords.of);
}

/** The key that both computers derive from the words. It takes long on purpose, on a thread of Node's. */
export async function joinKey(words: readonly number[], account: string): Promise<Buffer> {
  const writer = new ByteWriter();
  for (const word of words) writer.u16(word);
  const password = writer.bytes();
  const salt = structure('words', account).bytes();
  try {
    return await new Promise((resolve, reject) => {
      scrypt(password, salt, KEY_BYTES, stretching, (error, key) => (error ? reject(error) : resolve(key)));
    });
  } finally {
    password.fill(0);
  }
}

/** Makes the request of a computer that wants in. */
export function makeJoinRequest(
  member: Member,
  keys: MemberKeys,
  { account, key }: { account: string; key: Uint8Array },
): JoinRequest {
  const body = writeMember(structure('join', account), member).bytes();
  const request = Buffer.concat([body, sign(body, keys.signing)]);
  return { request, tag: requestTag(request, key) };
}

/**
 * The computer that asks. It proves that it has its signing key.
 * @throws SyncError MALFORMED, UNKNOWN_SUITE, OTHER_ACCOUNT, BAD_SIGNATURE
 */
export function readJoinRequest(request: Uint8Array, account: string): Member {
  const reader = openStructure(request, { kind: 'join', account, maximum: syncLimits.logEntry });
  const member = readMember(reader, 'device');
  const body = reader.sofar();
  const signature = reader.fixed(SIGNATURE_BYTES);
  reader.end();
  if (isSigned(body, signature, member.signing)) return member;
  throw new SyncError('BAD_SIGNATURE', 'the request was not signed with its own key');
}

/** Whether a request comes from the computer whose words gave the key. */
export function isOfWords({ request, tag }: JoinRequest, key: Uint8Array): boolean {
  return isSameTag(requestTag(request, key), tag);
}

function requestTag(request: Uint8Array, key: Uint8Array): Buffer {
  return macOf(key, new ByteWriter().text('request').blob(request).bytes());
}

/** The proof in an `add` that its author saw the words of the computer that it adds. */
export function welcomeTag(entrySoFar: Uint8Array, key: Uint8Array): Buffer {
  return macOf(key, new ByteWriter().text('welcome').blob(entrySoFar).bytes());
}
