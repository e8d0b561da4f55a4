import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { text as textOf } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createDesktopSearch } from '../../../src/adapters/desktop-search/desktop-search.ts';
import type { Clipboard } from '../../../src/app/ports.ts';
import { nextOf, startApplication } from '../../rig/application.ts';
import { createMemoryWindows } from '../../rig/memory-ports.ts';
import { startBus, type Bus } from './bus.ts';
import { methodsIn, methodsOf, type Methods } from './interface-xml.ts';

const name = 'app.latchkey.Latchkey.SearchProvider';
const gnome = { at: '/app/latchkey/Latchkey/SearchProvider', by: 'org.gnome.Shell.SearchProvider2' };
const kde = { at: '/app/latchkey/Latchkey/KRunner', by: 'org.kde.krunner1' };
/** What KRunner calls without `X-Plasma-Api=DBus2`: src/data/org.kde.krunner1.xml. */
const krunnerMethods: Methods = {
  Actions: { in: {}, out: { matches: 'a(sss)' } },
  Match: { in: { query: 's' }, out: { matches: 'a(sssida{sv})' } },
  Run: { in: { matchId: 's', actionId: 's' }, out: {} },
  Teardown: { in: {}, out: {} },
};
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const passphrase = 'correct horse battery staple';

let folder: string;
let bus: Bus;
let copied: string[];
let windows: ReturnType<typeof createMemoryWindows>;
let app: Awaited<ReturnType<typeof startApplication>>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-search-'));
  bus = await startBus(folder);
  copied = [];
  windows = createMemoryWindows();
  const clipboard: Clipboard = {
    kind: 'application',
    write: async (text) => copied.push(text) > 0,
    clearIf: async () => {},
  };
  app = await startApplication({
    at: 1_111_111_109_000,
    create: false,
    clipboard,
    world: {
      windows,
      desktopSearch: createDesktopSearch({ DBUS_SESSION_BUS_ADDRESS: bus.address }, 'linux'),
    },
  });
  await app.client.vault.create({ protection: 'keychain', passphrase });
});
afterEach(async () => {
  await app.stop();
  await bus.stop();
  await rm(folder, { recursive: true, force: true });
});

it('answers nobody until the person asks for it, and not after they are done with it', async () => {
  await add('GitHub', 'ada');
  expect(await ask(gnome, 'GetInitialResultSet', "['git']")).toBe(null);
  await app.client.preferences.set({ inDesktopSearch: true });
  await bus.owned(name);
  expect(await ask(gnome, 'GetInitialResultSet', "['git']")).not.toBe(null);
  await app.client.preferences.set({ inDesktopSearch: false });
  await expect.poll(() => ask(gnome, 'GetInitialResultSet', "['git']")).toBe(null);
});

it('has the methods that GNOME and KDE describe, and is where their files say', async () => {
  await wanted();
  const described = async ({ at, by }: typeof gnome) => signatures(methodsIn(await introspected(at), by));
  expect(await described(gnome)).toEqual(
    signatures(methodsOf(gnome.by, 'org.gnome.ShellSearchProvider2.xml')),
  );
  expect(await described(kde)).toEqual(signatures(krunnerMethods));
  const resources = join(import.meta.dirname, '../../../resources/linux');
  const ini = await readFile(join(resources, 'app.latchkey.Latchkey.search-provider.ini'), 'utf8');
  expect(ini).toContain(`BusName=${name}\nObjectPath=${gnome.at}\n`);
  const entry = await readFile(join(resources, 'app.latchkey.Latchkey.krunner.desktop'), 'utf8');
  expect(entry).toContain(`Service=${name}\nX-Plasma-DBusRunner-Path=${kde.at}\n`);
});

