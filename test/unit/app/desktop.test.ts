import { afterEach, describe, expect, it } from 'vitest';
import type { Clipboard } from '../../../src/app/ports.ts';
import { desktopChoices, type DesktopChoice } from '../../../src/contract/vocabulary.ts';
import { encodeBase32 } from '../../../src/core/otp/base32.ts';
import { nextOf, startApplication } from '../../rig/application.ts';
import { createMemoryDesktop } from '../../rig/memory-ports.ts';

const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const passphrase = 'correct horse battery staple';

let app: Awaited<ReturnType<typeof startApplication>>;
let told: ReturnType<typeof createMemoryDesktop>['told'];
let onClipboard = '';

afterEach(() => app.stop());

/** The application on a desktop that honours these choices, with a vault that a passphrase opens, too. */
async function start(choices: readonly DesktopChoice[] = desktopChoices, isRegistered = false) {
  const memory = createMemoryDesktop(choices);
  told = memory.told;
  told.isRegistered = isRegistered;
  onClipboard = '';
  const clipboard: Clipboard = {
    kind: 'application',
    write: async (text) => {
      onClipboard = text;
      return true;
    },
    clearIf: async (text) => {
      if (onClipboard === text) onClipboard = '';
    },
  };
  app = await startApplication({ clipboard, world: { desktop: memory.desktop }, create: false });
  await app.client.vault.create({ protection: 'keychain', passphrase });
}

async function add(uri: string, pinned = true): Promise<string> {
  const { previews } = await app.client.scan.text({ text: uri });
  const [preview] = previews;
  if (preview === undefined) throw new Error('no preview');
  const { previewId, issuer, account } = preview;
  const { entryId } = await app.client.previews.accept({ previewId, issuer, account });
  await app.client.entries.setPinned({ id: entryId, pinned });
  return entryId;
}

function labels(): string[][] | undefined {
  return told.menu?.map((group) => group.map(({ label }) => label));
}

/** Clicks a line once it is there. */
async function press(label: string): Promise<void> {
  await expect.poll(() => labels()?.flat()).toContain(label);
  told.menu
    ?.flat()
    .find((line) => line.label === label)
    ?.press?.();
}

const windows = ['Show Latchkey', 'Quick find', 'Add a code', 'Settings', 'Lock now'];

