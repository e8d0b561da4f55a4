import { expect, it } from 'vitest';
import { readTransfer } from '../../../src/core/transfer/formats.ts';
import { transferLimits } from '../../../src/core/transfer/limits.ts';
import { parseJson } from '../../../src/core/transfer/source-file.ts';
import { TransferError } from '../../../src/core/transfer/transfer-error.ts';
import { allSamples } from '../../rig/transfer-files/all.ts';
import { protectedExport } from '../../rig/transfer-files/bitwarden.ts';
import { googleOtp, googleUri } from '../../rig/transfer-files/google.ts';
import { passphraseSlot, vaultFile } from '../../rig/transfer-files/latchkey.ts';
import { lockedProtonFile } from '../../rig/transfer-files/proton.ts';
import { json, secret, told } from '../../rig/transfer-files/sample.ts';
import { legacyStratumFile } from '../../rig/transfer-files/stratum.ts';
import { zip } from '../../rig/transfer-files/zip.ts';

const samples = await allSamples();
const bomb = Buffer.alloc(transferLimits.unpackedBytes + 1, ' ');
const deep = `{"items": ${'['.repeat(100_000)}`;

/** The entries that a file gives, each as a line, or the code of the error that refuses it. Any other error fails the test. */
async function outcome(bytes: Uint8Array, passphrase?: string): Promise<string[] | string> {
  try {
    return told(await readTransfer(bytes, passphrase));
  } catch (error) {
    if (error instanceof TransferError) return error.code;
    throw error;
  }
}

const locked = samples.filter(({ passphrase }) => passphrase !== undefined);
const withParts = samples.filter(({ parts }) => parts !== undefined);
const withContent = samples.filter(({ bytes }) => contentOf(bytes) !== undefined);
const lines = samples.filter(
  ({ bytes, isLines }) => isLines === true && Buffer.from(bytes).includes(secret.base32),
);
const sealedContent = withContent.filter(({ passphrase }) => passphrase !== undefined);
const lists = withContent.filter(
  ({ bytes, passphrase }) => passphrase === undefined && multiplied(contentOf(bytes), 1),
);

it.each(locked)('$format, $variant: a wrong passphrase and none are refused', async ({ bytes }) => {
  expect(await outcome(bytes, 'quite another')).toBe('PASSPHRASE_WRONG');
  expect(['PASSPHRASE_MISSING', 'UNKNOWN_OR_ENCRYPTED']).toContain(await outcome(bytes));
});

it.each(samples)('$format, $variant: a file cut off at any tenth is refused', async (sample) => {
  const { bytes, passphrase, entries, isLines, isCostly } = sample;
  expect(await outcome(bytes, passphrase)).toHaveLength(entries);
  for (const tenth of isCostly === true ? [0, 1, 9] : [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]) {
    const result = await outcome(bytes.subarray(0, (bytes.length * tenth) / 10), passphrase);
    if (isLines !== true) expect(result, `${tenth} tenths`).toBeTypeOf('string');
  }
});

it.each(withParts)('$format, $variant: one byte changed in a part is found, or harmless', async (sample) => {
  const { bytes, passphrase, parts = [], isUnauthenticated } = sample;
  const whole = await outcome(bytes, passphrase);
  for (const at of parts) {
    const changed = Uint8Array.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 0x01;
    const result = await outcome(changed, passphrase);
    if (isUnauthenticated !== true) {
      expect([whole, 'PASSPHRASE_WRONG', 'DAMAGED', 'UNKNOWN_FORMAT'], `at ${at}`).toContainEqual(result);
    }
  }
});

it.each(sealedContent)(
  '$format, $variant: one character changed in a field is found, or harmless',
  async ({ bytes, passphrase }) => {
    const content = contentOf(bytes);
    const whole = await outcome(bytes, passphrase);
    for (const path of pathsOf(content)) {
      const changed = replaced(content, path, nextTo(valueAt(content, path)));
      const result = await outcome(json(changed), passphrase);
      const isRefused = typeof result === 'string';
      expect(isRefused ? whole : result, path.join('.')).toEqual(whole);
    }
  },
);

it.each(withContent)(
  '$format, $variant: a missing member or a wrong type costs one entry at most',
  async (sample) => {
    const { bytes, passphrase, entries } = sample;
    const content = contentOf(bytes);
    for (const path of pathsOf(content)) {
      for (const value of wrongValues) {
        const result = await outcome(json(replaced(content, path, value)), passphrase);
        const isInList = path.some((step) => typeof step === 'number');
        if (isInList && entries > 1 && passphrase === undefined) {
          expect([entries - 1, entries], path.join('.')).toContain(result.length);
        }
      }
    }
  },
);

