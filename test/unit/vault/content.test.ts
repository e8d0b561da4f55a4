import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { decodeContent, encodeContent } from '../../../src/core/vault/content.ts';
import { emptyOldTrash, TRASH_KEPT_MS } from '../../../src/core/vault/trash.ts';
import { ownSecrets, reuseEntries } from '../../../src/core/vault/document-secrets.ts';
import { VaultFileError } from '../../../src/core/vault/error.ts';
import { joinRecords, splitRecords, type RecordParts } from '../../../src/core/vault/records.ts';
import { aDocument, anEntry, plain } from './samples.ts';

const DOCUMENT = 1;
const ENTRY = 2;
const TRASHED = 3;

const valid = { secret: [0, 4], kind: 'totp', algorithm: 'SHA1', digits: 6, period: 30 };
const entryJson = {
  id: randomUUID(),
  revision: 1,
  changedAt: 1,
  issuer: 'Example',
  account: 'ann',
  parameters: valid,
  unknownParameters: [],
  pinned: false,
  addedAt: 1,
  lastUsedAt: null,
  uses: 0,
  former: null,
};

describe('an entry that does not pass validation', () => {
  it.each([
    ['has digits out of range', { ...entryJson, parameters: { ...valid, digits: 11 } }],
    ['has an algorithm nobody knows', { ...entryJson, parameters: { ...valid, algorithm: 'MD5' } }],
    ['points outside of its secrets', { ...entryJson, parameters: { ...valid, secret: [2, 4] } }],
    ['has no id', { ...entryJson, id: 'none' }],
    ['is no object', 17],
    ['lies in the trash without a date', { ...entryJson }, TRASHED],
  ])('as it %s is kept byte for byte', (_what, json, kind = ENTRY) => {
    const text = `  ${JSON.stringify(json)}\n`;
    const content = contentOf({ kind, json: Buffer.from(text), secrets: [Buffer.from('abcd')] });
    const before = Buffer.from(content);
    const document = decodeContent(content);
    content.fill(0);
    expect(document.quarantine).toHaveLength(1);
    expect(document.entries).toEqual([]);
    expect(encodeContent(document)).toEqual(before);
  });

  it('because it is not JSON, or not UTF-8, is kept too', () => {
    for (const json of [Buffer.from('{"id":'), Buffer.from([0xff, 0xfe])]) {
      const content = contentOf({ kind: ENTRY, json, secrets: [] });
      expect(encodeContent(decodeContent(content))).toEqual(content);
    }
  });

  it('does not keep the others from being read', () => {
    const bad = { kind: ENTRY, json: Buffer.from('{}'), secrets: [] };
    const good = {
      kind: ENTRY,
      json: Buffer.from(JSON.stringify(entryJson)),
      secrets: [Buffer.from('abcd')],
    };
    const document = decodeContent(contentOf(bad, good));
    expect(document.entries.map(({ id }) => id)).toEqual([entryJson.id]);
    expect(document.quarantine).toHaveLength(1);
  });

  it('says why without quoting it', () => {
    const json = Buffer.from(JSON.stringify({ ...entryJson, parameters: { ...valid, digits: 4242 } }));
    const [quarantined] = decodeContent(contentOf({ kind: ENTRY, json, secrets: [] })).quarantine;
    expect(quarantined?.wrong).toBe('digits');
    expect(quarantined?.reason).toContain('parameters.digits');
    expect(quarantined?.reason).not.toContain('4242');
  });

  it('because another one has its id is the later one', () => {
    const record = {
      kind: ENTRY,
      json: Buffer.from(JSON.stringify(entryJson)),
      secrets: [Buffer.from('abcd')],
    };
    const document = decodeContent(contentOf(record, record));
    expect(document.entries).toHaveLength(1);
    expect(document.quarantine).toHaveLength(1);
  });
});

describe('what another Latchkey wrote', () => {
  it('is written back: members of the document and of entries, records of new kinds', () => {
    const entry = { ...entryJson, colour: ['red'] };
    const content = joinRecords([
      { kind: DOCUMENT, json: Buffer.from('{"theme":"blue"}'), secrets: [] },
      { kind: ENTRY, json: Buffer.from(JSON.stringify(entry)), secrets: [Buffer.from('abcd')] },
      { kind: 200, json: Buffer.from('anything'), secrets: [Buffer.from([0, 1, 2])] },
    ]);
    const again = splitRecords(encodeContent(decodeContent(Buffer.from(content))));
    expect(JSON.parse(String(again[0]?.json))).toEqual({ theme: 'blue' });
    expect(JSON.parse(String(again[1]?.json))).toEqual(entry);
    expect(again[2]).toEqual(splitRecords(content)[2]);
  });
});

describe('a content', () => {
  it('that does not begin with the document, or is not made of records, was tampered with', () => {
    const entryOnly = joinRecords([{ kind: ENTRY, json: Buffer.from('{}'), secrets: [] }]);
    const short = contentOf().subarray(0, -1);
    const listed = joinRecords([{ kind: DOCUMENT, json: Buffer.from('[]'), secrets: [] }]);
    for (const content of [Buffer.alloc(0), entryOnly, short, listed]) {
      expect(() => decodeContent(content)).toThrow(VaultFileError);
    }
  });

  it('can be zeroed after it was read: the secrets are copies', () => {
    const entry = anEntry();
    const content = encodeContent(aDocument(entry));
    const document = decodeContent(content);
    content.fill(0);
    expect(plain(document)).toEqual(plain(aDocument(entry)));
  });
});

describe('the secrets of a document', () => {
  it('that an edit brought are copied, so that whoever brought them may zero theirs', () => {
    const former = aDocument(anEntry());
    const added = anEntry();
    const secret = Buffer.from(added.parameters.secret);
    const owned = ownSecrets({ ...former, entries: [...former.entries, added] }, former);
    added.parameters.secret.fill(0);
    expect(Buffer.from(owned.entries[1]?.parameters.secret ?? [])).toEqual(secret);
    expect(owned.entries[0]).toBe(former.entries[0]);
  });

  it('that were read a second time are zeroed, and the entry that was there stays', () => {
    const former = aDocument(anEntry(), anEntry());
    const read = decodeContent(encodeContent(former));
    const changed = { ...read, entries: read.entries.map((e, at) => (at === 1 ? { ...e, uses: 1 } : e)) };
    const merged = reuseEntries(changed, former);
    expect(merged.entries[0]).toBe(former.entries[0]);
    expect(merged.entries[1]).toBe(changed.entries[1]);
    expect(read.entries[0]?.parameters.secret.every((byte) => byte === 0)).toBe(true);
    expect(read.entries[1]?.parameters.secret.every((byte) => byte === 0)).toBe(false);
  });
});

describe('the trash', () => {
  it('is emptied of what has lain for 30 days, and of nothing else', () => {
    const now = 5_000_000_000_000;
    const old = { ...anEntry(), deletedAt: now - TRASH_KEPT_MS };
    const fresh = { ...anEntry(), deletedAt: now - TRASH_KEPT_MS + 1 };
    const document = { ...aDocument(), trash: [old, fresh] };
    expect(emptyOldTrash(document, now).trash).toEqual([fresh]);
    expect(emptyOldTrash({ ...document, trash: [fresh] }, now).trash).toEqual([fresh]);
  });
});

function contentOf(...records: RecordParts[]): Buffer {
  return joinRecords([{ kind: DOCUMENT, json: Buffer.from('{}'), secrets: [] }, ...records]);
}