describe("the tray's menu", () => {
  it('has the pinned codes by name and nothing of their digits', async () => {
    await start();
    await add(`otpauth://totp/GitHub:ada?secret=${secret}&issuer=GitHub`);
    await add(`otpauth://totp/Bank:ada?secret=JBSWY3DPEHPK3PXP&issuer=Bank&digits=8`);
    await add(`otpauth://totp/Not%20pinned:x?secret=KRSXG5CTMVRXEZLU`, false);
    await expect.poll(() => labels()).toEqual([['Bank (ada)', 'GitHub (ada)'], windows, ['Quit']]);
  });

  it('follows what is pinned and renamed', async () => {
    await start();
    const id = await add(`otpauth://totp/GitHub:ada?secret=${secret}&issuer=GitHub`);
    await app.client.entries.edit({ id, issuer: 'Hub', account: '' });
    await expect.poll(() => labels()?.[0]).toEqual(['Hub']);
    await app.client.entries.setPinned({ id, pinned: false });
    await expect.poll(() => labels()?.[0]).toEqual(['Pin a code to copy it here']);
  });

  it("copies as the window does, so that the code leaves the clipboard with the vault's lock", async () => {
    await start();
    await add(`otpauth://totp/GitHub:ada?secret=${secret}&issuer=GitHub`);
    await press('GitHub (ada)');
    await expect.poll(() => onClipboard).toMatch(/^\d{6}$/);
    await press('Lock now');
    await expect.poll(() => onClipboard).toBe('');
  });

  it('moves the counter of a code that is made by one', async () => {
    await start();
    await add(`otpauth://hotp/Old:ada?secret=${secret}&issuer=Old&counter=0`);
    await press('Old (ada)');
    // RFC 4226, appendix D.
    await expect.poll(() => onClipboard).toBe('755224');
    await press('Old (ada)');
    await expect.poll(() => onClipboard).toBe('287082');
  });

  it('names nothing of a locked vault', async () => {
    await start();
    await add(`otpauth://totp/GitHub:ada?secret=${secret}&issuer=GitHub`);
    await press('Lock now');
    const locked = [['The codes are not open'], ['Open Latchkey'], ['Quit']];
    await expect.poll(() => labels()).toEqual(locked);
    await app.client.vault.unlock({ passphrase });
    await expect.poll(() => labels()?.[0]).toEqual(['GitHub (ada)']);
  });

  it('shows the window where a code could not be copied', async () => {
    await start();
    const id = await add(`otpauth://totp/GitHub:ada?secret=${secret}&issuer=GitHub`);
    await expect.poll(() => labels()?.[0]).toEqual(['GitHub (ada)']);
    const [line] = told.menu?.[0] ?? [];
    await app.client.entries.remove({ id });
    line?.press?.();
    await expect.poll(() => app.ports.windows.focused).toBe('main');
    expect(onClipboard).toBe('');
  });

  it('leads to the windows and to the end', async () => {
    await start();
    await expect.poll(() => labels()?.[1]).toEqual(windows);
    await press('Show Latchkey');
    expect(app.ports.windows.focused).toBe('main');
    await press('Quick find');
    await expect.poll(() => app.ports.windows.focused).toBe('quickFind');
    await press('Quit');
    expect(told.quits).toBe(1);
  });

  it('asks one window for what only a window does, also one that comes later', async () => {
    await start();
    await press('Add a code');
    await press('Settings');
    expect(app.ports.windows.focused).toBe('main');
    const asked = await app.client.commands.asked();
    expect(await nextOf(asked)).toEqual({ command: 'settings' });
    await press('Add a code');
    expect(await nextOf(asked)).toEqual({ command: 'add' });
  });

  it("speaks the person's language, or the system's", async () => {
    await start();
    await app.client.preferences.set({ language: 'nl' });
    await expect.poll(() => labels()?.at(-1)).toEqual(['Stop']);
    told.languages = ['fi-FI', 'nl-BE', 'en-GB'];
    await app.client.preferences.set({ language: 'en' });
    await expect.poll(() => labels()?.at(-1)).toEqual(['Quit']);
    await app.client.preferences.set({ language: 'system' });
    await expect.poll(() => labels()?.at(-1)).toEqual(['Stop']);
  });

  it('keeps a long name, and one that would turn the line around, in its place', async () => {
    await start();
    await add(`otpauth://totp/${'x'.repeat(200)}?secret=${secret}`);
    await add(`otpauth://totp/${encodeURIComponent('\u202Eevil')}?secret=JBSWY3DPEHPK3PXP`);
    await expect.poll(() => labels()?.[0]).toHaveLength(2);
    const [long, evil] = (labels()?.[0] ?? []).toSorted((a, b) => b.length - a.length);
    expect(long).toBe(`${'x'.repeat(59)}…`);
    expect(evil).toBe('\uFFFDevil');
  });

  it('offers no lock that nothing could open again', async () => {
    await start();
    await expect.poll(() => labels()?.flat()).toContain('Lock now');
    await app.client.vault.setUnlockMethods({ mode: 'session', passphrase: null, current: passphrase });
    await expect.poll(() => labels()?.flat()).not.toContain('Lock now');
    expect(labels()?.flat()).toContain('Add a code');
  });

  it('adds nothing to a vault that only reads', async () => {
    await start();
    await expect.poll(() => labels()?.flat()).toContain('Add a code');
    await app.client.vault.lock();
    await expect.poll(() => labels()?.flat()).not.toContain('Lock now');
    app.ports.vaultStore.troubles.write = 'EROFS';
    await app.client.vault.unlock({ passphrase });
    await expect.poll(() => labels()?.flat()).toContain('Lock now');
    expect(labels()?.flat()).not.toContain('Add a code');
  });

  it('closes off a name that is read from the right, also where it cuts it', async () => {
    await start();
    const letters = '\u05D1\u05E0\u05E7';
    await add(`otpauth://totp/${encodeURIComponent(letters)}?secret=${secret}`);
    await add(`otpauth://totp/${encodeURIComponent(letters.repeat(60))}?secret=JBSWY3DPEHPK3PXP`);
    await expect
      .poll(() => labels()?.[0])
      .toEqual([`\u2068${letters}\u2069`, `\u2068${letters.repeat(60).slice(0, 59)}…\u2069`]);
  });

  it('names no more than thirty', async () => {
    await start();
    const names = Array.from({ length: 31 }, (_, at) => String(100 + at));
    // The first of the list comes last, and pushes another out.
    for (const [at, name] of names.toReversed().entries()) {
      await add(`otpauth://totp/${name}?secret=${encodeBase32(new Uint8Array(20).fill(at + 1))}`);
    }
    await expect.poll(() => labels()?.[0]).toEqual(names.slice(0, 30));
  });

  it('goes with its icon', async () => {
    await start();
    await expect.poll(() => told.menu).not.toBeNull();
    await app.client.preferences.set({ trayIcon: false });
    await expect.poll(() => told.menu).toBeNull();
  });
});

