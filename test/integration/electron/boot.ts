/**
 * Runs the built Electron host in this process, with `fake-electron.ts` for Electron, acts as its window, and
 * sends what it saw to the test: `node boot.ts FOLDER-OF-THE-BUNDLES first|again|second`.
 */
import { readFile } from 'node:fs/promises';
import { registerHooks } from 'node:module';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { compileFunction } from 'node:vm';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import QRCode from 'qrcode';
import type { AppContract } from '../../../src/contract/app.ts';
import type { ScanEvent } from '../../../src/contract/scan.ts';
import { world } from './fake-electron.ts';
import type { FakeWindow } from './fake-electron.ts';

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
await import(pathToFileURL(join(bundle, 'main/index.js')).href);
if (role === 'first') await runFirst();
else if (role === 'again') await runAgain();
else report({ calls: world.calls, windows: world.windows.length });

async function runFirst(): Promise<void> {
  await delay(10);
  const beforeReady = [...world.calls];
  world.ready.resolve();
  const window = await until(() => world.windows.find(({ loaded }) => loaded !== null));

  const page = await loadPage(window);
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

  world.emit('second-instance', {}, ['latchkey', '--some-switch', deepLink], '');
  const opened = await openedLink(client);
  world.emit('window-all-closed');
  world.emit('will-quit', { preventDefault: () => world.calls.push('wait') });
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
async function runAgain(): Promise<void> {
  world.ready.resolve();
  const window = await until(() => world.windows.find(({ loaded }) => loaded !== null));
  const client = connect((await loadPage(window)).port);
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

/** Loads the page as Electron would: through the protocol, with the built preload, in a world without Node. */
async function loadPage(window: FakeWindow) {
  const response = await world.handlers.get('app')?.(new Request(window.loaded ?? ''));
  const listeners = new Set<(event: object) => void>();
  const handedOver: { message: unknown; origin: string; ports: number }[] = [];
  const required: string[] = [];
  const globals = {
    location: { origin: 'app://latchkey' },
    addEventListener: (_type: string, listener: (event: object) => void) => listeners.add(listener),
    removeEventListener: (_type: string, listener: (event: object) => void) => listeners.delete(listener),
    postMessage: (message: unknown, origin: string, ports: unknown[]) =>
      handedOver.push({ message, origin, ports: ports.length }),
  };
  const before = Object.keys(globals);
  const ipc = new Map<string, (event: { ports: unknown[] }) => void>();
  const electron = {
    ipcRenderer: {
      once: (channel: string, listener: (event: { ports: unknown[] }) => void) => ipc.set(channel, listener),
      send: (channel: string) =>
        world.ipc.emit(channel, { sender: window.contents, senderFrame: window.frame, ports: [] }),
    },
  };
  const require = (name: string): object => {
    required.push(name);
    return electron;
  };
  const source = await readFile(join(bundle, 'preload/index.cjs'), 'utf8');
  compileFunction(source, ['window', 'require', 'module', 'exports'])(globals, require, {}, {});

  for (const listener of listeners) {
    listener({ source: globals, origin: 'app://latchkey', data: { type: 'latchkey:ready' } });
  }
  const [port] = window.ports;
  if (port === undefined) throw new Error('the page got no port');
  ipc.get('latchkey:port')?.({ ports: [port] });
  return {
    status: response?.status,
    policy: response?.headers.get('content-security-policy'),
    required,
    exposed: Object.keys(globals).filter((name) => !before.includes(name)),
    handedOver,
    port,
  };
}

function connect(port: FakeWindow['ports'][number]): ContractRouterClient<AppContract> {
  port.start();
  return createORPCClient(new RPCLink({ port }));
}

/** The link that the window is shown. */
async function openedLink(client: ContractRouterClient<AppContract>): Promise<object> {
  for await (const { link: shown } of await client.account.watch()) if (shown !== null) return shown;
  throw new Error('the window was shown no link');
}

async function nextState<State extends { state: string }>(
  states: AsyncIterator<State>,
  wanted: State['state'],
): Promise<State> {
  for (;;) {
    const { value, done } = await states.next();
    if (done === true) throw new Error(`the vault never became ${wanted}`);
    if (value.state === wanted) return value;
  }
}

async function until<T>(look: () => T | undefined): Promise<T> {
  for (let waited = 0; waited < 60_000; waited += 10) {
    const seen = look();
    if (seen !== undefined) return seen;
    await delay(10);
  }
  throw new Error(`waited in vain; so far: ${world.calls.join(', ')}`);
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
