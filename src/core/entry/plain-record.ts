import { z } from 'zod';
import { otpAlgorithms, type OtpAlgorithm } from '../otp/kinds.ts';
import { isWithin, otpLimits } from '../otp/parameters.ts';
import { labelMaximum, noteMaximum, tagsMaximum } from './label.ts';

/** The record of an entry as nearly all are: by time or by counter, with these members and no others. */
export interface PlainRecord {
  id: string;
  revision: number;
  changedAt: number;
  issuer: string;
  account: string;
  parameters: { algorithm: OtpAlgorithm; digits: number; secret: [offset: number, length: number] } & (
    { kind: 'totp'; period: number } | { kind: 'hotp'; counter: number }
  );
  unknownParameters: [];
  pinned: boolean;
  tags?: string[];
  note?: string;
  addedAt: number;
  lastUsedAt: number | null;
  uses: number;
  former: null;
}

const needed = 12;
const uuid = z.regexes.uuid();

/**
 * Whether a value is the record of such an entry. What this accepts, the schema of `record.ts` accepts as it is, and the
 * schema decides on everything else. A vault has thousands of them, and each start of `latchkey` reads them all: the
 * schema takes a fifth of that start, this a tenth of the schema's time.
 */
export function isPlainRecord(value: unknown): value is PlainRecord {
  if (!isObject(value)) return false;
  const { tags, note } = value;
  if (tags !== undefined && !isTags(tags)) return false;
  if (note !== undefined && !(typeof note === 'string' && note.length <= noteMaximum)) return false;
  const members = needed + (tags === undefined ? 0 : 1) + (note === undefined ? 0 : 1);
  return (
    Object.keys(value).length === members &&
    isId(value['id']) &&
    isCount(value['revision'], 1) &&
    isCount(value['changedAt']) &&
    isLabel(value['issuer']) &&
    isLabel(value['account']) &&
    isParameters(value['parameters']) &&
    Array.isArray(value['unknownParameters']) &&
    value['unknownParameters'].length === 0 &&
    typeof value['pinned'] === 'boolean' &&
    isCount(value['addedAt']) &&
    (value['lastUsedAt'] === null || isCount(value['lastUsedAt'])) &&
    isCount(value['uses']) &&
    value['former'] === null
  );
}

function isParameters(value: unknown): boolean {
  if (!isObject(value) || Object.keys(value).length !== 5) return false;
  const { kind, algorithm, digits, secret } = value;
  return (
    otpAlgorithms.some((known) => known === algorithm) &&
    isLimited('digits', digits) &&
    (kind === 'totp'
      ? isLimited('period', value['period'])
      : kind === 'hotp' && isLimited('counter', value['counter'])) &&
    Array.isArray(secret) &&
    secret.length === 2 &&
    isCount(secret[0]) &&
    isCount(secret[1], otpLimits.secret.minimum) &&
    secret[1] <= otpLimits.secret.maximum
  );
}

function isTags(value: unknown): boolean {
  return Array.isArray(value) && value.length <= tagsMaximum && value.every(isLabel);
}

/** A longer one may still fit, as limits count code points: the schema counts them. */
function isLabel(value: unknown): boolean {
  return typeof value === 'string' && value.length <= labelMaximum;
}

function isId(value: unknown): boolean {
  return typeof value === 'string' && uuid.test(value);
}

function isCount(value: unknown, minimum = 0): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= minimum;
}

function isLimited(limit: Parameters<typeof isWithin>[0], value: unknown): boolean {
  return typeof value === 'number' && isWithin(limit, value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
