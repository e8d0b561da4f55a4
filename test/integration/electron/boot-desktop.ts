/** A day with Latchkey in the tray, for `boot.ts`: what it saw at each step. */
import process from 'node:process';
import { world } from './fake-windows.ts';
import type { FakeWindow } from './fake-windows.ts';
import { connect, loadPage, nextState, openedLink, until } from './page.ts';

const passphrase = 'correct horse battery staple';
const setUpCode = 'otpauth://totp/Example:ada?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Example';

/** Started by a link. The tray, the quick find, the locks, the window that hides, and the end. */
export async function runDesktop(bundle: string): Promise<object> {
  world.becomeReady();
  const main = await shownAt('app://latchkey/index.html');
  const client = connect((await loadPage(bundle, main)).port);
  const states = (await client.vault.watch())[Symbol.asyncIterator]();
  await nextState(states, 'absent');
  await client.vault.create({ protection: 'keychain', passphrase });
  await nextState(states, 'open');
  const coldLink = await openedLink(client);

  const { previews } = await client.scan.text({ text: setUpCode });
  const [preview] = previews;
  if (preview === undefined) throw new Error('no preview');
  const { previewId, issuer, account } = preview;
  const { entryId } = await client.previews.accept({ previewId, issuer, account });
  await client.entries.setPinned({ id: entryId, pinned: true });
  await clickInTray('Example (ada)');
  const trayCopy = await copied();
  const openMenu = trayLabels();

  const searches = (await client.quickFind.searches())[Symbol.asyncIterator]();
  world.events.emit('second-instance', {}, ['latchkey', 'latchkey://search?q=exam'], '');
  const search: unknown = (await searches.next()).value;

  await clickInTray('Quick find');
  const quickFind = await shownAt('app://latchkey/quick-find.html');
  const quickFindPage = await loadPage(bundle, quickFind);
  const found = connect(quickFindPage.port);
  let inQuickFind: string[] = [];
  for await (const { entries } of await found.entries.watch()) {
    inQuickFind = entries.map((entry) => entry.issuer);
    break;
  }
  quickFind.events.emit('blur');
  const isQuickFindHidden = !quickFind.isVisible;
  await client.preferences.set({ quickFindShortcut: 'Control+Shift+L' });
  const press = await until(() => world.shortcuts.get('Control+Shift+L'));
  press();
  await until(() => quickFind.isVisible || undefined);
  quickFind.events.emit('blur');

  world.power.emit('suspend');
  const asleep = await nextState(states, 'locked');
  const afterSuspend = await untilCleared();
  const lockedMenu = await until(() => (trayLabels().includes('Open Latchkey') ? trayLabels() : undefined));
  await client.vault.unlock({ passphrase });
  await clickInTray('Example (ada)');
  await copied();
  await clickInTray('Lock now');
  const byTray = await nextState(states, 'locked');
  const afterLock = await untilCleared();

  await client.preferences.set({
    closeToTray: true,
    alwaysOnTop: true,
    openAtLogin: true,
    startHidden: true,
  });
  await until(() => world.calls.find((call) => call === 'on top true'));
  const hidesInTray = !main.close() && !main.isVisible;
  world.events.emit('second-instance', {}, ['latchkey'], '');
  const comesBack = main.isVisible;
  Object.assign(main.window.getNormalBounds(), { x: 300, y: 40 });

  await client.vault.unlock({ passphrase });
  await clickInTray('Example (ada)');
  await copied();
  await clickInTray('Quit');
  await until(() => world.calls.find((call) => call.startsWith('exit')));
  return {
    coldLink,
    trayCopy,
    openMenu,
    search,
    quickFindPage: { status: quickFindPage.status, policy: quickFindPage.policy },
    inQuickFind,
    isQuickFindHidden,
    asleep,
    lockedMenu,
    byTray,
    onClipboard: [afterSuspend, afterLock, world.clipboard],
    hidesInTray,
    comesBack,
    trayMenu: world.trayMenu,
    calls: world.calls,
  };
}

/** Opened by the session, hidden: only the tray, until somebody starts it. */
export async function runHidden(): Promise<object> {
  world.becomeReady();
  await until(() => (trayLabels().includes('Example (ada)') ? true : undefined));
  const windowsAtLogin = world.windows.length;
  world.events.emit('second-instance', {}, ['latchkey'], '');
  const main = await shownAt('app://latchkey/index.html');
  const { x, y } = main.window.getNormalBounds();
  return {
    windowsAtLogin,
    place: { x, y },
    isOnTop: main.options.alwaysOnTop,
    arguments: process.argv.slice(4),
  };
}

function shownAt(address: string): Promise<FakeWindow> {
  return until(() => world.windows.find(({ loaded, isVisible }) => loaded === address && isVisible));
}

function trayLabels(): string[] {
  return (world.trayMenu ?? []).flatMap(({ label }) => (label === undefined ? [] : [label]));
}

/** Clicks a line of the tray's menu once it is there. */
async function clickInTray(label: string): Promise<void> {
  const click = await until(() => world.trayMenu?.find((item) => item.label === label)?.click);
  Reflect.apply(click, undefined, []);
}

async function copied(): Promise<unknown> {
  return until(() => world.clipboard['text/plain']);
}

async function untilCleared(): Promise<object> {
  return until(() => (Object.keys(world.clipboard).length === 0 ? world.clipboard : undefined));
}
