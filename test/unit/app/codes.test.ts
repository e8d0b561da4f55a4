import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Clipboard } from '../../../src/app/ports.ts';
import { nextOf, startApplication } from '../../rig/application.ts';

// RFC 6238, appendix B: the ASCII secret 12345678901234567890 in base32.
const rfcSecret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('codes', () => {
  let app: Awaited<ReturnType<typeof startApplication>>;

  beforeEach(async () => {
    app = await startApplication({ at: 1_111_111_109_000 });
  });
  afterEach(() => app.stop());

  const add = async (uri: string) => {
    const { previews } = await app.client.scan.text({ text: uri });
    const [preview] = previews;
    if (!preview) throw new Error('no preview');
    const { previewId, issuer, account } = preview;
    const { entryId } = await app.client.previews.accept({ previewId, issuer, account });
    return entryId;
  };

  it('shows the code of the RFC at its time, and the next one', async () => {
    const id = await add(`otpauth://totp/RFC:x?secret=${rfcSecret}&digits=8`);
    const { codes } = await nextOf(await app.client.codes.watch());
    expect(codes).toEqual([
      {
        id,
        code: '07081804',
        next: '14050471',
        validFrom: 1_111_111_080_000,
        validUntil: 1_111_111_110_000,
      },
    ]);
  });

  it('pushes new codes when the step ends, and not before', async () => {
    await add(`otpauth://totp/RFC:x?secret=${rfcSecret}&digits=8`);
    const events = await app.client.codes.watch();
    await nextOf(events);
    const pushed = nextOf(events);
    app.clock.move(999);
    await new Promise(setImmediate);
    app.clock.move(1);
    // Pushed a moment earlier, it would have been the old code again.
    expect((await pushed).codes[0]?.code).toBe('14050471');
  });

  it('pushes the codes of an entry as soon as it is added', async () => {
    const events = await app.client.codes.watch();
    expect((await nextOf(events)).codes).toEqual([]);
    await add(`otpauth://totp/RFC:x?secret=${rfcSecret}`);
    expect((await nextOf(events)).codes).toHaveLength(1);
  });

  it('lets a reader go who has seen enough, though nothing changes', async () => {
    const events = await createRouterClient(app.application.router).codes.watch();
    await nextOf(events);
    expect(await events.return(undefined)).toMatchObject({ done: true });
  });

  it('ends the stream when the vault closes', async () => {
    const closing = await startApplication({ create: false });
    await closing.client.vault.create({
      protection: 'passphrase',
      passphrase: 'correct horse battery staple',
    });
    const events = await closing.client.codes.watch();
    await nextOf(events);
    await closing.client.vault.lock();
    expect((await events.next()).done).toBe(true);
    await expect(closing.client.codes.watch().then((stream) => stream.next())).rejects.toMatchObject({
      code: 'VAULT_NOT_OPEN',
    });
    await closing.stop();
  });

  it('has a HOTP counter on disk before its code is shown', async () => {
    const id = await add(`otpauth://hotp/RFC:x?secret=${rfcSecret}&counter=0`);
    const before = app.ports.vaultStore.bytes();
    expect(await app.client.codes.advance({ id })).toEqual({ code: '755224', counter: 0 });
    expect(app.ports.vaultStore.bytes()).not.toEqual(before);
    expect(await app.client.codes.advance({ id })).toEqual({ code: '287082', counter: 1 });
    const { entries } = await nextOf(await app.client.entries.watch());
    expect(entries[0]?.counter).toBe(2);
  });

  it('gives no HOTP code when its counter cannot be written', async () => {
    const id = await add(`otpauth://hotp/RFC:x?secret=${rfcSecret}&counter=0`);
    app.ports.vaultStore.update = async () => {
      throw Object.assign(new Error('disk full'), { code: 'ENOSPC' });
    };
    await expect(app.client.codes.advance({ id })).rejects.toMatchObject({ code: 'VAULT_WRITE_FAILED' });
    await expect(app.client.codes.copy({ id, which: 'current' })).rejects.toMatchObject({
      code: 'ENTRY_NOT_FOUND',
    });
  });

  it('refuses to advance an entry that has no counter', async () => {
    const id = await add(`otpauth://totp/RFC:x?secret=${rfcSecret}`);
    await expect(app.client.codes.advance({ id })).rejects.toMatchObject({ code: 'ENTRY_NOT_HOTP' });
  });

  it('hands the window a code to copy where only the window can, and counts the use', async () => {
    const id = await add(`otpauth://totp/RFC:x?secret=${rfcSecret}&digits=8`);
    expect(await app.client.codes.copy({ id, which: 'next' })).toEqual({
      by: 'window',
      text: '14050471',
      clearAfterMs: 30_000,
    });
    const events = await app.client.entries.watch();
    let { entries } = await nextOf(events);
    if (entries[0]?.lastUsedAt === null) ({ entries } = await nextOf(events));
    expect(entries[0]?.lastUsedAt).toBe(1_111_111_109_000);
  });

  it.each(['lock', 'close'] as const)('takes its own code off the clipboard on %s', async (end) => {
    const { calls, clipboard } = recordedClipboard();
    const desktop = await startApplication({
      create: false,
      clipboard,
    });
    await desktop.client.vault.create({ protection: 'keychain', passphrase: 'correct horse battery staple' });
    const { previews } = await desktop.client.scan.text({ text: `otpauth://totp/RFC:x?secret=${rfcSecret}` });
    const previewId = previews[0]?.previewId ?? '';
    const { entryId: id } = await desktop.client.previews.accept({ previewId, issuer: 'RFC', account: 'x' });
    await desktop.client.codes.copy({ id, which: 'current' });
    if (end === 'lock') await desktop.client.vault.lock();
    await desktop.stop();
    const code = calls[0]?.replace('write ', '') ?? '';
    expect(calls).toEqual([`write ${code}`, `clear ${code}`]);
  });

  it('copies by itself where it can, and clears its own code after the set time', async () => {
    const { calls, clipboard } = recordedClipboard();
    const desktop = await startApplication({
      at: 1_111_111_109_000,
      clipboard,
    });
    const { previews } = await desktop.client.scan.text({
      text: `otpauth://totp/RFC:x?secret=${rfcSecret}&digits=8`,
    });
    const previewId = previews[0]?.previewId ?? '';
    const { entryId: id } = await desktop.client.previews.accept({ previewId, issuer: 'RFC', account: 'x' });
    expect(await desktop.client.codes.copy({ id, which: 'current' })).toMatchObject({ by: 'application' });
    desktop.clock.move(29_999);
    expect(calls).toEqual(['write 07081804']);
    desktop.clock.move(1);
    expect(calls).toEqual(['write 07081804', 'clear 07081804']);
    await desktop.stop();
  });

  it('says that the clipboard did not take a code or a key, counts no use and clears nothing', async () => {
    const { calls, clipboard } = recordedClipboard(false);
    const desktop = await startApplication({ clipboard });
    const { previews } = await desktop.client.scan.text({ text: `otpauth://totp/RFC:x?secret=${rfcSecret}` });
    const previewId = previews[0]?.previewId ?? '';
    const { entryId: id } = await desktop.client.previews.accept({ previewId, issuer: 'RFC', account: 'x' });
    const failed = { code: 'CLIPBOARD_FAILED' };
    await expect(desktop.client.codes.copy({ id, which: 'current' })).rejects.toMatchObject(failed);
    await expect(desktop.client.codes.copyKey({ key: rfcSecret })).rejects.toMatchObject(failed);
    const { entries } = await nextOf(await desktop.client.entries.watch());
    expect(entries[0]?.lastUsedAt).toBeNull();
    await desktop.stop();
    expect(calls.filter((call) => call.startsWith('clear'))).toEqual([]);
  });

  it('copies a key that is shown as it copies a code, and clears it; from a closed vault it copies none', async () => {
    const { calls, clipboard } = recordedClipboard();
    const desktop = await startApplication({
      create: false,
      clipboard,
    });
    await desktop.client.vault.create({ protection: 'keychain', passphrase: 'correct horse battery staple' });
    const copy = () => desktop.client.codes.copyKey({ key: rfcSecret });
    expect(await copy()).toEqual({ by: 'application', clearAfterMs: 30_000 });
    desktop.clock.move(29_999);
    expect(calls).toEqual([`write ${rfcSecret}`]);
    desktop.clock.move(1);
    expect(calls).toEqual([`write ${rfcSecret}`, `clear ${rfcSecret}`]);
    await copy();
    await desktop.client.vault.lock();
    expect(calls.slice(2)).toEqual([`write ${rfcSecret}`, `clear ${rfcSecret}`]);
    await expect(copy()).rejects.toMatchObject({ code: 'VAULT_NOT_OPEN' });
    expect(calls).toHaveLength(4);
    await desktop.stop();
  });
});

/** A desktop's clipboard that only writes down what it is asked. */
function recordedClipboard(isWritten = true) {
  const calls: string[] = [];
  const clipboard: Clipboard = {
    kind: 'application',
    write: async (text) => {
      calls.push(`write ${text}`);
      return isWritten;
    },
    clearIf: async (text) => void calls.push(`clear ${text}`),
  };
  return { calls, clipboard };
}