it.each(lists)('$format, $variant: 100,000 entries are refused', async ({ bytes }) => {
  expect(await outcome(json(multiplied(contentOf(bytes), 100_000)))).toBe('TOO_LARGE');
});

it.each(lines)('$format, $variant: 100,000 lines are refused', async ({ bytes }) => {
  const text = String(Buffer.from(bytes));
  const line = text.split('\n').findLast((one) => one.includes(secret.base32));
  expect(await outcome(Buffer.from(`${text}\n${`${line}\n`.repeat(100_000)}`))).toBe('TOO_LARGE');
});

it('100,000 entries in one QR code, or in a vault, are refused', async () => {
  const many = <T>(item: T) => Array.from({ length: 100_000 }, () => item);
  expect(await outcome(Buffer.from(googleUri(many(googleOtp()))))).toBe('TOO_LARGE');
  const record = { kind: 2, json: {}, secret: Buffer.alloc(10) };
  const vault = vaultFile([await passphraseSlot('latchkey')], many(record));
  expect(await outcome(vault, 'latchkey')).toBe('TOO_LARGE');
});

it.each(['raivo-otp-export.json', 'winauth-2024.txt', 'Accounts.txt', 'data.json', 'index.json'])(
  '%s in an archive that unpacks to more than is read at once is refused',
  async (name) => {
    const bytes = zip([{ name, content: bomb }]);
    expect(bytes.length).toBeLessThan(100_000);
    expect(await outcome(bytes)).toBe('TOO_LARGE');
  },
);

it.each(withContent)('$format, $variant: deep nesting is refused', async ({ bytes }) => {
  const text = String(Buffer.from(bytes));
  expect(await outcome(Buffer.from(`${'['.repeat(100_000)}${text}`))).toBe('DAMAGED');
  const inside = text.replace(/:/, (colon) => `${colon}${'['.repeat(100_000)}`);
  expect(await outcome(Buffer.from(inside))).toBe('DAMAGED');
});

it.each([
  ['Proton', async () => json(lockedProtonFile(Buffer.from(deep), 'open'))],
  ['Bitwarden', async () => json(await protectedExport(deep, 'open', { kdfType: 0, kdfIterations: 1 }))],
  ['Authenticator Pro', async () => legacyStratumFile(Buffer.from(deep), 'open')],
])('deep nesting in what %s encrypts is refused', async (_, file) => {
  expect(await outcome(await file(), 'open')).toBe('DAMAGED');
});

const wrongValues: readonly unknown[] = [
  undefined,
  null,
  true,
  -1.5,
  1e308,
  '',
  '𝄞\u0000\ud800',
  'A'.repeat(5000),
  [[]],
  { secret: {} },
];

/** The same value but for one character, or one more. */
function nextTo(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value !== 'string') return value;
  const middle = Math.floor(value.length / 2);
  return `${value.slice(0, middle)}${value[middle] === '1' ? '2' : '1'}${value.slice(middle + 1)}`;
}

type Path = readonly (string | number)[];

/** The path of every member and item of a JSON value. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return path.length > 0 ? [path] : [];
  const steps = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  const inner = steps.flatMap(([step, member]) => pathsOf(member, [...path, step]));
  return path.length > 0 ? [path, ...inner] : inner;
}

function valueAt(value: unknown, [step, ...rest]: Path): unknown {
  if (step === undefined) return value;
  const found = Object.entries(value ?? {}).find(([name]) => name === String(step));
  return valueAt(found?.[1], rest);
}

function replaced(value: unknown, [step, ...rest]: Path, by: unknown): unknown {
  if (step === undefined) return by;
  if (Array.isArray(value))
    return value.map((member, at) => (at === step ? replaced(member, rest, by) : member));
  return Object.fromEntries(
    Object.entries(value ?? {}).map(([name, member]) => [
      name,
      name === step ? replaced(member, rest, by) : member,
    ]),
  );
}

/** The same file with each list made longer by small items; null if its entries are in no list. */
function multiplied(value: unknown, length: number): unknown {
  if (Array.isArray(value)) return [...value, ...Array.from({ length: length - value.length }, () => ({}))];
  if (typeof value !== 'object' || value === null) return null;
  const members = Object.entries(value).map(
    ([name, member]) => [name, multiplied(member, length) ?? member] as const,
  );
  return members.some(([, member]) => Array.isArray(member)) ? Object.fromEntries(members) : null;
}

/** The JSON in a file; undefined if it holds none. */
function contentOf(bytes: Uint8Array): unknown {
  return parseJson(Buffer.from(bytes).toString());
}
