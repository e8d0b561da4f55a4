import { afterEach, describe, expect, it } from 'vitest';
import { accelerator } from '../../../src/contract/accelerator.ts';
import type { QuickFindState } from '../../../src/contract/quick-find.ts';
import { nextOf, startApplication } from '../../rig/application.ts';
import { createMemoryShortcut, createMemoryWindows } from '../../rig/memory-ports.ts';

let stop: (() => Promise<void>) | undefined;
afterEach(async () => stop?.());

async function started(world: Partial<Parameters<typeof startApplication>[0]> = {}) {
  const shortcut = createMemoryShortcut();
  const windows = createMemoryWindows();
  const latchkey = await startApplication({ ...world, world: { globalShortcut: shortcut, windows } });
  stop = () => latchkey.stop();
  return { ...latchkey, ports: { ...latchkey.ports, windows }, shortcut, windows };
}

describe('the shortcut', () => {
  it('is registered once it is chosen, changed with the preference, and let go with it and at the end', async () => {
    const { client, shortcut, application } = await started();
    const states = await client.quickFind.watch();
    expect(await nextOf(states)).toEqual({
      way: 'system',
      chosen: null,
      as: null,
      trouble: null,
      hasFired: false,
      isRenewed: false,
      command: 'latchkey toggle',
    });
    expect(shortcut.registered).toBeNull();
    await client.preferences.set({ quickFindShortcut: 'Control+Shift+L' });
    await expect.poll(() => shortcut.registered).toBe('Control+Shift+L');
    expect(await nextOf(states)).toMatchObject({ as: 'System Control+Shift+L', trouble: null });
    await client.preferences.set({ quickFindShortcut: 'Super+Space' });
    await expect.poll(() => shortcut.registered).toBe('Super+Space');
    await client.preferences.set({ quickFindShortcut: null });
    await expect.poll(() => shortcut.registered).toBeNull();
    await client.preferences.set({ quickFindShortcut: 'F9' });
    await expect.poll(() => shortcut.registered).toBe('F9');
    await application.close();
    expect(shortcut.registered).toBeNull();
  });

  it('says why it is not in force, and that it has been seen to work', async () => {
    const { client, shortcut, windows } = await started();
    const seen: unknown[] = [];
    const following = (async () => {
      for await (const state of await client.quickFind.watch()) seen.push(state);
    })();
    shortcut.trouble = 'taken';
    await client.preferences.set({ quickFindShortcut: 'F9' });
    await expect.poll(() => seen.at(-1)).toMatchObject({ as: null, trouble: 'taken' });
    shortcut.trouble = null;
    await client.preferences.set({ quickFindShortcut: 'F10' });
    await expect.poll(() => seen.at(-1)).toMatchObject({ as: 'System F10', trouble: null, hasFired: false });
    shortcut.press();
    await expect.poll(() => seen.at(-1)).toMatchObject({ as: 'System F10', hasFired: true });
    await expect.poll(() => windows.focused).toBe('quickFind');
    await stop?.();
    stop = undefined;
    await following.catch(() => undefined);
  });

  it('is bound again when the desktop takes it away, and the settings say so', async () => {
    const { client, shortcut, ports, clock } = await started();
    const states = await client.quickFind.watch();
    /** The next state in which the shortcut stands somewhere. */
    const settled = async () => {
      for (;;) {
        const state = await nextOf(states);
        if (state.as !== null || state.trouble !== null) return state;
      }
    };
    await client.preferences.set({ quickFindShortcut: 'F9' });
    expect(await settled()).toMatchObject({ as: 'System F9', isRenewed: false });
    shortcut.end();
    expect(await settled()).toMatchObject({ as: 'System F9', isRenewed: true, hasFired: false });
    expect(shortcut.registered).toBe('F9');
    // It held for a while, so that the next end is a new one.
    clock.move(60_000);
    shortcut.end();
    expect(await settled()).toMatchObject({ as: 'System F9', isRenewed: true });
    shortcut.press();
    await expect.poll(() => ports.windows.focused).toBe('quickFind');
  });

  it('that the desktop takes away each time is left alone, until the person chooses again', async () => {
    const { client, shortcut } = await started();
    const seen: QuickFindState[] = [];
    const following = (async () => {
      for await (const state of await client.quickFind.watch()) seen.push(state);
    })();
    await client.preferences.set({ quickFindShortcut: 'F9' });
    await expect.poll(() => seen.at(-1)?.as).toBe('System F9');
    shortcut.end();
    await expect.poll(() => seen.at(-1)).toMatchObject({ as: 'System F9', isRenewed: true });
    shortcut.end();
    await expect.poll(() => seen.at(-1)).toMatchObject({ as: null, trouble: 'ended' });
    expect(shortcut.registered).toBeNull();
    await client.preferences.set({ quickFindShortcut: 'F10' });
    await expect.poll(() => seen.at(-1)).toMatchObject({ as: 'System F10', isRenewed: false, trouble: null });
    await stop?.();
    stop = undefined;
    await following.catch(() => undefined);
  });

  it('is not asked for where the person binds the command', async () => {
    const shortcut = { ...createMemoryShortcut(), way: async () => 'none' as const };
    const latchkey = await startApplication({
      world: { globalShortcut: shortcut },
      facts: { command: '/opt/latchkey' },
    });
    stop = () => latchkey.stop();
    await latchkey.client.preferences.set({ quickFindShortcut: 'F9' });
    expect(await nextOf(await latchkey.client.quickFind.watch())).toEqual({
      way: 'none',
      chosen: 'F9',
      as: null,
      trouble: null,
      hasFired: false,
      isRenewed: false,
      command: '/opt/latchkey toggle',
    });
    expect(shortcut.registered).toBeNull();
  });

  it.each([
    'L',
    'Shift+L',
    'Control+',
    'Control+Control+L',
    'Shift+Control+L',
    'Control+l',
    'F25',
    'Ctrl+L',
    '',
  ])('%j is none', (text) => expect(accelerator.test(text)).toBe(false));

  it.each(['Control+L', 'Control+Alt+Shift+Super+0', 'Super+Space', 'F1', 'Shift+F24', 'Alt+F4'])(
    '%s is one',
    (text) => expect(accelerator.test(text)).toBe(true),
  );
});

