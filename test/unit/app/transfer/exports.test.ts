import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TransferResult } from '../../../../src/app/ports.ts';
import { writableFormats } from '../../../../src/core/transfer/formats.ts';
import { startApplication } from '../../../rig/application.ts';
import { directTransfers } from '../../../rig/direct-transfers.ts';
import { applyImport, readImport, reportOf, unlockSource } from '../../../rig/importing.ts';

const passphrase = 'correct horse battery staple';
const current = 'another long phrase of mine';
const secret = 'GEZDGNBVGY3TQOJQ';

let app: Awaited<ReturnType<typeof startApplication>>;

beforeEach(async () => {
  app = await startApplication();
  const { importId } = await readImport(app.client, [
    {
      from: 'text',
      text: [
        `otpauth://totp/One:me?secret=${secret}&digits=8`,
        'otpauth://steam/Steam:me?secret=GEZDGNBVGY3TQOJR',
        'otpauth://totp/Foreign:me?secret=GEZDGNBVGY3TQOJS&algorithm=SHA384',
      ].join('\n'),
    },
  ]);
  await applyImport(app.client, importId);
});
afterEach(() => app.stop());

/** Notes that a file was to be written, and writes none. */
function never(writes: string[], format: string): TransferResult<never> {
  writes.push(format);
  return { outcome: 'failed' };
}

const ids = async () => {
  for await (const { entries } of await app.client.entries.watch()) return entries.map(({ id }) => id);
  return [];
};

it('an export is read again as what it was, of all entries or of some', async () => {
  const { formats } = await app.client.exports.formats();
  expect(formats).toContainEqual({ id: 'otpauth', isEncrypted: false, extension: '.txt' });
  const [first] = await ids();
  for (const chosen of [null, [first ?? '']]) {
    const { files } = await app.client.exports.make({ format: 'otpauth', ids: chosen });
    expect(files).toHaveLength(1);
    const text = await files[0]?.bytes.text();
    expect(text).toContain(secret);
    expect(text?.includes('Steam')).toBe(chosen === null);
    const { importId } = await readImport(app.client, [{ from: 'text', text: text ?? '' }]);
    const { all } = await reportOf(app.client, importId);
    expect(all.map(({ outcome }) => outcome)).toEqual(all.map(() => 'here'));
  }
});

it('an encrypted export needs a good passphrase of its own, and opens with it', async () => {
  const make = (given?: string) =>
    app.client.exports.make({ format: 'latchkey', ids: null, ...(given && { passphrase: given }) });
  await expect(make()).rejects.toMatchObject({
    code: 'EXPORT_FAILED',
    data: { reason: 'PASSPHRASE_MISSING' },
  });
  await expect(make('short')).rejects.toMatchObject({ code: 'PASSPHRASE_TOO_SHORT' });
  const { files } = await make(passphrase);
  const [file] = files;
  expect(await file?.bytes.text()).not.toContain('Steam');
  const { importId } = await readImport(app.client, [
    { from: 'file', name: file?.name ?? '', bytes: file?.bytes ?? new Blob([]) },
  ]);
  const { rows } = await unlockSource(app.client, { importId, source: 0, passphrase });
  expect(rows).toBe(2);
});

it('what a format would carry, and what not, is said without a proof and without a secret', async () => {
  const preview = await app.client.exports.preview({ format: 'cxf', ids: null });
  expect(preview).toMatchObject({ entries: 2, written: 1, files: 1 });
  expect(preview.problems).toContainEqual({
    code: 'KIND_NOT_WRITTEN',
    entries: 1,
    names: [{ issuer: 'Steam', account: 'me' }],
  });
  expect(JSON.stringify(preview)).not.toContain(secret);
  await expect(app.client.exports.preview({ format: 'none', ids: null })).rejects.toMatchObject({
    code: 'EXPORT_FAILED',
    data: { reason: 'FORMAT_NOT_WRITTEN' },
  });
  await expect(app.client.exports.preview({ format: 'otpauth', ids: [] })).rejects.toMatchObject({
    code: 'EXPORT_EMPTY',
  });
});

it('a preview writes nothing', async () => {
  const writes: string[] = [];
  const watched = await startApplication({
    world: { transfers: { ...directTransfers, write: async (format) => never(writes, format) } },
  });
  const { importId } = await readImport(watched.client, [
    { from: 'text', text: `otpauth://totp/One:me?secret=${secret}` },
  ]);
  await applyImport(watched.client, importId);
  for (const { id: format } of writableFormats) {
    expect(await watched.client.exports.preview({ format, ids: null })).toMatchObject({
      written: 1,
      files: 1,
    });
  }
  expect(writes).toEqual([]);
  await watched.stop();
});

