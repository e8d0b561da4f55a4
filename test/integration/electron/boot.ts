/**
 * Runs the built Electron host in this process, with `fake-electron.ts` for Electron, acts as its window, and
 * sends what it saw to the test: `node boot.ts FOLDER-OF-THE-BUNDLES ROLE [ARGUMENTS OF LATCHKEY]`. The roles: `first`,
 * `again` and `second` start; `unsandboxed`, by somebody who is not root; `desktop` and `hidden` (`boot-desktop.ts`); `update` and
 * `blocked-update` (`boot-update.ts`).
 */
import { registerHooks } from 'node:module';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import QRCode from 'qrcode';
import type { ScanEvent } from '../../../src/contract/scan.ts';
import { runDesktop, runHidden } from './boot-desktop.ts';
import { prepareUpdate, runBlockedUpdate, runUpdate } from './boot-update.ts';
import { world } from './fake-electron.ts';
import type { FakeWindow } from './fake-windows.ts';
import { connect, loadPage, nextState, openedLink, until } from './page.ts';

const bundle = resolve(process.argv[2] ?? '');
const setUpCode = 'otpauth://totp/Example:ada?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Example';

/** Nobody answers there: the link is shown all the same. */
const deepLink = `latchkey://activate?server=http%3A%2F%2F127.0.0.1%3A9&token=${'t'.repeat(43)}`;

registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== 'electron') return next(specifier, context);
    return { url: new URL('./fake-electron.ts', import.meta.url).href, shortCircuit: true };
  },
});

const role = process.argv[3];
world.isFirstInstance = role !== 'second';
if (role === 'update' || role === 'blocked-update') await prepareUpdate();
if (role === 'unsandboxed') process.getuid = () => 1_000;
await import(pathToFileURL(join(bundle, 'main/index.js')).href);
if (role === 'first') await runFirst();
else if (role === 'again') await runAgain();
else if (role === 'desktop') report(await runDesktop(bundle));
else if (role === 'update') report(await runUpdate(bundle));
else if (role === 'blocked-update') report(await runBlockedUpdate(bundle));
else if (role === 'hidden') report(await runHidden());
else if (role === 'unsandboxed') await runUnsandboxed();
else report({ calls: world.calls, windows: world.windows.length });

async function runFirst(): Promise<void> {
  await delay(10);
  const beforeReady = [...world.calls];
  world.becomeReady();
  const window = await until(() => world.windows.find(({ loaded }) => loaded !== null));

  const page = await loadPage(bundle, window);
  const client = connect(page.port);
  const info = await client.host.info();
  const states = (await client.vault.watch())[Symbol.asyncIterator]();
  const firstRun = await nextState(states, 'absent');
  await client.vault.create({ protection: 'keychain' });
  const open = await nextState(states, 'open');

  world.display = await desktopWith(setUpCode);
  const scan: ScanEvent[] = [];
  for await (const event of await client.scan.screen()) scan.push(event);
  const isVisibleAfterScan = window.isVisible;
  const found = scan.flatMap((event) => (event.type === 'found' ? event.previews : []));
  const [preview] = found;
  if (preview === undefined) throw new Error(`the scan found nothing: ${JSON.stringify(scan)}`);
  const { entryId } = await client.previews.accept({
    previewId: preview.previewId,
    issuer: preview.issuer,
    account: preview.account,
  });
  await client.codes.copy({ id: entryId, which: 'current' });
  const copied = { ...world.clipboard };

  world.events.emit('second-instance', {}, ['latchkey', '--some-switch', deepLink], '');
  const opened = await openedLink(client);
  window.close();
  await until(() => world.calls.find((call) => call.startsWith('exit')));

  report({
    beforeReady,
    calls: world.calls,
    options: window.options,
    page: { ...page, port: undefined },
    info,
    firstRun,
    open,
    found,
    windowsInPicture: world.windowsInPicture,
    isVisibleAfterScan,
    copied,
    link: opened,
    opened: window.openHandler?.(link('https://example.com/')),
    navigation: stops(window, 'will-navigate'),
    requests: ['app://latchkey/index.html', 'https://example.com/'].map(isCancelled),
    fileAnswer: (await world.handlers.get('file')?.(new Request('file:///etc/passwd')))?.status,
  });
}

/** The next start: the vault that the first one made is there. */
async function runUnsandboxed(): Promise<void> {
  world.becomeReady();
  await until(() => world.calls.find((call) => call.startsWith('exit')));
  report({ calls: world.calls, windows: world.windows.length });
}

async function runAgain(): Promise<void> {
  world.becomeReady();
  const window = await until(() => world.windows.find(({ loaded }) => loaded !== null));
  const client = connect((await loadPage(bundle, window)).port);
  const open = await nextState((await client.vault.watch())[Symbol.asyncIterator](), 'open');
  let codes = 0;
  for await (const event of await client.codes.watch()) {
    codes = event.codes.length;
    break;
  }
  report({ open, codes });
}

function report(seen: object): void {
  process.send?.(seen, () => process.exit(0));
}

/** A grey 1600×1000 desktop with a QR code of 5 pixels a module on it, as Electron's BGRA. */
async function desktopWith(text: string): Promise<typeof world.display> {
  const [width, height, scale, left, top] = [1600, 1000, 5, 700, 300];
  const bitmap = Buffer.alloc(width * height * 4, Buffer.from([0xd0, 0xc8, 0xc0, 0xff]));
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const side = (modules.size + 8) * scale;
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const [row, column] = [Math.floor(y / scale) - 4, Math.floor(x / scale) - 4];
      const isInside = row >= 0 && column >= 0 && row < modules.size && column < modules.size;
      const shade = isInside && modules.get(row, column) ? 0 : 255;
      bitmap.fill(shade, ((top + y) * width + left + x) * 4, ((top + y) * width + left + x) * 4 + 3);
    }
  }
  return { width, height, bitmap };
}

function stops(window: FakeWindow, event: string): boolean {
  let isStopped = false;
  window.events.emit(event, { preventDefault: () => (isStopped = true) });
  return isStopped;
}

function isCancelled(url: string): boolean | undefined {
  let cancelled: boolean | undefined;
  // Electron gives far more details; the filter looks at the address alone.
  Reflect.apply(world.session.beforeRequest ?? (() => undefined), undefined, [
    { url },
    ({ cancel }: { cancel?: boolean }) => (cancelled = cancel),
  ]);
  return cancelled;
}

function link(url: string) {
  return {
    url,
    frameName: '',
    features: '',
    disposition: 'foreground-tab',
    referrer: { url: '', policy: 'no-referrer' },
  } as const;
}