it('gives GNOME names and no code; choosing one copies its code', async () => {
  const id = await add('GitHub', 'ada');
  await add('Bank', 'ada', { key: 'JBSWY3DPEHPK3PXP' });
  await wanted();
  expect(await ask(gnome, 'GetInitialResultSet', "['ada', 'GIT']")).toBe(`(['${id}'],)`);
  expect(await ask(gnome, 'GetInitialResultSet', "['']")).toBe('(@as [],)');
  expect(await ask(gnome, 'GetSubsearchResultSet', `['${id}']`, "['ada']")).toBe(`(['${id}'],)`);
  const metas = await ask(gnome, 'GetResultMetas', `['${id}', 'nobody']`);
  expect(metas).toContain("'name': <'GitHub'>, 'description': <'ada'>");
  expect(metas).not.toMatch(/\d{6}'|secret/iu);
  expect(await ask(gnome, 'ActivateResult', id, "['git']", '0')).toBe('()');
  await expect.poll(() => copied).toEqual(['081804']);
  expect(windows.shown).toEqual([]);
});

it('gives KRunner the same', async () => {
  const id = await add('GitHub', 'ada');
  await wanted();
  expect(await ask(kde, 'Match', 'hub ada')).toBe(
    `([('${id}', 'GitHub', 'latchkey-desktop', 30, 1.0, {'subtext': <'ada'>})],)`,
  );
  expect(await ask(kde, 'Match', 'nothing like it')).toBe('(@a(sssida{sv}) [],)');
  expect(await ask(kde, 'Actions')).toBe('(@a(sss) [],)');
  expect(await ask(kde, 'Run', id, '')).toBe('()');
  await expect.poll(() => copied).toEqual(['081804']);
  expect(await ask(kde, 'Teardown')).toBe('()');
});

it('gives no name while the vault is locked; choosing what was shown before opens the window', async () => {
  const id = await add('GitHub', 'ada');
  await wanted();
  expect(await ask(gnome, 'GetInitialResultSet', "['git']")).toBe(`(['${id}'],)`);
  await app.client.vault.lock();
  expect(await ask(gnome, 'GetInitialResultSet', "['git']")).toBe('(@as [],)');
  expect(await ask(gnome, 'GetResultMetas', `['${id}']`)).toBe('(@aa{sv} [],)');
  expect(await ask(kde, 'Match', 'git')).toBe('(@a(sssida{sv}) [],)');
  await ask(gnome, 'ActivateResult', id, "['git']", '0');
  await expect.poll(() => windows.shown).toEqual(['main']);
  expect(copied).toEqual([]);
});

it('shows in the window what has to be decided there: a search, and the next code of a counter', async () => {
  const id = await add('Door', 'ada', { kind: 'hotp', more: '&counter=3' });
  await wanted();
  const searches = await app.client.quickFind.searches();
  await ask(gnome, 'ActivateResult', id, "['door']", '0');
  expect(await nextOf(searches)).toEqual({ text: 'Door ada' });
  await ask(gnome, 'LaunchSearch', "['ada', 'door']", '0');
  expect(await nextOf(searches)).toEqual({ text: 'ada door' });
  expect(windows.shown).toEqual(['main', 'main']);
  expect(copied).toEqual([]);
});

it('lets no name of an entry rearrange the line that the desktop shows', async () => {
  const id = await add('Git%E2%80%AEbuH', 'ada');
  await wanted();
  const metas = await ask(gnome, 'GetResultMetas', `['${id}']`);
  expect(metas).toContain(id);
  expect(metas).not.toMatch(/\p{Bidi_Control}|\\u202e/iu);
});

async function wanted(): Promise<void> {
  await app.client.preferences.set({ inDesktopSearch: true });
  await bus.owned(name);
}

async function add(
  issuer: string,
  account: string,
  { kind = 'totp', key = secret, more = '' } = {},
): Promise<string> {
  const address = `otpauth://${kind}/${issuer}:${account}?secret=${key}&issuer=${issuer}${more}`;
  const { previews } = await app.client.scan.text({ text: address });
  const [preview] = previews;
  if (preview === undefined) throw new Error('the address was not read');
  const { previewId } = preview;
  const { entryId } = await app.client.previews.accept({
    previewId,
    issuer: decodeURIComponent(issuer),
    account,
  });
  return entryId;
}

/** Asks as GNOME Shell does, through GDBus. Null if nobody answers. */
async function ask(object: typeof gnome, method: string, ...args: string[]): Promise<string | null> {
  return gdbus('call', '--object-path', object.at, '--method', `${object.by}.${method}`, ...args);
}

async function introspected(path: string): Promise<string> {
  return (await gdbus('introspect', '--xml', '--object-path', path)) ?? '';
}

async function gdbus(verb: string, ...args: string[]): Promise<string | null> {
  const child = spawn('gdbus', [verb, '--session', '--dest', name, ...args], {
    env: { ...process.env, DBUS_SESSION_BUS_ADDRESS: bus.address },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [output, [code]] = await Promise.all([textOf(child.stdout), once(child, 'exit')]);
  return code === 0 ? output.trim() : null;
}

function signatures(methods: Methods): Record<string, string> {
  return Object.fromEntries(
    Object.entries(methods).map(([member, shape]) => [
      member,
      `${Object.values(shape.in).join('')} → ${Object.values(shape.out).join('')}`,
    ]),
  );
}
