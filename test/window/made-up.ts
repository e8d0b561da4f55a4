import { createHash, randomUUID } from 'node:crypto';
import type { Code, EntryView } from '../../src/contract/entry.ts';
import type { Preview } from '../../src/contract/previews.ts';

/** An entry with usual values where a test does not care. */
export function entryOf(part: Partial<EntryView> = {}): EntryView {
  return {
    id: randomUUID(),
    kind: 'totp',
    issuer: 'GitHub',
    account: 'ada@example.org',
    algorithm: 'SHA1',
    digits: 6,
    period: part.kind === 'hotp' ? 0 : 30,
    counter: part.kind === 'hotp' ? 0 : null,
    tags: [],
    note: '',
    pinned: false,
    addedAt: Date.UTC(2026, 5, 1),
    lastUsedAt: null,
    icon: null,
    siteCodes: { left: 0, all: 0 },
    former: 0,
    ...part,
  };
}

/** A preview with usual values where a test does not care. */
export function previewOf(part: Partial<Preview> = {}): Preview {
  return {
    previewId: randomUUID(),
    kind: 'totp',
    issuer: 'GitHub',
    account: 'ada@example.org',
    labelIssuer: null,
    algorithm: 'SHA1',
    digits: 6,
    period: 30,
    counter: null,
    notes: [],
    askSteam: false,
    duplicate: null,
    ...part,
  };
}

/** The made-up code of an entry at a time: right in shape, and the same for the same step. */
export function codeOf(entry: EntryView, now: number): Code {
  const period = entry.period * 1000;
  const validFrom = Math.floor(now / period) * period;
  return {
    id: entry.id,
    code: digitsFor(`${entry.id} ${validFrom}`, entry),
    next: digitsFor(`${entry.id} ${validFrom + period}`, entry),
    validFrom,
    validUntil: validFrom + period,
  };
}

/** Digits (or Steam's characters) that are always the same for a seed. */
export function digitsFor(seed: string, { kind, digits }: EntryView): string {
  const alphabet = kind === 'steam' ? '23456789BCDFGHJKMNPQRTVWXY' : '0123456789';
  const bytes = createHash('sha256').update(seed).digest();
  return [...bytes.subarray(0, digits)].map((byte) => alphabet[byte % alphabet.length]).join('');
}