it('one entry is shown with its key and its address', async () => {
  const [first] = await ids();
  const { entries } = await app.client.exports.reveal({ ids: [first ?? ''] });
  expect(entries).toEqual([
    {
      id: first,
      issuer: 'One',
      account: 'me',
      kind: 'totp',
      algorithm: 'SHA1',
      digits: 8,
      period: 30,
      counter: null,
      secret,
      uri: `otpauth://totp/One:me?secret=${secret}&issuer=One&algorithm=SHA1&digits=8&period=30`,
    },
  ]);
});

describe('nothing leaves before the person has proven who they are', () => {
  const calls = () => ({
    make: (proof: { current?: string; kitCode?: string }) =>
      app.client.exports.make({ format: 'otpauth', ids: null, ...proof }),
    reveal: (proof: { current?: string; kitCode?: string }) =>
      app.client.exports.reveal({ ids: null, ...proof }),
  });

  it.each(writableFormats)('no file of any format is written: $id', async ({ id: format }) => {
    const writes: string[] = [];
    const watched = await startApplication({
      create: false,
      world: { transfers: { ...directTransfers, write: async (written) => never(writes, written) } },
    });
    await watched.client.vault.create({ protection: 'keychain', passphrase: current });
    const { importId } = await readImport(watched.client, [
      { from: 'text', text: `otpauth://totp/One:me?secret=${secret}` },
    ]);
    await applyImport(watched.client, importId);
    const make = (proof: { current?: string; kitCode?: string }) =>
      watched.client.exports.make({ format, ids: null, passphrase, ...proof });
    await expect(make({})).rejects.toMatchObject({ code: 'PASSPHRASE_NEEDED' });
    await expect(make({ current: passphrase })).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' });
    await expect(make({ kitCode: 'A' })).rejects.toMatchObject({ code: /^KIT_/ });
    expect(writes).toEqual([]);
    await expect(make({ current })).rejects.toMatchObject({ code: 'EXPORT_FAILED' });
    expect(writes).toEqual([format]);
    await watched.stop();
  });

  it('nor if the vault locks while the file is made', async () => {
    let lock = async () => {};
    const watched = await startApplication({
      create: false,
      world: {
        transfers: {
          ...directTransfers,
          write: async (...job) => {
            const written = await directTransfers.write(...job);
            await lock();
            return written;
          },
        },
      },
    });
    await watched.client.vault.create({ protection: 'keychain', passphrase: current });
    const { importId } = await readImport(watched.client, [
      { from: 'text', text: `otpauth://totp/One:me?secret=${secret}` },
    ]);
    await applyImport(watched.client, importId);
    lock = async () => void (await watched.client.vault.lock());
    await expect(
      watched.client.exports.make({ format: 'otpauth', ids: null, current }),
    ).rejects.toMatchObject({ code: 'VAULT_NOT_OPEN' });
    await watched.stop();
  });

  it.each(['make', 'reveal'] as const)('by the passphrase, if there is one (%s)', async (name) => {
    await app.client.vault.setUnlockMethods({ mode: 'session', passphrase: current });
    const call = calls()[name];
    await expect(call({})).rejects.toMatchObject({ code: 'PASSPHRASE_NEEDED' });
    await expect(call({ current: 'wrong' })).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' });
    expect(JSON.stringify(await call({ current }))).toBeTruthy();
  });

  it.each(['make', 'reveal'] as const)('by the recovery kit (%s)', async (name) => {
    const { groups } = await app.client.recovery.make({});
    await app.client.vault.setUnlockMethods({ mode: 'session', passphrase: current });
    const call = calls()[name];
    const wrong = groups.with(0, groups[1] ?? '').join('-');
    await expect(call({ kitCode: wrong })).rejects.toMatchObject({ code: /^KIT_/ });
    await call({ kitCode: groups.join('-') });
  });

  it.each(['make', 'reveal'] as const)(
    'by the keychain, where only that opens the vault (%s)',
    async (name) => {
      const call = calls()[name];
      app.ports.keychain.refusal = { outcome: 'denied' };
      await expect(call({})).rejects.toMatchObject({ code: 'KEYCHAIN_FAILED', data: { outcome: 'denied' } });
      app.ports.keychain.refusal = null;
      await call({});
    },
  );
});
