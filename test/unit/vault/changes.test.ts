import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesBetween, revise } from '../../../src/core/history/changes.ts';
import type { VaultDocument } from '../../../src/core/vault/document.ts';
import { TRASH_KEPT_MS } from '../../../src/core/vault/trash.ts';
import type { Entry } from '../../../src/core/entry/entry.ts';
import { aDocument, anEntry, withParameters } from './samples.ts';

const NOW = Date.UTC(2026, 0, 1);
const totp = anEntry({ issuer: 'Mail' });
const hotp = anEntry({
  issuer: 'Bank',
  parameters: { kind: 'hotp', algorithm: 'SHA1', digits: 6, counter: 4, secret: randomBytes(20) },
});
const before = aDocument(totp, hotp);
const siteCode = { code: Buffer.from('abcd-1234'), usedAt: null };
const former = [{ parameters: hotp.parameters, replacedAt: 5 }];
const unreadable = {
  kind: 'entry' as const,
  json: randomBytes(9),
  secrets: randomBytes(3),
  wrong: 'other' as const,
  reason: 'x',
};
const kinds = (older: VaultDocument, newer: VaultDocument) =>
  changesBetween(older, newer, NOW).map(({ kind }) => kind);
const edited = (entry: Entry, edit: Partial<Entry>) => ({
  ...before,
  entries: before.entries.map((one) => (one === entry ? { ...one, ...edit } : one)),
});
const binned = { ...hotp, deletedAt: NOW };

describe('what a person changed between two states', () => {
  const cases: [string, VaultDocument, VaultDocument, string[]][] = [
    ['nothing', before, aDocument({ ...totp }, { ...hotp }), []],
    ['an entry more', aDocument(totp), before, ['added']],
    ['one in the trash', before, { ...aDocument(totp), trash: [binned] }, ['removed']],
    ['one out of the trash', { ...aDocument(totp), trash: [binned] }, before, ['restored']],
    ['the trash emptied', { ...aDocument(totp), trash: [binned] }, aDocument(totp), ['gone']],
    ['another name', before, edited(totp, { issuer: 'Post' }), ['renamed']],
    ['a place in the order by hand alone', before, edited(totp, { order: 'a0' }), []],
    ['a pin', before, edited(totp, { pinned: true }), ['pinned']],
    ['a pin less', edited(totp, { pinned: true }), before, ['unpinned']],
    ['a record that cannot be read', before, { ...before, quarantine: [unreadable] }, ['unreadable']],
    [
      'another such record',
      { ...before, quarantine: [unreadable] },
      { ...before, quarantine: [{ ...unreadable, json: randomBytes(9) }] },
      ['unreadable'],
    ],
    [
      'the same such record',
      { ...before, quarantine: [unreadable] },
      { ...before, quarantine: [{ ...unreadable }] },
      [],
    ],
    [
      'another secret',
      before,
      edited(totp, { parameters: { kind: 'steam', secret: randomBytes(20) } }),
      ['replaced'],
    ],
    ['eight digits', before, edited(totp, { parameters: withParameters(totp, { digits: 8 }) }), ['settings']],
    [
      'a counter that was set',
      before,
      edited(hotp, { parameters: withParameters(hotp, { counter: 9 }) }),
      ['counter'],
    ],
    ['an unknown parameter', before, edited(totp, { unknownParameters: [['image', 'x']] }), ['settings']],
    [
      'a member of a later version',
      before,
      edited(totp, { unknownMembers: { colour: 'red' } }),
      ['settings'],
    ],
    ['a tag', before, edited(totp, { tags: ['work'] }), ['details']],
    ['a note', before, edited(totp, { note: 'in the safe' }), ['details']],
    ['an icon', before, edited(totp, { icon: { letter: true } }), ['details']],
    ['a recovery code of the site', before, edited(totp, { siteCodes: [siteCode] }), ['siteCodes']],
    [
      'another such code of the same length',
      edited(totp, { siteCodes: [siteCode] }),
      edited(totp, { siteCodes: [{ ...siteCode, code: Buffer.from('efgh-5678') }] }),
      ['siteCodes'],
    ],
    [
      'a tick at such a code',
      edited(totp, { siteCodes: [siteCode] }),
      edited(totp, { siteCodes: [{ ...siteCode, usedAt: 5 }] }),
      ['siteCodes'],
    ],
    ['a replaced secret less', edited(totp, { former }), before, ['former']],
    ['another order', before, aDocument(hotp, totp), ['order']],
    ['a pin and another name', before, edited(totp, { pinned: true, account: '' }), ['renamed', 'pinned']],
  ];
  it.each(cases)('%s', (_what, older, newer, expected) => {
    expect(kinds(older, newer)).toEqual(expected);
  });

  it('is nothing where codes were used, counters went on with that, and old trash was emptied', () => {
    const old = { ...before, trash: [{ ...anEntry(), deletedAt: NOW - TRASH_KEPT_MS }] };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000 }), (times) => {
        const use = (entry: Entry): Entry => ({ ...entry, uses: entry.uses + times, lastUsedAt: NOW });
        const counted = { ...use(hotp), parameters: withParameters(hotp, { counter: 4 + times }) };
        expect(kinds(old, aDocument(use(totp), counted))).toEqual([]);
      }),
    );
  });

  it('is what its counts say of unlock methods, kit and backups, which the entries do not tell', () => {
    const kit = { publicKey: 'AAAA', madeAt: NOW, checkedAt: null };
    const withKit = { ...before, safekeeping: { ...before.safekeeping, recovery: kit } };
    const revised = (older: VaultDocument, newer: VaultDocument, hasOtherSlots: boolean) =>
      kinds(older, { ...newer, revisions: revise(older, newer, hasOtherSlots) });
    expect(revised(before, before, true)).toEqual(['unlockMethods']);
    expect(revised(before, withKit, true)).toEqual(['kit']);
    const checked = { ...withKit.safekeeping, recovery: { ...kit, checkedAt: NOW } };
    expect(revised(withKit, { ...withKit, safekeeping: checked }, false)).toEqual([]);
  });
});
