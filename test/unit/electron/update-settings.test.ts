/** Whether a package can update itself, and by what. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { programOf } from '../../../src/adapters/program.ts';
import { readUpdateSettings } from '../../../src/adapters/updater/update-settings.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-updates-'));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ updateKey: 'a key' }));
  await writeFile(join(folder, 'app-update.yml'), 'provider: generic');
});
afterEach(() => rm(folder, { recursive: true }));

const appImage = { APPIMAGE: '/home/ada/Latchkey.AppImage', APPDIR: '/tmp/.mount_Latch1' };
const mounted = '/tmp/.mount_Latch1/latchkey-desktop';

function settings({
  isPackaged = true,
  platform = 'linux',
  execPath = '/opt/Latchkey/latchkey-desktop',
  env = {},
}: {
  isPackaged?: boolean;
  platform?: NodeJS.Platform;
  execPath?: string;
  env?: NodeJS.ProcessEnv;
} = {}) {
  const app = { isPackaged, getAppPath: () => folder };
  return readUpdateSettings(app, { resourcesPath: folder, platform, execPath, env });
}

it('an AppImage is replaced where the person keeps it', () => {
  const read = settings({ env: appImage, execPath: mounted });
  expect(read).toEqual({ obstacle: null, publicKey: 'a key', appImage: appImage.APPIMAGE });
});

it('an AppImage that only started this program is not Latchkey: neither replaced, nor opened by links', () => {
  expect(settings({ env: appImage })).toMatchObject({ obstacle: 'installedOtherwise', appImage: null });
  expect(programOf('/opt/Latchkey/latchkey-desktop', appImage)).toBe('/opt/Latchkey/latchkey-desktop');
  expect(programOf(mounted, appImage)).toBe(appImage.APPIMAGE);
});

it('a deb and an rpm say that they are one; what something else installed is left to it', async () => {
  expect(settings().obstacle).toBe('installedOtherwise');
  await writeFile(join(folder, 'package-type'), 'deb');
  expect(settings()).toMatchObject({ obstacle: null, appImage: null });
});

it('an installer replaces on Windows and macOS, but not the portable program', () => {
  const env = { PORTABLE_EXECUTABLE_FILE: String.raw`E:\Latchkey.exe` };
  expect(settings({ platform: 'win32' }).obstacle).toBeNull();
  expect(settings({ platform: 'darwin' }).obstacle).toBeNull();
  expect(settings({ platform: 'win32', env }).obstacle).toBe('portable');
});

it('nothing is looked for without a key, without a place, or in a checkout', async () => {
  expect(settings({ isPackaged: false, env: appImage, execPath: mounted }).obstacle).toBe('host');
  await writeFile(join(folder, 'package.json'), '{}');
  expect(settings({ platform: 'win32' })).toMatchObject({ obstacle: 'notConfigured', publicKey: '' });
  await writeFile(join(folder, 'package.json'), JSON.stringify({ updateKey: 'a key' }));
  await rm(join(folder, 'app-update.yml'));
  expect(settings({ platform: 'win32' }).obstacle).toBe('notConfigured');
});
