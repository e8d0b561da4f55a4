import { randomBytes, randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { checkNewPassphrase } from '../../../src/app/unlock/new-passphrase.ts';
import { createPassphraseGate } from '../../../src/app/unlock/passphrase-gate.ts';
import { makePassphraseSlot, newDerivation } from '../../../src/core/vault/slots.ts';
import { createManualClock } from '../../rig/manual-clock.ts';
import { quickKeyDerivation } from '../../rig/memory-ports.ts';

/** Letters that are spelled in several ways, beside any others. */
const severalWays = fc.constantFrom(
  'é',
  'Å',
  '가',
  'ﬁ',
  'ｑ',
  '１',
  '\u00a0',
  '\u3000',
  '①',
  'ẛ̣',
  'が',
  '\u0344',
);
const anyPassphrase = fc
  .array(fc.oneof(severalWays, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 2 })), { minLength: 1 })
  .map((letters) => letters.join(''));
const key = randomBytes(32);
const vaultId = randomUUID();

describe('a passphrase', () => {
  it('opens however it is spelled when it is typed', async () => {
    await fc.assert(
      fc.asyncProperty(anyPassphrase, async (chosen) => {
        const gate = aGate();
        const { derivation, derived } = await gate.derive(chosen);
        const slot = makePassphraseSlot(key, vaultId, derivation, derived);
        for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD'] as const) {
          expect(await gate.open(slot, vaultId, chosen.normalize(form))).toEqual(key);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('opens what was made of its NFC, before there was one form for all spellings', async () => {
    await fc.assert(
      fc.asyncProperty(anyPassphrase, async (chosen) => {
        const derivation = newDerivation();
        const former = await quickKeyDerivation.derive(chosen.normalize('NFC'), derivation);
        const slot = makePassphraseSlot(key, vaultId, derivation, former);
        for (const form of ['NFC', 'NFD'] as const) {
          expect(await aGate().open(slot, vaultId, chosen.normalize(form))).toEqual(key);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('that is wrong counts once, in however many forms it was tried', async () => {
    const gate = aGate();
    const { derivation, derived } = await gate.derive('seven quiet otters paint');
    const slot = makePassphraseSlot(key, vaultId, derivation, derived);
    for (const _ of [1, 2, 3]) {
      await expect(gate.open(slot, vaultId, 'ｗｒｏｎｇ')).rejects.toMatchObject({
        code: 'PASSPHRASE_WRONG',
      });
    }
    await expect(gate.open(slot, vaultId, 'ｗｒｏｎｇ')).rejects.toMatchObject({ code: 'PASSPHRASE_WAIT' });
  });
});

test.each([
  'passwordpassword',
  'ｐａｓｓｗｏｒｄｐａｓｓｗｏｒｄ',
  'latchkeylatchkey',
  'wachtwoord12345',
  'qwertyuiopas',
  '123456789012',
  'aaaaaaaaaaaa',
  '🦊'.repeat(12),
  'Summer2024Summer2024',
])('%s is no new passphrase: anyone would try it soon', async (passphrase) => {
  await expect(checkNewPassphrase(passphrase)).rejects.toMatchObject({ code: 'PASSPHRASE_TOO_WEAK' });
});

test.each([
  'seven quiet otters paint',
  'correct horse battery staple',
  'vier stille otters verven',
  'q8Zt!m2Lp0xv',
  'тихий берег и лодка',
])('%s is a new passphrase', async (passphrase) => {
  await expect(checkNewPassphrase(passphrase)).resolves.toBeUndefined();
});

test('a new passphrase has twelve characters as people see them, whatever their spelling', async () => {
  const short = { code: 'PASSPHRASE_TOO_SHORT', data: { minimum: 12 } };
  await expect(checkNewPassphrase('🦊'.repeat(11))).rejects.toMatchObject(short);
  await expect(checkNewPassphrase('éàüçöñ lak'.normalize('NFD'))).rejects.toMatchObject(short);
});

function aGate() {
  return createPassphraseGate({ keyDerivation: quickKeyDerivation, clock: createManualClock(0) });
}
