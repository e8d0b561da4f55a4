/** An AppImage that finds a newer one, for `boot.ts`: what it showed at each step. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { stringify } from 'yaml';
import type { UpdateState } from '../../../src/contract/update.ts';
import { publicKey, signedRelease } from '../../rig/memory-updater.ts';
import { world } from './fake-windows.ts';
import { connect, loadPage, nextState, until } from './page.ts';

const passphrase = 'correct horse battery staple';
const folder = process.env['LATCHKEY_UPDATE_FOLDER'] ?? '';
const present = join(folder, 'Latchkey.AppImage');
const mark = join(folder, 'ran');
/** Each version says that it was started, and with what. */
const version = (name: string) =>
  `#!/bin/sh\necho "${name} $*" > '${mark}.new' && mv '${mark}.new' '${mark}'\n`;
const oldVersion = version('old');
const newVersion = version('new');
const isNew = signedRelease('1.0.0', createHash('sha512').update(newVersion).digest('base64'));

/** What the server has now. */
const server = { manifest: {} as object, file: newVersion };

/** Makes what a packaged AppImage has, before it starts. */
export async function prepareUpdate(): Promise<void> {
  const http = createServer((request, response) => {
    if (request.url?.startsWith('/latest-linux') === true) response.end(stringify(server.manifest));
    else response.end(server.file);
  });
  await new Promise<void>((resolve) => void http.listen(0, '127.0.0.1', resolve));
  http.unref();
  const address = http.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  await mkdir(join(folder, 'app'), { recursive: true });
  await writeFile(join(folder, 'app/package.json'), JSON.stringify({ updateKey: publicKey }));
  const place = { provider: 'generic', url: `http://127.0.0.1:${port}/`, updaterCacheDirName: 'latchkey' };
  await writeFile(join(folder, 'app-update.yml'), stringify(place));
  await writeFile(present, oldVersion, { mode: 0o755 });
  Object.assign(process, { resourcesPath: folder });
  process.env['APPIMAGE'] = present;
  process.env['APPDIR'] = dirname(process.execPath);
  process.env['XDG_CACHE_HOME'] = join(folder, 'cache');
  world.appPath = join(folder, 'app');
  server.manifest = { ...isNew, signature: undefined };
}

/** Opens the window and a vault. */
async function open(bundle: string) {
  world.becomeReady();
  const main = await until(() => world.windows.find(({ loaded }) => loaded !== null));
  const client = connect((await loadPage(bundle, main)).port);
  const vault = (await client.vault.watch())[Symbol.asyncIterator]();
  await nextState(vault, 'absent');
  await client.vault.create({ protection: 'keychain', passphrase });
  await nextState(vault, 'open');
  const states = (await client.update.watch())[Symbol.asyncIterator]();
  return { client, vault, next: (wanted: UpdateState['state']) => nextState(states, wanted) };
}

/** Waits for the end, and for the version that was started instead: its name, and the arguments that it was given. */
async function started(): Promise<string> {
  await until(() => (existsSync(mark) ? true : undefined));
  await until(() => world.calls.find((call) => call.startsWith('exit')));
  return (await readFile(mark, 'utf8')).trim();
}

/** Something is where the new version would be written. */
export async function runBlockedUpdate(bundle: string): Promise<object> {
  await mkdir(`${present}.part`);
  server.manifest = isNew;
  const { client, next } = await open(bundle);
  await next('offered');
  await client.update.accept();
  await next('ready');
  await client.update.install();
  return {
    started: await started(),
    isPresentStill: (await readFile(present, 'utf8')) === oldVersion,
    calls: world.calls.slice(-4),
  };
}

export async function runUpdate(bundle: string): Promise<object> {
  const { client, vault, next } = await open(bundle);
  const unsigned = await next('failed');

  server.manifest = { ...isNew, stagingPercentage: 0 };
  await client.update.check();
  const staged = await next('none');
  server.manifest = isNew;
  await client.update.check();
  const offered = await next('offered');
  await client.update.refuse();
  const refused = await next('none');
  for await (const { refusedUpdate } of await client.preferences.watch()) {
    if (refusedUpdate === '1.0.0') break;
  }

  server.file = `${newVersion}# changed on the way\n`;
  await client.update.check();
  await next('offered');
  await client.update.accept();
  const changed = await next('failed');
  server.file = newVersion;
  await client.update.check();
  await next('offered');
  await client.update.accept();
  const ready = await next('ready');

  await client.vault.lock();
  await nextState(vault, 'locked');
  const whileLocked: unknown = await client.update.install().then(
    () => 'installed',
    (error: unknown) => (error instanceof Error ? error.message : error),
  );
  const isPresentStill = (await readFile(present, 'utf8')) === oldVersion;
  await client.vault.unlock({ passphrase });
  await nextState(vault, 'open');
  await client.update.install();
  return {
    started: await started(),
    steps: { unsigned, staged, offered, refused, changed, ready },
    whileLocked,
    isPresentStill,
    isReplaced: (await readFile(present, 'utf8')) === newVersion,
    calls: world.calls.slice(-4),
  };
}
