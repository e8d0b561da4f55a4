import { describe, expect, it } from 'vitest';
import type { TransferEntry } from '../../../src/core/transfer/format.ts';
import { readTransfer, writableFormats, writeTransfer } from '../../../src/core/transfer/formats.ts';
import { problemKinds } from '../../../src/core/transfer/problem.ts';
import { onlyNames, troubles } from '../../rig/transfer-files/sample.ts';

const passphrase = 'four words of old cheese';
const secret = Uint8Array.from(Buffer.from('12345678901234567890'));
const carried = onlyNames('Bank', 'ada');
const totp = { kind: 'totp', secret, algorithm: 'SHA1', digits: 6, period: 30 } as const;
const foreign = { secret, algorithm: 'MD5', digits: 6, period: 10, counter: null } as const;

/** Entries with something that one format or another has no place for, and twelve that any can carry. */
const entries: readonly TransferEntry[] = [
  { ...carried, note: 'a note', tags: ['Work'], pinned: true, isForeign: false, parameters: totp },
  { ...carried, trashed: true, isForeign: false, parameters: totp },
  { ...carried, isForeign: false, parameters: { ...totp, period: 60 } },
  { ...carried, isForeign: false, parameters: { ...totp, period: 3_600 } },
  { ...carried, isForeign: false, parameters: { ...totp, digits: 7 } },
  { ...carried, isForeign: false, parameters: { kind: 'steam', secret } },
  {
    ...carried,
    isForeign: false,
    parameters: { kind: 'hotp', secret, algorithm: 'SHA256', digits: 6, counter: 7 },
  },
  { ...carried, issuer: 'x'.repeat(1_500), isForeign: false, parameters: totp },
  // Names within an entry's limits, whose set-up address is longer than is read.
  { ...carried, issuer: '🔑'.repeat(256), isForeign: false, parameters: totp },
  { ...carried, isForeign: true, parameters: { ...foreign, kind: 'motp', pin: '1234' } },
  { ...carried, isForeign: true, parameters: { ...foreign, kind: 'totp', algorithm: 'SHA384' } },
  ...Array.from({ length: 12 }, (_, at): TransferEntry => {
    return { ...carried, account: `ada-${at}`, isForeign: false, parameters: totp };
  }),
];

describe.each(writableFormats)('what entries come to in $id', (format) => {
  const { id } = format;
  const given = format.isEncrypted ? passphrase : undefined;

  it('is what the file then says and holds', async () => {
    const planned = format.plan(entries);
    const written = await writeTransfer(id, entries, given);
    expect(planned.problems).toEqual(written.problems);
    expect(planned.files).toBe(written.files.length);
    expect(troubles(planned).length).toBeGreaterThan(0);

    const left = planned.problems.filter(({ code }) => problemKinds[code].severity === 'not-written');
    // The same set as text is read without a decoder of pictures.
    const { files } = id === 'google' ? await writeTransfer('google-text', entries) : written;
    const reading = await readTransfer(files[0]?.bytes ?? new Uint8Array(), given);
    expect(reading.entries).toHaveLength(entries.length - new Set(left.map(({ entry }) => entry)).size);
  });

  it('is nothing for no entries', async () => {
    const planned = format.plan([]);
    expect(planned.problems).toEqual([]);
    expect(planned.files).toBe((await planned.write(passphrase)).length);
  });
});
