import { Buffer } from 'node:buffer';
import { decodePercent } from '../otpauth/query.ts';
import { readMigrationPayload, type MigrationOtp, type MigrationPayload } from './migration-payload.ts';
import type { ReadingBuilder } from './reading.ts';

/** Puts the parts of Google Authenticator's exports together, in whatever order they come. */
export interface MigrationSet {
  /** Takes an `otpauth-migration:` address; one that can't be read becomes a problem. */
  add(uri: string): void;
  /** Adds the entries of all parts, set by set, and says which sets are not whole. */
  finish(): void;
}

/** An empty set whose entries go to a reading. */
export function createMigrationSet(reading: ReadingBuilder): MigrationSet {
  /** Each whole or not yet, by the order of their first parts; part by index. */
  const batches: Map<number, { data: string; payload: MigrationPayload }>[] = [];

  return {
    add(uri) {
      const part = readPart(uri);
      if (part === null) return reading.note('MIGRATION');
      const { batchId, batchSize, batchIndex } = part.payload;
      const own = batches.filter((batch) => {
        const [one] = batch.values();
        return one?.payload.batchId === batchId && one.payload.batchSize === batchSize;
      });
      // A part that was read twice says nothing new. Another one in the same place is of another export: the
      // identity may be 0 or absent in both.
      if (own.some((batch) => batch.get(batchIndex)?.data === part.data)) return;
      const open = own.find((batch) => !batch.has(batchIndex));
      if (open !== undefined) open.set(batchIndex, part);
      else batches.push(new Map([[batchIndex, part]]));
    },

    finish() {
      for (const batch of batches) {
        const parts = [...batch].toSorted(([one], [other]) => one - other);
        for (const [, { payload }] of parts) {
          for (const otp of payload.otps) addOtp(otp, reading);
          if (payload.version === 0) reading.note('END_UNSURE');
        }
        const size = parts[0]?.[1].payload.batchSize ?? 1;
        if (batch.size < size) reading.note('BATCH_INCOMPLETE', `${batch.size}/${size}`);
      }
    },
  };
}

function addOtp(otp: MigrationOtp, reading: ReadingBuilder): void {
  const issuer = otp.issuer.trim();
  const hasPrefix = issuer !== '' && otp.name.toLowerCase().startsWith(`${issuer.toLowerCase()}:`);
  reading.add({
    kind: otp.type === 1 ? 'hotp' : otp.type === 0 || otp.type === 2 ? 'totp' : `type ${otp.type}`,
    issuer,
    account: hasPrefix ? otp.name.slice(issuer.length + 1) : otp.name,
    secret: otp.secret,
    algorithm: algorithms[otp.algorithm] ?? String(otp.algorithm),
    // Other numbers are not Google's; 6 and 8 mean themselves, and the rest no length that is made here.
    digits: [6, 6, 8][otp.digits] ?? otp.digits,
    counter: otp.counter,
  });
}

const algorithms = ['SHA1', 'SHA1', 'SHA256', 'SHA512', 'MD5'];

function readPart(uri: string): { data: string; payload: MigrationPayload } | null {
  const raw = /[?&]data=([^&#]*)/i.exec(uri)?.[1];
  if (raw === undefined) return null;
  const decoded = decodePercent(raw.trim(), []);
  // A plus that was written as it is, some read as a space. A space can also be the end.
  for (const text of new Set([decoded.replaceAll(' ', '+'), decoded.split(/\s/)[0] ?? ''])) {
    const data = text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
    if (!/^[A-Za-z\d+/]+$/.test(data) || data.length % 4 === 1) continue;
    const payload = readMigrationPayload(Buffer.from(data, 'base64'));
    if (payload !== null) return { data, payload };
  }
  return null;
}
