import { expect, it } from 'vitest';
import { readTransfer } from '../../../src/core/transfer/formats.ts';
import { parseJson } from '../../../src/core/transfer/source-file.ts';
import { TransferError } from '../../../src/core/transfer/transfer-error.ts';
import { allSamples } from '../../rig/transfer-files/all.ts';
import { json } from '../../rig/transfer-files/sample.ts';

const samples = await allSamples();

/** How many entries a file gives, or the code of the error that refuses it. Any other error fails the test. */
async function outcome(bytes: Uint8Array, passphrase?: string): Promise<number | string> {
  try {
    return (await readTransfer(bytes, passphrase)).entries.length;
  } catch (error) {
    if (error instanceof TransferError) return error.code;
    throw error;
  }
}

const locked = samples.filter(({ passphrase }) => passphrase !== undefined);
const withParts = samples.filter(({ parts }) => parts !== undefined);
const withContent = samples.filter(({ bytes }) => contentOf(bytes) !== undefined);
const lists = withContent.filter(
  ({ bytes, passphrase }) => passphrase === undefined && multiplied(contentOf(bytes), 1),
);

it.each(locked)('$format, $variant: a wrong passphrase and none are refused', async ({ bytes }) => {
  expect(await outcome(bytes, 'quite another')).toBe('PASSPHRASE_WRONG');
  expect(['PASSPHRASE_MISSING', 'UNKNOWN_FORMAT']).toContain(await outcome(bytes));
});

it.each(samples)('$format, $variant: a file cut off at any tenth is refused', async (sample) => {
  const { bytes, passphrase, entries, isLines, isCostly } = sample;
  expect(await outcome(bytes, passphrase)).toBe(entries);
  for (const tenth of isCostly === true ? [0, 1, 9] : [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]) {
    const result = await outcome(bytes.subarray(0, (bytes.length * tenth) / 10), passphrase);
    if (isLines !== true) expect(result, `${tenth} tenths`).toBeTypeOf('string');
  }
});

it.each(withParts)('$format, $variant: one byte changed in a part is found, or harmless', async (sample) => {
  const { bytes, passphrase, entries, parts = [], isUnauthenticated } = sample;
  for (const at of parts) {
    const changed = Uint8Array.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 0x01;
    const result = await outcome(changed, passphrase);
    if (isUnauthenticated !== true) {
      expect([entries, 'PASSPHRASE_WRONG', 'DAMAGED', 'UNKNOWN_FORMAT'], `at ${at}`).toContain(result);
    }
  }
});

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
          expect(result, path.join('.')).toBeOneOf([entries - 1, entries]);
        }
      }
    }
  },
);

it.each(lists)('$format, $variant: 100,000 entries are refused', async ({ bytes }) => {
  expect(await outcome(json(multiplied(contentOf(bytes), 100_000)))).toBe('TOO_LARGE');
});

it.each(withContent)('$format, $variant: deep nesting is refused', async ({ bytes }) => {
  const text = String(Buffer.from(bytes));
  expect(await outcome(Buffer.from(`${'['.repeat(100_000)}${text}`))).toBe('DAMAGED');
  const inside = text.replace(/:/, (colon) => `${colon}${'['.repeat(100_000)}`);
  expect(await outcome(Buffer.from(inside))).toBe('DAMAGED');
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

type Path = readonly (string | number)[];

/** The path of every member and item of a JSON value. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return path.length > 0 ? [path] : [];
  const steps = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  const inner = steps.flatMap(([step, member]) => pathsOf(member, [...path, step]));
  return path.length > 0 ? [path, ...inner] : inner;
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
