import { afterEach, beforeEach, expect, it } from 'vitest';
import { nextOf, startApplication } from '../../../rig/application.ts';
import { applyImport, readImport, reportOf, unlockSource } from '../../../rig/importing.ts';
import { andOtpEntry, oldLockedAndOtpFile } from '../../../rig/transfer-files/and-otp.ts';
import { directTransfers } from '../../../rig/direct-transfers.ts';

const passphrase = 'correct horse battery staple';
/** What the port was given to read, to see what becomes of it. */
let given: Uint8Array[] = [];
let app: Awaited<ReturnType<typeof startApplication>>;

beforeEach(async () => {
  given = [];
  app = await startApplication({
    world: {
      transfers: {
        ...directTransfers,
        read(bytes, typed, signal) {
          given.push(bytes);
          return directTransfers.read(bytes, typed, signal);
        },
      },
    },
  });
  await app.client.previews.accept({
    previewId:
      (await app.client.scan.text({ text: 'otpauth://totp/Site:me?secret=GEZDGNBVGY3TQOJQ' })).previews[0]
        ?.previewId ?? '',
    issuer: 'Site',
    account: 'me',
  });
});
afterEach(() => app.stop());

/** An encrypted export of this vault. */
const exported = async () => {
  const { files } = await app.client.exports.make({ format: 'latchkey', ids: null, passphrase });
  const [only] = files;
  if (only === undefined) throw new Error('nothing was exported');
  return only;
};
const readLocked = async () => readImport(app.client, [{ from: 'file', ...(await exported()) }]);

it('a file that is encrypted waits for its passphrase, and is not chosen again after a wrong one', async () => {
  const { importId, sources } = await readLocked();
  expect(sources).toMatchObject([{ trouble: 'PASSPHRASE_MISSING', rows: 0 }]);
  const wrong = unlockSource(app.client, { importId, source: 0, passphrase: 'wrong' });
  await expect(wrong).rejects.toMatchObject({
    code: 'SOURCE_UNREADABLE',
    data: { reason: 'PASSPHRASE_WRONG' },
  });
  const right = await unlockSource(app.client, { importId, source: 0, passphrase });
  expect(right.sources).toMatchObject([{ trouble: null, format: 'latchkey', rows: 1 }]);
  expect((await reportOf(app.client, importId)).all).toMatchObject([{ outcome: 'here', issuer: 'Site' }]);
  await expect(unlockSource(app.client, { importId, source: 0, passphrase })).rejects.toMatchObject({
    code: 'SOURCE_NOT_LOCKED',
  });
});

it('a file that nothing marks is held as well, in case the person has a passphrase for it', async () => {
  const bytes = new Blob([new Uint8Array(oldLockedAndOtpFile([andOtpEntry()], 'and otp'))]);
  const { importId, sources } = await readImport(app.client, [{ from: 'file', name: 'otp.bin', bytes }]);
  expect(sources).toMatchObject([{ trouble: 'UNKNOWN_OR_ENCRYPTED', format: null, rows: 0 }]);
  await expect(unlockSource(app.client, { importId, source: 0, passphrase: 'wrong' })).rejects.toMatchObject({
    code: 'SOURCE_UNREADABLE',
    data: { reason: 'PASSPHRASE_WRONG' },
  });
  const right = await unlockSource(app.client, { importId, source: 0, passphrase: 'and otp' });
  expect(right.sources).toMatchObject([{ trouble: null, format: 'andotp', rows: 1 }]);
});

it('the bytes of a file are zeroed once it is read, and those that wait when the import is forgotten', async () => {
  const isZeroed = (bytes: Uint8Array | undefined) => bytes?.every((byte) => byte === 0);
  await readImport(app.client, [{ from: 'text', text: 'otpauth://totp/A:me?secret=GEZDGNBVGY3TQOJR' }]);
  expect(given.map(isZeroed)).toEqual([true]);

  const { importId } = await readLocked();
  expect(given.map(isZeroed)).toEqual([true, false]);
  await app.client.imports.discard({ importId });
  expect(given.map(isZeroed)).toEqual([true, true]);

  await readLocked();
  app.clock.move(15 * 60_000);
  expect(given.map(isZeroed)).toEqual([true, true, true]);

  const { importId: last } = await readLocked();
  await unlockSource(app.client, { importId: last, source: 0, passphrase });
  expect(given.map(isZeroed)).toEqual([true, true, true, true, true]);
});

it('what is kept does not share its secrets with what is forgotten', async () => {
  const { importId } = await readImport(app.client, [
    { from: 'text', text: 'otpauth://totp/New:me?secret=GEZDGNBVGY3TQOJR' },
  ]);
  const { code } = await app.client.imports.code({ importId, row: 0 });
  await applyImport(app.client, importId);
  const { codes } = await nextOf(await app.client.codes.watch());
  expect(codes.map((one) => one.code)).toContain(code);
});

it('a reader that ends by itself is said, and spoils nothing else', async () => {
  const other = await startApplication({
    world: {
      transfers: {
        ...directTransfers,
        read: async (bytes, typed) =>
          bytes.length > 100 ? { outcome: 'failed' } : directTransfers.read(bytes, typed),
      },
    },
  });
  const { sources } = await readImport(other.client, [
    { from: 'file', name: 'large', bytes: new Blob(['x'.repeat(101)]) },
    { from: 'text', text: 'otpauth://totp/New:me?secret=GEZDGNBVGY3TQOJR' },
  ]);
  expect(sources).toMatchObject([{ trouble: 'READER_FAILED' }, { trouble: null, rows: 1 }]);
  await other.stop();
});
