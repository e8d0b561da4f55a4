import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPlainRecord } from '../../../src/core/entry/plain-record.ts';
import { decodeEntry, EntryError } from '../../../src/core/entry/record.ts';

const secrets = new Uint8Array(2_048);
const tags = (count: number) => Array.from({ length: count }, () => 'tag');
/** In place of a member: one value of each kind, and of each limit one within and one beyond. */
const odd: unknown[] = [
  null,
  true,
  0,
  -1,
  1,
  1.5,
  5,
  11,
  86_401,
  2 ** 53,
  '',
  'SHA1',
  'totp',
  'hotp',
  'steam',
  {},
  { secret: [0, 20] },
  [],
  [0],
  [0, 0],
  [0, 1_025],
  [-1, 20],
  [0, 20, 0],
  ['a'],
  [['a', 'b']],
  tags(65),
  'x'.repeat(257),
  '💚'.repeat(200),
  '💚'.repeat(257),
  'x'.repeat(10_001),
  '00000000-0000-0000-0000-000000000000',
  '11111111-1111-1111-1111-111111111111',
];

const count = fc.nat();
const anyParameters = fc.oneof(
  fc.record({
    kind: fc.constant('totp'),
    digits: fc.integer({ min: 5, max: 10 }),
    period: fc.integer({ min: 1, max: 86_400 }),
  }),
  fc.record({ kind: fc.constant('hotp'), digits: fc.integer({ min: 5, max: 10 }), counter: fc.maxSafeNat() }),
);
const anyRecord = fc.record(
  {
    id: fc.uuid(),
    revision: fc.integer({ min: 1 }),
    changedAt: count,
    issuer: fc.string({ unit: 'grapheme' }),
    account: fc.string({ unit: 'grapheme' }),
    parameters: anyParameters.map((parameters) => ({ ...parameters, algorithm: 'SHA256', secret: [3, 20] })),
    unknownParameters: fc.constant([]),
    pinned: fc.boolean(),
    tags: fc.array(fc.string()),
    note: fc.string(),
    addedAt: count,
    lastUsedAt: fc.option(count),
    uses: count,
    former: fc.constant(null),
  },
  {
    requiredKeys: [
      'id',
      'revision',
      'changedAt',
      'issuer',
      'account',
      'parameters',
      'unknownParameters',
      'pinned',
      'addedAt',
      'lastUsedAt',
      'uses',
      'former',
    ],
  },
);
const wellFormed = {
  id: '2f1c7a52-5d0e-4f6a-9a51-3d4f6f0f6a11',
  revision: 1,
  changedAt: 5,
  issuer: 'Bank',
  account: 'ann',
  parameters: { kind: 'totp', algorithm: 'SHA1', digits: 6, period: 30, secret: [0, 20] },
  unknownParameters: [],
  pinned: false,
  tags: ['work'],
  note: 'On the phone too',
  addedAt: 5,
  lastUsedAt: 6,
  uses: 1,
  former: null,
};
const byCounter = { kind: 'hotp', algorithm: 'SHA512', digits: 8, counter: 7, secret: [0, 20] };

/** The members with one that is missing (undefined), odd, or one too many. */
function wrongs(members: Record<string, unknown>): Record<string, unknown>[] {
  const names = [...Object.keys(members), 'another', 'icon', 'order', 'replaces', 'enrolment'];
  return names.flatMap((name) => [undefined, ...odd].map((value) => ({ ...members, [name]: value })));
}

/** What reading gives; an unknown member sends a record the long way, through the schema. */
function readings(record: Record<string, unknown>) {
  return [record, { ...record, unknown: 1 }].map((written) => {
    try {
      const json = Buffer.from(JSON.stringify(written));
      const { unknownMembers, ...entry } = decodeEntry({ json, secrets });
      const { unknown: _, ...others } = unknownMembers ?? {};
      return { entry, others };
    } catch (error) {
      if (error instanceof EntryError) return { wrong: error.wrong, reason: error.message };
      throw error;
    }
  });
}

test('the short way is for records without other members', () => {
  expect([wellFormed, { ...wellFormed, parameters: byCounter }].map(isPlainRecord)).toEqual([true, true]);
  for (const more of ['another', 'icon', 'order', 'replaces', 'enrolment', '__proto__']) {
    expect(isPlainRecord(JSON.parse(`{"${more}":{},${JSON.stringify(wellFormed).slice(1)}`))).toBe(false);
  }
});

test('a record is read the short way as the schema reads it', () => {
  fc.assert(
    fc.property(anyRecord, (record) => {
      const [short, long] = readings(record);
      expect(short).toEqual(long);
      expect(short).toHaveProperty('entry');
    }),
  );
});

test('a record with anything wrong in it is read or refused the short way as the schema does', () => {
  const inside = [wellFormed.parameters, byCounter].flatMap(wrongs);
  for (const record of [
    ...wrongs(wellFormed),
    ...inside.map((parameters) => ({ ...wellFormed, parameters })),
  ]) {
    const [short, long] = readings(record);
    expect(short, JSON.stringify(record).slice(0, 1_000)).toEqual(long);
  }
});
