import { expect, test } from 'vitest';
import { decodeEntry, encodeEntry } from '../../../src/core/entry/record.ts';
import { anEntry } from './samples.ts';

const most = '💚'.repeat(256);

test('an entry has names of up to 256 characters, emoji count as one', () => {
  const { json, secrets } = encodeEntry(anEntry({ issuer: most, account: most }), 'entry');
  expect(decodeEntry({ json, secrets: secrets[0] ?? new Uint8Array() })).toMatchObject({
    issuer: most,
    account: most,
  });
});

test.each(['issuer', 'account'])(
  'an entry with one more in its %s is not written, and says where',
  (field) => {
    expect(() => encodeEntry(anEntry({ [field]: `${most}a` }), 'entry')).toThrow(`too_big at ${field}`);
  },
);