describe('the link latchkey://find', () => {
  it('shows the quick find from another program, hides it again, and leaves the main window alone', async () => {
    const { application, client, windows } = await started();
    const shows = await client.quickFind.shows();
    const next = nextOf(shows);
    // The page asks before anything is shown to it.
    await client.host.info();
    application.openLink('latchkey://find');
    expect(await next).toBe('show');
    await expect.poll(() => windows.focused).toBe('quickFind');
    application.openLink('latchkey://find');
    await expect.poll(() => windows.focused).toBe('other');
    expect(windows.shown).toEqual(['quickFind']);
  });

  it('twice at once ends as it began', async () => {
    const { application, windows } = await started();
    windows.focused = 'main';
    application.openLink('latchkey://find');
    application.openLink('latchkey://find');
    await expect.poll(() => windows.shown).toEqual(['quickFind']);
    await expect.poll(() => windows.focused).toBe('main');
  });

  it('is asked for by the window to hide, and to open the main window instead', async () => {
    const { application, client, windows } = await started();
    application.openLink('latchkey://find');
    await expect.poll(() => windows.focused).toBe('quickFind');
    await client.quickFind.hide();
    expect(windows.focused).toBe('other');
    application.openLink('latchkey://find');
    await expect.poll(() => windows.focused).toBe('quickFind');
    await client.quickFind.openWindow();
    expect(windows.focused).toBe('main');
  });

  it('whose window fails is logged, and the next one is shown', async () => {
    const { application, ports, windows } = await started();
    windows.fails = 'no screen';
    application.openLink('latchkey://find');
    await expect.poll(() => ports.log.lines).toEqual([expect.stringContaining('no screen')]);
    windows.fails = null;
    application.openLink('latchkey://find');
    await expect.poll(() => windows.focused).toBe('quickFind');
  });
});

describe('the link latchkey://search', () => {
  it('brings the main window forward and filters its list, once, also where the window comes later', async () => {
    const { application, client, windows } = await started();
    application.openLink('latchkey://search?q=git+hub');
    expect(windows.focused).toBe('main');
    const searches = await client.quickFind.searches();
    expect(await nextOf(searches)).toEqual({ text: 'git hub' });
    application.openLink('latchkey://search?q=mail');
    expect(await nextOf(searches)).toEqual({ text: 'mail' });
    await searches.return?.();
    // The window has gone once the application answers what was asked after it.
    await client.host.info();
    application.openLink('latchkey://search?q=last');
    expect(await nextOf(await client.quickFind.searches())).toEqual({ text: 'last' });
  });

  it('neither searches nor shows a link to the person that is none of ours', async () => {
    const { application, client, windows } = await started();
    application.openLink('latchkey://search?q=a&copy=1');
    application.openLink('latchkey://search?q=b');
    expect(await nextOf(await client.quickFind.searches())).toEqual({ text: 'b' });
    expect(windows.shown).toEqual(['main', 'main']);
  });
});
