import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = join(import.meta.dirname, '../../..');
const run = promisify(execFile);
let folder = '';
let packed = '';

/**
 * Packs for Linux on whatever machine this is, around a stand-in for Electron's distribution: a file that holds
 * nothing but Electron's fuses, all as Electron ships them.
 */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-package-'));
  packed = join(folder, 'dist/linux-unpacked');
  const electron = join(folder, 'electron');
  await mkdir(join(electron, 'resources'), { recursive: true });
  await mkdir(join(electron, 'locales'));
  for (const language of ['en-US', 'nl', 'fi'])
    await writeFile(join(electron, `locales/${language}.pak`), '');
  await writeFile(
    join(electron, 'electron'),
    Buffer.concat([Buffer.alloc(64), shippedFuses, Buffer.alloc(64)]),
    {
      mode: 0o755,
    },
  );
  const bundles = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html'];
  if (!bundles.every((path) => existsSync(join(root, path))))
    await node('electron-vite/bin/electron-vite.js', 'build');
  await node(
    'electron-builder/cli.js',
    '--config',
    'electron-builder.yml',
    '--dir',
    '--linux',
    `--config.electronDist=${electron}`,
    `--config.directories.output=${join(folder, 'dist')}`,
  );
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

function node(script: string, ...parameters: string[]): Promise<unknown> {
  return run(process.execPath, [join(root, 'node_modules', script), ...parameters], { cwd: root });
}

/** The marker, the version, the number of fuses, and each fuse as Electron 45 ships it. */
const shippedFuses = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u0009101100011', 'latin1');

const folderSchema = z.object({
  get files() {
    return z.record(z.string(), z.union([folderSchema, z.looseObject({ unpacked: z.boolean().optional() })]));
  },
});
type Folder = z.infer<typeof folderSchema>;

/** The files in an ASAR archive: a pickled JSON header, then their bytes (github.com/electron/asar, "Format"). */
async function archived(): Promise<{ path: string; unpacked: boolean }[]> {
  const bytes = await readFile(join(packed, 'resources/app.asar'));
  const header: unknown = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12)));
  return listFolder(folderSchema.parse(header), '');
}

function listFolder({ files }: Folder, prefix: string): { path: string; unpacked: boolean }[] {
  return Object.entries(files).flatMap(([name, item]) => {
    const inner = folderSchema.safeParse(item);
    if (inner.success) return listFolder(inner.data, `${prefix}${name}/`);
    return [{ path: prefix + name, unpacked: 'unpacked' in item && item.unpacked === true }];
  });
}

describe('the package', () => {
  it('has every fuse flipped', async () => {
    const wire = await getCurrentFuseWire(join(packed, 'latchkey'));
    const on = Object.values(FuseV1Options).filter(
      (fuse) => typeof fuse === 'number' && wire[fuse] === FuseState.ENABLE,
    );
    expect(on).toEqual([
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.OnlyLoadAppFromAsar,
      FuseV1Options.WasmTrapHandlers,
    ]);
  });

  it('holds the bundles, the machine code, the icon and its manifest, and nothing else', async () => {
    const allowed =
      /^(out\/(main|preload|renderer)\/|node_modules\/@(napi-rs|node-rs)\/|resources\/icons\/256x256\.png$|package\.json$)/;
    const paths = (await archived()).map(({ path }) => path);
    expect(paths.filter((path) => !allowed.test(path))).toEqual([]);
    for (const path of [
      'out/main/index.js',
      'out/main/decode-worker.js',
      'out/main/transfer-worker.js',
      'out/main/zxing_reader.wasm',
      'out/preload/index.cjs',
      'out/renderer/index.html',
    ]) {
      expect(paths).toContain(path);
    }
  });

  it('holds machine code outside the archive, where the system can load it, and all else inside', async () => {
    const files = await archived();
    const machineCode = files.filter(({ path }) => path.endsWith('.node'));
    // One build of each module, that of this machine.
    expect(machineCode).toHaveLength(2);
    expect(machineCode.every(({ unpacked }) => unpacked)).toBe(true);
    expect(files.filter(({ path, unpacked }) => unpacked && !path.startsWith('node_modules/'))).toEqual([]);
    const beside = await readdir(join(packed, 'resources/app.asar.unpacked'), { recursive: true });
    expect(beside.filter((path) => path.endsWith('.node'))).toHaveLength(2);
  });

  it('has a reverse-DNS name for the desktop, and no more languages than the window speaks', async () => {
    const bytes = await readFile(join(packed, 'resources/app.asar'), 'latin1');
    expect(/"desktopName":\s*"([^"]*)"/.exec(bytes)?.[1]).toBe('app.latchkey.Latchkey.desktop');
    expect(await readdir(join(packed, 'locales'))).toEqual(['en-US.pak', 'nl.pak']);
  });
});
