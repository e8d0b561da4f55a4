import { describe, expect, it, test } from 'vitest';
import type { TransferEntry } from '../../../src/core/transfer/format.ts';
import { readTransfer, writeTransfer } from '../../../src/core/transfer/formats.ts';
import { flips, truncations } from '../../rig/transfer-files/damage.ts';
import { keychainSlot, passphraseSlot, recoverySlot, vaultFile } from '../../rig/transfer-files/latchkey.ts';
import { outcomeOf, problemsOf, shown, usual } from './reading.ts';

const passphrase = 'four words of old cheese';
const bytes = Buffer.from('12345678901234567890');
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const plain = { issuer: 'ACME', account: 'ann', ...usual, secret };

/** An entry's record as the format's page has it. */
function record(id: number, more: object = {}): object {
  return {
    id: `6c617463-686b-4579-8000-0000000000${id}`,
    revision: 1,
    changedAt: 1,
    issuer: 'ACME',
    account: 'ann',
    parameters: { kind: 'totp', algorithm: 'SHA1', digits: 6, period: 30, secret: [0, 20] },
    unknownParameters: [],
    pinned: false,
    addedAt: 1,
    lastUsedAt: null,
    uses: 0,
    former: null,
    ...more,
  };
}
const anEntry = { kind: 2, json: record(10), secret: bytes };
const slot = await passphraseSlot(passphrase);

describe('a vault or a backup', () => {
  it('comes with all that its entries carry, the trash last', async () => {
    const more = {
      tags: ['work'],
      note: 'in the safe',
      pinned: true,
      icon: { name: 'bank' },
      unknownParameters: [['image', 'x']],
    };
    const hotp = { kind: 'hotp', algorithm: 'SHA256', digits: 8, counter: 9, secret: [0, 20] };
    const file = vaultFile(
      [slot],
      [
        { kind: 2, json: record(10, more), secret: bytes },
        { kind: 3, json: record(11, { deletedAt: 5, parameters: hotp }), secret: bytes },
        { kind: 2, json: record(12, { parameters: { kind: 'steam', secret: [0, 20] } }), secret: bytes },
        { kind: 5, json: { id: '6c617463-686b-4579-8000-000000000099', revision: 2, deletedAt: 5 } },
        { kind: 77, json: { unknown: true } },
      ],
    );
    const reading = await readTransfer(file, passphrase);
    expect(shown(reading)).toEqual([
      { ...plain, tags: ['work'], note: 'in the safe', pinned: true, icon: 'bank' },
      { issuer: 'ACME', account: 'ann', kind: 'steam', secret },
      {
        issuer: 'ACME',
        account: 'ann',
        kind: 'hotp',
        algorithm: 'SHA256',
        digits: 8,
        counter: 9,
        secret,
        trashed: true,
      },
    ]);
    expect(reading.entries[0]?.unknownParameters).toEqual([['image', 'x']]);
    expect(reading.problems).toEqual([]);
  });

  it('opens with its passphrase however that is typed, and with its kit’s code', async () => {
    const { slot: recovery, code } = recoverySlot();
    const file = vaultFile([keychainSlot(), slot, recovery], [anEntry]);
    for (const text of [passphrase, 'four words of old cheese'.normalize('NFD'), code, code.toLowerCase()]) {
      expect(shown(await readTransfer(file, text))).toEqual([plain]);
    }
    expect(await outcomeOf(file, 'four words')).toBe('PASSPHRASE_WRONG');
    expect(await outcomeOf(file, recoverySlot().code)).toBe('PASSPHRASE_WRONG');
    expect(await outcomeOf(file)).toBe('PASSPHRASE_MISSING');
    expect(await outcomeOf(vaultFile([recovery], [anEntry]), code.replace('-', ' '))).toBe('read');
    expect(await outcomeOf(vaultFile([recovery], [anEntry]), passphrase)).toBe('PASSPHRASE_WRONG');
  });

  it('is refused if only the keychain of its computer opens it', async () => {
    for (const slots of [[keychainSlot()], [], [{ kind: 'unknown' }]]) {
      expect(await outcomeOf(vaultFile(slots, [anEntry]), passphrase)).toBe('NO_PASSWORD_SLOT');
    }
  });

  it('brings what it keeps in quarantine, as far as it can be read', async () => {
    const motp = { kind: 'motp', algorithm: 'MD5', digits: 6, period: 10, secret: [0, 20] };
    const reading = await readTransfer(
      vaultFile(
        [slot],
        [
          anEntry,
          { kind: 2, json: record(11, { parameters: motp }), secret: bytes },
          { kind: 2, json: record(12, { uses: -1 }), secret: bytes },
          { kind: 2, json: { issuer: 'Lost' } },
          { kind: 2, json: 5 },
        ],
      ),
      passphrase,
    );
    expect(shown(reading)).toMatchObject([
      plain,
      { kind: 'motp', isForeign: true, issuer: 'ACME', secret },
      plain,
    ]);
    expect(problemsOf(reading, 1)).toEqual(['FIELD_INVALID', 'TYPE_UNSUPPORTED']);
    expect(problemsOf(reading, 2)).toEqual(['FIELD_INVALID']);
    expect(reading.problems.filter(({ entry }) => entry === null)).toEqual([
      { entry: null, code: 'ITEM_INVALID', subject: 'Lost' },
      { entry: null, code: 'ITEM_INVALID', subject: '' },
    ]);
  });
});

