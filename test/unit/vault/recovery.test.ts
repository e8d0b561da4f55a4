import { randomBytes, randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeGroups, codeQrText, isSameGroup, readCode } from '../../../src/core/vault/recovery-code.ts';
import {
  findRecoverySlot,
  makeRecoverySlot,
  openRecoverySlot,
  recoveryPublicKey,
} from '../../../src/core/vault/recovery-slot.ts';

const anyCode = fc.uint8Array({ minLength: 20, maxLength: 20 });
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The zeros of some scripts' digits, ASCII and full width among them. */
const zeros = ['0', '０', '٠', '۰', '०', '০', '𝟎'];
/** How a character of a code is typed: digits of a script, letters in either case, of full width or with O and I, L. */
const aKeyboard = fc
  .record({
    zero: fc.constantFrom(...zeros),
    isWide: fc.boolean(),
    isSmall: fc.boolean(),
    careless: fc.constantFrom(null, ['O', 'I'] as const, ['o', 'l'] as const),
  })
  .map(({ zero, isWide, isSmall, careless }) => (character: string): string => {
    if (careless !== null && character === '0') return careless[0];
    if (careless !== null && character === '1') return careless[1];
    if (/\d/.test(character)) return String.fromCodePoint((zero.codePointAt(0) ?? 0) + Number(character));
    const letter = isSmall ? character.toLowerCase() : character;
    return isWide ? String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0) : letter;
  });
/** What may stand between groups: dashes and spaces of any kind, and what can't be seen. */
const aGrouping = fc
  .array(
    fc.constantFrom(
      '-',
      '‐',
      '‑',
      '–',
      '—',
      '−',
      '－',
      '﹣',
      '〜',
      ' ',
      '\u00a0',
      '\u3000',
      '\t',
      '\n',
      '.',
      '_',
      '·',
      '\u200b',
      '\u00ad',
      '\ufeff',
    ),
    {
      maxLength: 3,
    },
  )
  .map((characters) => characters.join(''));

describe('a recovery code', () => {
  it('comes back from its groups, however they are typed', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        const groups = codeGroups(code);
        expect(groups.every((group) => /^[0-9A-HJKMNP-TV-Z]{5}$/u.test(group))).toBe(true);
        const typed = [groups.join('-'), groups.join(' ').toLowerCase(), groups.join('')];
        const careless = groups.join(' — ').replaceAll('0', 'o').replaceAll('1', 'l');
        for (const text of [...typed, careless, codeQrText(code, randomUUID())]) {
          expect(readCode(text)).toEqual({ outcome: 'read', code: Buffer.from(code) });
        }
      }),
    );
  });

  it('is read whatever keyboard or paper it comes from', () => {
    fc.assert(
      fc.property(anyCode, aKeyboard, aGrouping, (code, keyboard, grouping) => {
        const groups = codeGroups(code).map((group) => Array.from(group, keyboard).join(''));
        for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD'] as const) {
          const typed = groups.join(grouping).normalize(form);
          expect(readCode(typed)).toEqual({ outcome: 'read', code: Buffer.from(code) });
        }
        groups.forEach((typed, at) => expect(isSameGroup(typed, codeGroups(code)[at] ?? '')).toBe(true));
      }),
    );
  });

  it('shows one wrong character, with the group that it stands in', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(39), fc.nat(31), (code, place, other) => {
        const text = codeGroups(code).join('');
        const wrong = alphabet.charAt(other);
        fc.pre(text.charAt(place) !== wrong);
        const typed = text.slice(0, place) + wrong + text.slice(place + 1);
        expect(readCode(typed)).toEqual({ outcome: 'typo', group: Math.floor(place / 5) + 1 });
      }),
    );
  });

  it('shows two exchanged characters, and two exchanged groups', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(7), fc.nat(7), fc.nat(3), (code, one, other, place) => {
        const groups = codeGroups(code);
        const group = groups[one] ?? '';
        const swapped = `${group.slice(0, place)}${group.charAt(place + 1)}${group.charAt(place)}${group.slice(place + 2)}`;
        if (swapped !== group) {
          expect(readCode(groups.with(one, swapped).join('')).outcome).toBe('typo');
        }
        if (one !== other) {
          const exchanged = groups.with(one, groups[other] ?? '').with(other, group);
          expect(readCode(exchanged.join('')).outcome).toBe('typo');
        }
      }),
    );
  });

  it('says how much of it is there, and takes no letter that is not in it', () => {
    expect(readCode('ABCD')).toEqual({ outcome: 'length', characters: 4 });
    expect(readCode('')).toEqual({ outcome: 'length', characters: 0 });
    expect(readCode('U'.repeat(40))).toEqual({ outcome: 'typo', group: 1 });
  });

  it('is compared group by group as generously as it is read', () => {
    expect(isSameGroup(' o1-ab c', '01ABC')).toBe(true);
    expect(isSameGroup('01ABD', '01ABC')).toBe(false);
    expect(isSameGroup('01AB', '01ABC')).toBe(false);
  });
});

describe('a recovery slot', () => {
  const [vaultId, key, code] = [randomUUID(), randomBytes(32), randomBytes(20)];
  const publicKey = recoveryPublicKey(code, vaultId);
  const slot = makeRecoverySlot(key, vaultId, publicKey, 1);

  it('opens with its code, and with no other code or vault', () => {
    expect(openRecoverySlot(slot, vaultId, code)).toEqual(key);
    expect(() => openRecoverySlot(slot, vaultId, randomBytes(20))).toThrow('does not open');
    expect(() => openRecoverySlot(slot, randomUUID(), code)).toThrow('does not open');
  });

  it('is made again for another key without the code', () => {
    const next = randomBytes(32);
    const again = makeRecoverySlot(next, vaultId, publicKey, 1);
    expect(openRecoverySlot(again, vaultId, code)).toEqual(next);
    expect(again.ephemeral).not.toBe(slot.ephemeral);
  });

  it('says nothing of the public key, which would let anybody who breaks the curve read the vault', () => {
    expect(JSON.stringify(slot)).not.toContain(publicKey.toString('base64'));
  });

  it('is not used where it is not what it should be', () => {
    expect(findRecoverySlot([{ ...slot, ephemeral: 'AAAA' }])).toBeNull();
    expect(findRecoverySlot([{ kind: 'recovery' }, slot])).toEqual(slot);
  });
});
