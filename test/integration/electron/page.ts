/** Acts as a window's page, for `boot.ts`. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { compileFunction } from 'node:vm';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { AppContract } from '../../../src/contract/app.ts';
import { world } from './fake-windows.ts';
import type { FakeWindow } from './fake-windows.ts';

/** Loads the page as Electron would: through the protocol, with the built preload, in a world without Node. */
export async function loadPage(bundle: string, window: FakeWindow) {
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

/** Asks the application as the page does. */
export function connect(port: FakeWindow['ports'][number]): ContractRouterClient<AppContract> {
  port.start();
  return createORPCClient(new RPCLink({ port }));
}

/** The link that the window is shown. */
export async function openedLink(client: ContractRouterClient<AppContract>): Promise<object> {
  for await (const { link: shown } of await client.account.watch()) if (shown !== null) return shown;
  throw new Error('the window was shown no link');
}

/** Waits for a state of the vault. */
export async function nextState<State extends { state: string }>(
  states: AsyncIterator<State>,
  wanted: State['state'],
): Promise<State> {
  for (;;) {
    const { value, done } = await states.next();
    if (done === true) throw new Error(`the vault never became ${wanted}`);
    if (value.state === wanted) return value;
  }
}

/** Waits until there is something to see. */
export async function until<T>(look: () => T | undefined): Promise<T> {
  for (let waited = 0; waited < 60_000; waited += 10) {
    const seen = look();
    if (seen !== undefined) return seen;
    await delay(10);
  }
  throw new Error(`waited in vain; so far: ${world.calls.join(', ')}`);
}