describe('refusals', () => {
  test('a newer major version is named, and a newer minor one is read', async () => {
    expect(await outcomeOf(vaultFile([slot], [anEntry], [2, 0]), passphrase)).toBe('NEWER_VERSION');
    expect(await outcomeOf(vaultFile([slot], [anEntry], [1, 9]), passphrase)).toBe('read');
  });

  test('a cut or changed file is damaged', async () => {
    const { slot: recovery, code } = recoverySlot();
    const file = vaultFile([recovery], [anEntry]);
    for (const part of truncations(file)) {
      expect(await outcomeOf(part, code)).toMatch(/^(?:DAMAGED|UNKNOWN_FORMAT)$/u);
    }
    for (const flipped of flips(file, 100)) {
      expect(await outcomeOf(flipped.bytes, code)).toMatch(/^(?:DAMAGED|UNKNOWN_FORMAT|NEWER_VERSION)$/u);
    }
  });

  test.each([
    ['memory', { memoryKiB: 2_000_000_000 }],
    ['passes', { iterations: 1_000_000 }],
    ['lanes', { parallelism: 1_000 }],
    ['work', { memoryKiB: 1_048_576, iterations: 64 }],
  ])('absurd %s is refused before any work', async (_, cost) => {
    const file = vaultFile([await passphraseSlot(passphrase, cost)], [anEntry]);
    expect(await outcomeOf(file, passphrase)).toBe('TOO_COSTLY');
  });

  test('an empty vault has nothing to bring', async () => {
    expect(await outcomeOf(vaultFile([slot], []), passphrase)).toBe('NOTHING_FOUND');
  });
});

describe('a written backup', () => {
  const entry: TransferEntry = {
    issuer: 'ACME',
    account: 'a'.repeat(300),
    unknownParameters: [['image', 'x']],
    tags: ['work'],
    note: 'in the safe',
    pinned: true,
    trashed: false,
    icon: 'bank',
    isForeign: false,
    parameters: { ...usual, secret: bytes },
  };

  it('gives back what was written, and shortens what is too long', async () => {
    const trashed: TransferEntry = { ...entry, issuer: 'Gone', account: '', trashed: true };
    const foreign: TransferEntry = {
      ...entry,
      isForeign: true,
      parameters: { kind: 'motp', secret: bytes, algorithm: 'MD5', digits: 6, period: 10, counter: null },
    };
    const written = await writeTransfer('latchkey', [trashed, foreign, entry], passphrase);
    expect(written.problems.map(({ entry: index, code }) => [index, code])).toEqual([
      [1, 'KIND_NOT_WRITTEN'],
      [1, 'ACCOUNT_TOO_LONG'],
      [2, 'ACCOUNT_TOO_LONG'],
    ]);
    const reading = await readTransfer(written.files[0]?.bytes ?? new Uint8Array(), passphrase);
    expect(reading.entries).toEqual([
      {
        ...entry,
        account: 'a'.repeat(256),
        parameters: { ...entry.parameters, secret: new Uint8Array(bytes) },
      },
      { ...trashed, parameters: { ...trashed.parameters, secret: new Uint8Array(bytes) } },
    ]);
  });

  it('carries what only Latchkey has: recovery codes of the site, replaced secrets, an own picture', async () => {
    const own = {
      siteCodes: [
        { code: new Uint8Array(Buffer.from('abcd-1234')), usedAt: 7 },
        { code: new Uint8Array(Buffer.from('4027 1183')), usedAt: null },
      ],
      former: [{ parameters: { kind: 'steam', secret: new Uint8Array([1, 2]) }, replacedAt: 5 }],
      icon: { mediaType: 'image/webp', data: 'AAAA' },
    } as const;
    const plainEntry: TransferEntry = {
      ...entry,
      account: 'ann',
      icon: null,
      parameters: { ...usual, secret: new Uint8Array(bytes) },
    };
    const given = [{ ...plainEntry, own }];
    const written = await writeTransfer('latchkey', given, passphrase);
    expect(written.problems).toEqual([]);
    const reading = await readTransfer(written.files[0]?.bytes ?? new Uint8Array(), passphrase);
    expect(reading.entries).toEqual(given);
    for (const format of ['otpauth', 'aegis', 'cxf', 'google-text']) {
      const { problems } = await writeTransfer(format, given);
      expect(problems.map(({ code }) => code)).toContain('SITE_CODES_NOT_WRITTEN');
    }
  });

  it('needs a passphrase', async () => {
    await expect(writeTransfer('latchkey', [entry])).rejects.toMatchObject({ code: 'PASSPHRASE_MISSING' });
  });
});
