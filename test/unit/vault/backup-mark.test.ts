import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { markOf } from '../../../src/core/vault/backup.ts';
import { decodeContent, encodeContent } from '../../../src/core/vault/content.ts';
import type { VaultDocument } from '../../../src/core/vault/document.ts';
import type { Entry } from '../../../src/core/entry/entry.ts';
import { aDocument, anEntry } from './samples.ts';

const key = randomBytes(32);
const mark = (document: VaultDocument) => markOf(document, key);
/** The same entry, as some other code would have put it together. */
const turned = (entry: Entry): Entry =>
  Object.assign(Object.create(null), Object.fromEntries(Object.entries(entry).toReversed()), {
    parameters: Object.fromEntries(Object.entries(entry.parameters).toReversed()),
  });

describe('the mark of a content', () => {
  const former = { parameters: anEntry().parameters, replacedAt: 1_750_000_000_000 };
  const siteCode = { code: Buffer.from('abcd-1234'), usedAt: null };
  const enrolment = { server: 'https://account.example.org', methodId: crypto.randomUUID() };
  const entry = anEntry({
    former: [former],
    siteCodes: [siteCode],
    enrolment,
    unknownMembers: { later: { b: 1, a: [2, 1] } },
  });
  const trash = [{ ...anEntry(), deletedAt: 1_750_000_000_001 }];
  const document = { ...aDocument(entry, anEntry()), trash };

  it('is the same once it was read back, and however an entry was put together', () => {
    expect(mark(decodeContent(encodeContent(document)))).toBe(mark(document));
    const [, second] = document.entries;
    expect(mark({ ...document, entries: [turned(entry), ...(second ? [turned(second)] : [])] })).toBe(
      mark(document),
    );
  });

  it('is the same where a code was used, and another one with another key', () => {
    const used = { ...entry, uses: 3, lastUsedAt: 1_750_000_000_002 };
    expect(mark(aDocument(used))).toBe(mark(aDocument(entry)));
    expect(markOf(aDocument(entry), randomBytes(32))).not.toBe(mark(aDocument(entry)));
  });

  it.each<[string, Entry]>([
    ['its name', { ...entry, issuer: 'Other' }],
    ['its secret', { ...entry, parameters: anEntry().parameters }],
    ['a former secret', { ...entry, former: [{ ...former, parameters: anEntry().parameters }] }],
    [
      'a recovery code of its site',
      { ...entry, siteCodes: [{ ...siteCode, code: Buffer.from('abcd-9999') }] },
    ],
    ['a tick at such a code', { ...entry, siteCodes: [{ ...siteCode, usedAt: 1 }] }],
    ['what a newer version wrote', { ...entry, unknownMembers: { later: { b: 1, a: [1, 2] } } }],
  ])('is another one where an entry has changed: %s', (_, changed) => {
    expect(mark(aDocument(changed))).not.toBe(mark(aDocument(entry)));
  });

  it('tells the list from the trash, and one order of the list from another', () => {
    expect(mark({ ...aDocument(), trash })).not.toBe(mark(aDocument(...trash)));
    const [first, second] = document.entries;
    if (!first || !second) throw new Error('two entries were made');
    expect(mark(aDocument(second, first))).not.toBe(mark(aDocument(first, second)));
  });
});