describe('what is in force', () => {
  it('is what was chosen, is honoured here and means something beside the rest', async () => {
    await start(['trayIcon', 'closeToTray', 'alwaysOnTop']);
    await app.client.preferences.set({ closeToTray: true, alwaysOnTop: true, contentProtection: true });
    await expect.poll(() => [...told.inForce]).toEqual(['trayIcon', 'closeToTray', 'alwaysOnTop']);
    await app.client.preferences.set({ trayIcon: false });
    await expect.poll(() => [...told.inForce]).toEqual(['alwaysOnTop']);
    expect([...app.application.desktopInForce()]).toEqual(['alwaysOnTop']);
  });
});

describe('a desktop without a tray', () => {
  const isThere = async () => {
    for await (const tray of await app.client.host.tray()) return tray.isThere;
    throw new Error('nothing was told');
  };

  it('gets no icon and nothing that hides in it, and all of it when a tray comes', async () => {
    await start();
    await app.client.preferences.set({ closeToTray: true, openAtLogin: true, startHidden: true });
    await expect.poll(() => [...told.inForce]).toContain('startHidden');
    told.tray(false);
    expect([...told.inForce]).toEqual(['openAtLogin']);
    expect([...app.application.desktopInForce()]).toEqual(['openAtLogin']);
    expect(told.menu).toBeNull();
    expect(await isThere()).toBe(false);
    told.tray(true);
    expect([...told.inForce]).toEqual(['trayIcon', 'closeToTray', 'openAtLogin', 'startHidden']);
    expect(told.menu).not.toBeNull();
    expect(await isThere()).toBe(true);
  });

  it('is not waited for: until it is known, there is one', async () => {
    await start();
    expect(await isThere()).toBe(true);
    await expect.poll(() => told.menu).not.toBeNull();
  });
});

describe('opening with the session', () => {
  const isChosen = () => app.ports.preferences.get().openAtLogin;

  it('is registered and removed with the choice', async () => {
    await start();
    await app.client.preferences.set({ openAtLogin: true });
    await expect.poll(() => told.isRegistered).toBe(true);
    await app.client.preferences.set({ openAtLogin: false });
    await expect.poll(() => told.isRegistered).toBe(false);
  });

  it("follows the system's own settings", async () => {
    await start(desktopChoices, true);
    await expect.poll(() => isChosen()).toBe(true);
    // The system's word holds: nothing was registered for it.
    expect(told.registrations).toBe(0);
  });

  it('is not shown as chosen where the system refuses it', async () => {
    await start();
    told.refusal = new Error('read-only');
    await app.client.preferences.set({ openAtLogin: true });
    await expect.poll(() => app.ports.log.lines.join()).toContain('login-item');
    await expect.poll(() => isChosen()).toBe(false);
  });
});
