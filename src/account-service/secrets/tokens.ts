import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** 256 random bits as base64url, for mailed links. */
export function createToken(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256, the stored form of every random token (256 bits need no salt and no stretching). */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/**
 * A token that starts with its account's id before the 256 random bits, so that looking it up touches only that
 * account's rows: `<account id, 22 characters>.<random, 43 characters>`.
 */
export function createAccountToken(accountId: string): string {
  return `${Buffer.from(accountId.replaceAll('-', ''), 'hex').toString('base64url')}.${createToken()}`;
}

/** The account that a token claims to be for (this proves nothing), or null when it is malformed. */
export function accountOfToken(token: string): string | null {
  const match = /^([A-Za-z0-9_-]{22})\.[A-Za-z0-9_-]{43}$/.exec(token);
  if (!match?.[1]) return null;
  const hex = Buffer.from(match[1], 'base64url').toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const passEnd = '.sync';

/** The token of a sync pass: that of an account, with an end that makes it none of a session. */
export function createPassToken(accountId: string): string {
  return `${createAccountToken(accountId)}${passEnd}`;
}

/** The account that the token of a sync pass claims to be for, or null if it is not of that form. */
export function accountOfPass(token: string): string | null {
  return token.endsWith(passEnd) ? accountOfToken(token.slice(0, -passEnd.length)) : null;
}

/** Six digits from the operating system's random source, for mail and SMS. */
export function createCode(): string {
  return randomInt(1_000_000).toString().padStart(6, '0');
}

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A recovery code: 80 random bits as 16 characters of Crockford's base32, in groups of four. */
export function createRecoveryCode(): string {
  const characters = Array.from({ length: 16 }, () => crockford[randomInt(32)]).join('');
  return characters.replaceAll(/(.{4})(?=.)/g, '$1-');
}

/** Compares two digests without revealing through timing where they differ. */
export function sameDigest(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
