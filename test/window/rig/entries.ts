import { createHash, randomUUID } from 'node:crypto';
import { hotpCode, steamCode, totpCode } from '../../../src/core/otp/code.ts';
import type { OtpAlgorithm, OtpKind } from '../../../src/core/otp/parameters.ts';
import { writeOtpauth } from '../../../src/core/otpauth/write.ts';
import type { Entry, TrashedEntry } from '../../../src/core/entry/entry.ts';
import type { QuarantinedEntry } from '../../../src/core/entry/quarantined.ts';
import { anEntry } from '../../unit/vault/samples.ts';

interface EntryParts extends Partial<Omit<Entry, 'parameters'>> {
  kind?: OtpKind;
  algorithm?: OtpAlgorithm;
  digits?: number;
  period?: number;
  counter?: number;
  /** Left out: another one each time. */
  secret?: Uint8Array;
}

/** An entry with usual values where a test does not care. */
export function entryOf(parts: EntryParts = {}): Entry {
  const { kind = 'totp', algorithm = 'SHA1', digits = 6, period = 30, counter = 0, ...rest } = parts;
  const { secret = createHash('sha1').update(randomUUID()).digest(), ...own } = rest;
  return anEntry({
    issuer: 'GitHub',
    account: 'ada@example.org',
    addedAt: Date.UTC(2026, 5, 1),
    ...own,
    parameters:
      kind === 'steam'
        ? { kind, secret }
        : kind === 'hotp'
          ? { kind, algorithm, digits, counter, secret }
          : { kind, algorithm, digits, period, secret },
  });
}

/** The same, deleted some time ago. */
export function trashedOf(parts: EntryParts & { deletedAt: number }): TrashedEntry {
  const { deletedAt, ...entry } = parts;
  return { ...entryOf(entry), deletedAt };
}

/** The code of an entry at a time, or at its counter, as the application makes it. */
export function codeOf(
  { parameters }: Pick<Entry, 'parameters'>,
  now: number,
): { code: string; next: string } {
  switch (parameters.kind) {
    case 'totp':
      return totpCode(parameters, now);
    case 'steam':
      return steamCode(parameters, now);
    case 'hotp':
      return {
        code: hotpCode(parameters, parameters.counter),
        next: hotpCode(parameters, parameters.counter + 1),
      };
  }
}

/** A code of up to eight digits as a screen reader is to say it: one after the other, in two groups. */
export function spoken(code: string): string {
  const middle = Math.floor(code.length / 2);
  return [code.slice(0, middle), code.slice(middle)].map((group) => group.split('').join(' ')).join(', ');
}

/** What the QR code of an entry holds. */
export const addressOf: (entry: Entry) => string = writeOtpauth;

/** A record of an entry that no Latchkey understands, with a secret and a name where a test does not care. */
export function unreadableOf(
  parts: {
    kind?: QuarantinedEntry['kind'];
    issuer?: string | null;
    account?: string | null;
    /** The whole of the parameters; none: the record has no more than a name. */
    parameters?: Record<string, unknown> | null;
  } = {},
): QuarantinedEntry {
  const { kind = 'entry', issuer = 'Acme Mail', account = 'ada@example.org' } = parts;
  const { parameters = { kind: 'totp', algorithm: 'SHA1', digits: 60, period: 30, secret: [0, 20] } } = parts;
  const { parameters: _, ...record } = entryOf();
  const names = { ...(issuer !== null && { issuer }), ...(account !== null && { account }) };
  const { issuer: __, account: ___, ...unnamed } = record;
  const json = Buffer.from(JSON.stringify({ ...unnamed, ...names, ...(parameters && { parameters }) }));
  return {
    kind,
    json,
    secrets: parameters === null ? Buffer.alloc(0) : Buffer.from('12345678901234567890'),
    wrong: 'other',
    reason: '',
  };
}
