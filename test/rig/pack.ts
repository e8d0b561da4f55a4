import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { languages } from '../../src/contract/vocabulary.ts';

/** Chromium's texts in the window's languages. */
export const ownPaks = languages.map((language) => `${language === 'en' ? 'en-US' : language}.pak`);

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);

/**
 * Packs Latchkey by `electron-builder.yml` for Linux around a stand-in for Electron's distribution. Builds what is
 * to be packed if it is missing.
 *
 * @param target `dir` for the unpacked folder, or a kind of package
 * @param folder where the stand-in and the results go; the results to `dist/`
 * @param env tools that take the place of those that electron-builder downloads
 */
export async function pack(
  target: 'dir' | 'deb' | 'rpm',
  folder: string,
  env: NodeJS.ProcessEnv = {},
): Promise<void> {
  const electron = await layElectron(join(folder, 'electron'));
  for (const { result, script, args } of builds) {
    if (!existsSync(join(root, result)))
      await run(process.execPath, [join(root, script), ...args], { cwd: root });
  }
  const builder = [
    join(root, 'node_modules/electron-builder/cli.js'),
    '--config',
    'electron-builder.yml',
    '--linux',
    target,
    `--config.electronDist=${electron}`,
    `--config.directories.output=${join(folder, 'dist')}`,
  ];
  await run(process.execPath, builder, { cwd: root, env: { ...process.env, ...env } });
}

/**
 * Packs a package that electron-builder has fpm make, with the stand-in for it (`fpm.ts`).
 *
 * @param folder as for `pack`
 * @returns the package's path
 */
export async function packWithFpm(target: 'deb' | 'rpm', folder: string): Promise<string> {
  const fpm = join(folder, 'fpm');
  const standIn = join(root, 'test/rig/fpm.ts');
  await writeFile(fpm, `#!/bin/sh\nexec ${process.execPath} ${standIn} "$@"\n`, { mode: 0o755 });
  await pack(target, folder, { CUSTOM_FPM_PATH: fpm });
  const names = await readdir(join(folder, 'dist'));
  return join(folder, 'dist', names.find((name) => name.endsWith(`.${target}`)) ?? '');
}

/** As `npm run package` does it (`src/bootstrap/run.mjs`). */
const builds = [
  { result: 'out/main/index.js', script: 'node_modules/electron-vite/bin/electron-vite.js', args: ['build'] },
  {
    result: 'out/cli/latchkey.cjs',
    script: 'node_modules/vite/bin/vite.js',
    args: ['build', '--config', 'src/cli/vite.ts'],
  },
  { result: 'out/cli/latchkey', script: 'resources/make-command.ts', args: [] },
  {
    result: 'out/latchkey.cdx.json',
    script: 'resources/make-sbom.ts',
    args: ['out/latchkey.cdx.json'],
  },
];

/**
 * A distribution without Electron in it: an executable that holds nothing but the fuses as Electron 45 ships them
 * (marker, version, number, states), the sandbox's helper, and languages.
 */
async function layElectron(folder: string): Promise<string> {
  await mkdir(join(folder, 'resources'), { recursive: true });
  await mkdir(join(folder, 'locales'));
  for (const pak of [...ownPaks, 'fi.pak']) await writeFile(join(folder, 'locales', pak), '');
  const fuses = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u0009101100011', 'latin1');
  const program = Buffer.concat([Buffer.alloc(64), fuses, Buffer.alloc(64)]);
  await writeFile(join(folder, 'electron'), program, { mode: 0o755 });
  await writeFile(join(folder, 'chrome-sandbox'), '', { mode: 0o755 });
  return folder;
}
