import { describe, expect, it } from 'vitest';
import { mergeBodies, type Versions } from '../../../src/core/sync/content/merge.ts';
import type { Body } from '../../../src/core/sync/content/record.ts';
import { newEntry, type Entry } from '../../../src/core/entry/entry.ts';
import type { OtpParameters } from '../../../src/core/otp/parameters.ts';

const AT = 1_767_225_600_000;
const totp = { kind: 'totp', algorithm: 'SHA1', digits: 6, period: 30 } as const;
const secret = (byte: number) => new Uint8Array(20).fill(byte);
const id = '00112233-4455-4677-8899-aabbccddeeff';

function entryOf(parameters: OtpParameters, more: Partial<Entry> = {}): Body & { kind: 'entry' } {
  const entry = newEntry({ id, issuer: 'Shop', account: 'ada', parameters }, AT);
  return { kind: 'entry', entry: { ...entry, ...more } };
}

/** Two changes of one item that did not know of each other; this computer's is the later one. */
function merged(base: Body | null, mine: Body, theirs: Body, more: Partial<Versions> = {}) {
  return mergeBodies({
    base,
    mine: { body: mine, lamport: 9 },
    theirs: { body: theirs, lamport: 4 },
    tie: 'mine',
    ...more,
  });
}

const base = entryOf({ ...totp, secret: secret(1) });

describe('two changes of one entry', () => {
  it('never become one where they have two secrets: both stay', () => {
    const [mine, theirs] = [2, 3].map((byte) => entryOf({ ...totp, secret: secret(byte) }));
    if (!mine || !theirs) throw new Error('two');
    expect(merged(base, mine, theirs)).toMatchObject({ body: theirs, second: mine });
    const same = entryOf({ ...totp, secret: secret(2) });
    expect(merged(base, mine, same).second).toBeNull();
  });

  it('have the greater counter, whichever side it is on', () => {
    const at = (counter: number) =>
      entryOf({ kind: 'hotp', algorithm: 'SHA1', digits: 6, counter, secret: secret(1) });
    for (const [mine, theirs] of [
      [3, 7],
      [7, 3],
    ] as const)
      expect(merged(at(1), at(mine), at(theirs)).body).toMatchObject({
        entry: { parameters: { counter: 7 } },
      });
  });

  it('keep the name that the later one took the place of', () => {
    const named = (issuer: string) => entryOf({ ...totp, secret: secret(1) }, { issuer });
    expect(merged(base, named('Mine'), named('Theirs'))).toMatchObject({
      body: { entry: { issuer: 'Mine' } },
      displaced: [{ field: 'issuer', value: 'Theirs', lamport: 4 }],
    });
    expect(merged(base, base, named('Theirs')).displaced).toEqual([]);
  });
});

describe('an entry that one side deleted for good', () => {
  const gone = { kind: 'gone', deletedAt: AT } as const;
  const used = entryOf({ ...totp, secret: secret(1) }, { uses: 5, lastUsedAt: AT });
  const renamed = entryOf({ ...totp, secret: secret(1) }, { issuer: 'Renamed' });

  it('stays if the other side changed it, and goes if it was only used', () => {
    expect(merged(base, gone, renamed)).toMatchObject({ body: renamed, isKept: true });
    expect(merged(base, renamed, gone)).toMatchObject({ body: renamed, isKept: true });
    expect(merged(base, gone, used)).toMatchObject({ body: gone, isKept: false });
    expect(merged(base, used, gone)).toMatchObject({ body: gone, isKept: false });
  });
});
