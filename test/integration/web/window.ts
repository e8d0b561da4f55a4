import { request } from 'node:http';
import { WebSocket } from 'ws';
import { createAccountApi } from '../../../src/adapters/account-api/account-api.ts';
import { backupFolder } from '../../../src/adapters/backup-folder/backup-folder.ts';
import { noDesktop } from '../../../src/adapters/desktop/none.ts';
import { noGlobalShortcut } from '../../../src/adapters/global-shortcut/none.ts';
import { pictureFiles } from '../../../src/adapters/picture-file/picture-file.ts';
import { noUpdater } from '../../../src/adapters/updater/none.ts';
import { createApplication } from '../../../src/app/application.ts';
import { serveWindow, type WindowServer } from '../../../src/web/server.ts';
import { directTransfers } from '../../rig/direct-transfers.ts';
import { createManualClock } from '../../rig/manual-clock.ts';
import {
  createListLog,
  createMemorySealedFile,
  createMemoryKeychain,
  createMemoryLinkHandler,
  createMemoryPower,
  createMemoryPreferences,
  createMemoryVaultStore,
  createMemoryWindows,
  quickKeyDerivation,
  noDesktopSearch,
} from '../../rig/memory-ports.ts';

/** A browser host on a free port, over an application whose world is in memory. */
export async function startWindow(windowRoot: string): Promise<{ server: WindowServer; port: number }> {
  const application = createApplication(
    {
      keychain: createMemoryKeychain(),
      vaultStore: createMemoryVaultStore(),
      keyDerivation: quickKeyDerivation,
      clock: createManualClock(0),
      screens: {
        capture: async () => 'window',
        take: async () => ({ outcome: 'failed', cause: 'unsupported' }),
      },
      decoder: {
        async *read() {
          yield* [];
          return [];
        },
      },
      pictureFiles,
      transfers: directTransfers,
      clipboard: { kind: 'window' },
      globalShortcut: noGlobalShortcut,
      desktopSearch: noDesktopSearch,
      linkHandler: createMemoryLinkHandler(),
      windows: createMemoryWindows(),
      desktop: noDesktop,
      updater: noUpdater,
      preferences: createMemoryPreferences(),
      power: createMemoryPower(),
      backupFolder,
      accountApi: createAccountApi(createManualClock(0)),
      accountFile: createMemorySealedFile(),
      syncFile: createMemorySealedFile(),
      log: createListLog(),
    },
    { host: 'browser', version: '0.0.0', platform: 'linux' },
  );
  const server = await serveWindow(application.router, { windowRoot, port: 0 });
  return { server, port: Number(new URL(server.origin).port) };
}

/** The token in a start address. */
export function tokenOf(startUrl: string): string {
  return new URLSearchParams(new URL(startUrl).hash.slice(1)).get('start') ?? '';
}

export interface Answer {
  status: number;
  headers: Record<string, unknown>;
  body: string;
}

/** One plain request, so that nothing between tidies up the path or the headers. */
export function ask(
  port: number,
  path: string,
  {
    headers = {},
    method = 'GET',
    body,
  }: { headers?: Record<string, string>; method?: string; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

/** A window's wish to enter, as its script posts it. */
export function enter(
  port: number,
  pass: { secret: string; token?: string },
  headers: Record<string, string> = {},
): Promise<Answer> {
  const origin = `http://127.0.0.1:${port}`;
  const body = JSON.stringify(pass);
  const length = { 'content-length': String(body.length) };
  return ask(port, '/enter', { method: 'POST', body, headers: { origin, ...length, ...headers } });
}

/** Opens the wire as a window does, but for what `more` says: the open connection, or the status that refused it. */
export function connectWire(
  port: number,
  secret: string | null,
  more: { headers?: Record<string, string>; path?: string; protocols?: string[] } = {},
): Promise<WebSocket | number> {
  const protocols = more.protocols ?? (secret === null ? [] : ['latchkey', secret]);
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${more.path ?? '/rpc'}`, protocols, {
      headers: { origin: `http://127.0.0.1:${port}`, ...more.headers },
    });
    socket.on('open', () => resolve(socket));
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
    socket.on('error', () => {});
  });
}
