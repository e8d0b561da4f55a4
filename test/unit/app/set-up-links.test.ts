/** Links with set-up codes: shown when the vault is open, kept only when the person says so. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { textLimits } from '../../../src/contract/limits.ts';
import { nextOf, startApplication } from '../../rig/application.ts';
import { createMemoryLinkHandler, createMemoryPreferences } from '../../rig/memory-ports.ts';

const link = 'otpauth://totp/Example:ada?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Example';
/** One account of Google Authenticator: Example, ada, the key "12345678901234567890". */
const migration =
  'otpauth-migration://offline?data=CioKFDEyMzQ1Njc4OTAxMjM0NTY3ODkwEgNhZGEaB0V4YW1wbGUgASgBMAIQARgBIAA%3D';

const passphrase = 'seven quiet otters paint';

let started: Awaited<ReturnType<typeof startApplication>>;
let linkHandler: ReturnType<typeof createMemoryLinkHandler>;

beforeEach(async () => {
  linkHandler = createMemoryLinkHandler();
  const preferences = createMemoryPreferences({ openSetUpLinks: true });
  started = await startApplication({ world: { linkHandler, preferences }, create: false });
  await started.client.vault.create({ protection: 'keychain', passphrase });
});

afterEach(() => started.application.close());

/** The next link that the window hears of. */
async function heard() {
  for await (const opened of await started.client.scan.links()) return opened;
  throw new Error('no link came');
}

describe('a set-up link', () => {
  it('becomes a preview, without its secret, and nothing is kept until it is accepted', async () => {
    started.application.openLink(link);
    expect(started.ports.windows.shown).toEqual(['main']);
    const opened = await heard();
    if (opened.holds !== 'codes') throw new Error('it is no import');
    const [preview] = opened.previews;
    expect(preview).toMatchObject({ issuer: 'Example', account: 'ada' });
    expect(JSON.stringify(opened)).not.toContain('GEZDGNBV');
    expect(await entries()).toEqual([]);

    await started.client.previews.accept({
      previewId: preview?.previewId ?? '',
      issuer: 'Example',
      account: 'ada',
    });
    expect(await entries()).toEqual(['Example']);
  });

  it('that comes while the vault is locked waits for it, and the newest one counts', async () => {
    await started.client.vault.lock();
    started.application.openLink('otpauth://totp/Old:ada?secret=GEZDGNBVGY3TQOJQ');
    started.application.openLink(link);
    // The window of a locked vault asks in vain.
    for await (const opened of await started.client.scan.links()) expect.fail(JSON.stringify(opened));
    await started.client.vault.unlock({ passphrase });
    expect(await heard()).toMatchObject({ holds: 'codes', previews: [{ issuer: 'Example' }] });
  });

  it('is refused while the person has not said that Latchkey opens such links, whoever hands it over', async () => {
    await started.client.preferences.set({ openSetUpLinks: false });
    const links = await started.client.scan.links();
    for (const raw of [link, migration]) {
      started.application.openLink(raw);
      expect(await nextOf(links)).toEqual({ holds: 'unread' });
    }
    expect(await readLink()).toMatchObject([{ format: null }]);
    await started.client.preferences.set({ openSetUpLinks: true });
    started.application.openLink(link);
    expect(await nextOf(links)).toMatchObject({ previews: [{ issuer: 'Example' }] });
  });

  it('is read where no setting can be given: only the person themselves hands one over there', async () => {
    const other = await startApplication({
      world: { linkHandler: { ...createMemoryLinkHandler(), isSupported: false } },
    });
    other.application.openLink(link);
    expect(await nextOf(await other.client.scan.links())).toMatchObject({
      previews: [{ issuer: 'Example' }],
    });
    await other.application.close();
  });

  it('is heard of once', async () => {
    const links = await started.client.scan.links();
    started.application.openLink(link);
    expect(await nextOf(links)).toMatchObject({ previews: [{ issuer: 'Example' }] });
    started.application.openLink('otpauth://totp/Next:ada?secret=GEZDGNBVGY3TQOJQ');
    expect(await nextOf(links)).toMatchObject({ previews: [{ issuer: 'Next' }] });
  });

  it('that is damaged or too long shows that nothing was read', async () => {
    const links = await started.client.scan.links();
    started.application.openLink('otpauth://totp/x?secret=1');
    expect(await nextOf(links)).toMatchObject({ previews: [], refused: [{ code: 'SECRET_INVALID' }] });
    started.application.openLink(`${link}&x=${'y'.repeat(textLimits.link)}`.slice(0, textLimits.link + 1));
    expect(await nextOf(links)).toEqual({ holds: 'codes', previews: [], refused: [] });
  });

  it('with the codes of another app becomes an import, read once, and not into the window', async () => {
    started.application.openLink(migration);
    expect(await heard()).toEqual({ holds: 'import' });
    expect(await readLink()).toMatchObject([{ formatName: 'Google Authenticator', trouble: null }]);
    expect(await readLink()).toMatchObject([{ format: null }]);
  });

  it('with an import in it is forgotten when the vault is locked before the import began', async () => {
    started.application.openLink(migration);
    await heard();
    await started.client.vault.lock();
    await started.client.vault.unlock({ passphrase });
    expect(await readLink()).toMatchObject([{ format: null }]);
  });
});

describe('the program for set-up links', () => {
  it('is Latchkey from when the person says so until they take it back', async () => {
    const handler = createMemoryLinkHandler();
    const fresh = await startApplication({ world: { linkHandler: handler } });
    expect(handler.isOn).toBe(false);
    await fresh.client.preferences.set({ openSetUpLinks: true });
    await expect.poll(() => handler.isOn).toBe(true);
    await fresh.client.preferences.set({ openSetUpLinks: false });
    await expect.poll(() => handler.isOn).toBe(false);
    await fresh.application.close();
  });

  it('is registered again at each start, since Latchkey may have moved', async () => {
    const moved = createMemoryLinkHandler();
    const preferences = createMemoryPreferences({ openSetUpLinks: true });
    const again = await startApplication({ world: { linkHandler: moved, preferences } });
    await expect.poll(() => moved.isOn).toBe(true);
    await again.application.close();
  });

  it('cannot be Latchkey where the host has no way: the setting is not offered', async () => {
    expect((await started.client.host.info()).setUpLinks).toBe(true);
    const none = { ...createMemoryLinkHandler(), isSupported: false };
    const other = await startApplication({ world: { linkHandler: none } });
    expect((await other.client.host.info()).setUpLinks).toBe(false);
    await other.application.close();
  });
});

/** The sources of an import that reads the link. */
async function readLink() {
  for await (const event of await started.client.imports.read({ sources: [{ from: 'link' }] })) {
    if (event.type === 'read') return event.import.sources;
  }
  return [];
}

async function entries(): Promise<string[]> {
  for await (const { entries: all } of await started.client.entries.watch())
    return all.map(({ issuer }) => issuer);
  return [];
}
