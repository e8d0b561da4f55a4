import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/core/entry/entry.ts';
import { formerMaximum } from '../../../src/core/entry/former.ts';
import { decodeEntry, encodeEntry, sameRecord } from '../../../src/core/entry/record.ts';
import { mapSecrets, secretsOf } from '../../../src/core/entry/secrets.ts';
import { siteCodesMaximum } from '../../../src/core/entry/site-codes.ts';
import { anyEntry } from '../vault/any-document.ts';
import { aDocument, anEntry, plain } from '../vault/samples.ts';

const shown = (entry: Entry) => plain(aDocument(entry));

/** The entry as the file gives it back. */
function again(entry: Entry): Entry {
  const { json, secrets } = encodeEntry(entry, 'entry');
  return decodeEntry({ json, secrets: Buffer.concat(secrets) });
}

describe('the record of an entry', () => {
  it('gives back any entry, with the same bytes', () => {
    fc.assert(
      fc.property(anyEntry, (entry) => {
        const read = again(entry);
        expect(shown(read)).toEqual(shown(entry));
        expect(sameRecord(read, entry)).toBe(true);
      }),
    );
  });

  it('has no secret in its JSON: neither the codes of the site nor what was replaced', () => {
    const canary = Buffer.from('canary-7741');
    const entry = mapSecrets(
      anEntry({
        former: [{ parameters: anEntry().parameters, replacedAt: 1 }],
        siteCodes: [{ code: Buffer.from('x'), usedAt: null }],
      }),
      () => canary,
    );
    expect(secretsOf(entry)).toEqual([canary, canary, canary]);
    const { json, secrets } = encodeEntry(entry, 'entry');
    expect(Buffer.from(json).toString('latin1')).not.toContain('canary');
    expect(Buffer.concat(secrets).toString('latin1')).toBe('canary-7741'.repeat(3));
  });

  it('is another one where only the bytes of a code are', () => {
    const code = (text: string) => anEntryWith({ siteCodes: [{ code: Buffer.from(text), usedAt: null }] });
    expect(sameRecord(code('abcd-1234'), code('abcd-1234'))).toBe(true);
    expect(sameRecord(code('abcd-1234'), code('abcd-1235'))).toBe(false);
  });

  it('keeps no more than the limits, and no empty code', () => {
    const siteCodes = Array.from({ length: siteCodesMaximum + 1 }, (_, at) => ({
      code: Buffer.from(`code-${at}`),
      usedAt: null,
    }));
    expect(again(anEntry({ siteCodes: siteCodes.slice(1) })).siteCodes).toHaveLength(siteCodesMaximum);
    expect(() => again(anEntry({ siteCodes }))).toThrow('too_big at siteCodes');
    expect(() => again(anEntry({ siteCodes: [{ code: Buffer.alloc(0), usedAt: null }] }))).toThrow(
      'too_small at siteCodes.0.code',
    );
    const former = Array.from({ length: formerMaximum + 1 }, (_, at) => ({
      parameters: anEntry().parameters,
      replacedAt: at,
    }));
    expect(() => again(anEntry({ former }))).toThrow('too_big at formerSecrets');
  });

  it('that points outside of its secrets is refused, wherever the place stands', () => {
    const entry = anEntry({ siteCodes: [{ code: Buffer.from('abcd-1234'), usedAt: null }] });
    const { json, secrets } = encodeEntry(entry, 'entry');
    const short = Buffer.concat(secrets).subarray(0, -1);
    expect(() => decodeEntry({ json, secrets: short })).toThrow('a secret lies outside of its record');
  });
});

const fixed = anEntry();

function anEntryWith(changes: Partial<Entry>): Entry {
  return { ...fixed, ...changes };
}
