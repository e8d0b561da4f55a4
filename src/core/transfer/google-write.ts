import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import QRCode from 'qrcode';
import type { HotpParameters, TotpParameters } from '../otp/parameters.ts';
import { qrCapacity } from '../qr/capacity.ts';
import type { TransferEntry, WritableFormat, Written } from './format.ts';
import { writeMigrationPayload, type MigrationOtp } from './migration-payload.ts';
import type { Problem, ProblemCode } from './problem.ts';
import { notWritten } from './writing.ts';

/** A migration set as pictures, one QR code each, as Google Authenticator shows it. */
export const writableGoogle: WritableFormat = {
  id: 'google',
  isEncrypted: false,
  extension: '.png',
  plan(entries) {
    const { uris, problems } = migrationUris(entries);
    return { problems, files: uris.length, write: () => picturesOf(uris) };
  },
};

async function picturesOf(uris: readonly string[]): Promise<Written['files']> {
  const files = uris.map(async (uri, at) => ({
    name: `google-${at + 1}-of-${uris.length}.png`,
    // The lowest correction keeps the modules large; a screen shows no dirt.
    bytes: await QRCode.toBuffer(uri, { errorCorrectionLevel: 'L', scale: 6, margin: 4 }),
    isOfSet: true,
  }));
  return Promise.all(files);
}

/** The same set as text: the address of each QR code in a line. */
export const writableGoogleText: WritableFormat = {
  id: 'google-text',
  isEncrypted: false,
  extension: '.txt',
  plan(entries) {
    const { uris, problems } = migrationUris(entries);
    const bytes = () => Buffer.from(uris.map((uri) => `${uri}\n`).join(''));
    return { problems, files: 1, write: () => [{ name: 'google.txt', bytes: bytes() }] };
  },
};

/** What a phone's camera reads off a screen at an arm's length: about 120 modules a side. */
const codeEntries = 10;
const codeBytes = 900;
function migrationUris(entries: readonly TransferEntry[]): { uris: string[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const groups: MigrationOtp[][] = [];
  let room = 0;
  for (const [at, entry] of entries.entries()) {
    const { otp, said } = migrationOtp(entry, at);
    problems.push(...said);
    if (otp === null) continue;
    const size = payloadOf([otp]).length;
    const last = groups.at(-1);
    if (last !== undefined && last.length < codeEntries && size <= room) last.push(otp);
    else groups.push([otp]);
    room = (groups.at(-1)?.length === 1 ? codeBytes : room) - size;
  }
  const batchId = batchIdOf(groups);
  const uris = groups.map((otps, batchIndex) => {
    return uriOf(payloadOf(otps, { batchSize: groups.length, batchIndex, batchId }));
  });
  return { uris, problems };
}

/** What the parts of a set have in common, from 1 to 2³¹ − 1. The same entries always make the same set. */
function batchIdOf(groups: readonly (readonly MigrationOtp[])[]): number {
  const hash = createHash('sha256');
  for (const otps of groups) hash.update(payloadOf(otps));
  return hash.digest().readUInt32BE() >>> 1 || 1;
}

function migrationOtp(entry: TransferEntry, at: number): { otp: MigrationOtp | null; said: Problem[] } {
  const said = notWritten(entry, at, { kinds: ['totp', 'hotp'], carries: [] });
  const refused = (code: ProblemCode) => ({ otp: null, said: [{ entry: at, code, subject: '' }] });
  if (entry.isForeign || entry.parameters.kind === 'steam') return { otp: null, said };
  const { parameters } = entry;
  if (parameters.kind === 'totp' && parameters.period !== 30) return refused('PERIOD_NOT_WRITTEN');
  if (parameters.digits !== 6 && parameters.digits !== 8) return refused('DIGITS_NOT_WRITTEN');
  const otp = otpOf(entry, parameters);
  return uriOf(payloadOf([otp])).length > qrCapacity.L ? refused('SIZE_NOT_WRITTEN') : { otp, said };
}

function otpOf(
  { issuer, account }: TransferEntry,
  parameters: TotpParameters | HotpParameters,
): MigrationOtp {
  const isHotp = parameters.kind === 'hotp';
  return {
    secret: parameters.secret,
    // Google itself keeps the label of an address whole.
    name: issuer === '' ? account : `${issuer}:${account}`,
    issuer,
    algorithm: { SHA1: 1, SHA256: 2, SHA512: 3 }[parameters.algorithm],
    digits: parameters.digits === 6 ? 1 : 2,
    type: isHotp ? 1 : 2,
    counter: isHotp ? String(parameters.counter) : '0',
  };
}

function payloadOf(
  otps: readonly MigrationOtp[],
  batch = { batchSize: 99, batchIndex: 98, batchId: 2 ** 31 - 1 },
): Uint8Array {
  return writeMigrationPayload({ otps, version: 1, ...batch });
}

function uriOf(payload: Uint8Array): string {
  return `otpauth-migration://offline?data=${encodeURIComponent(Buffer.from(payload).toString('base64'))}`;
}
