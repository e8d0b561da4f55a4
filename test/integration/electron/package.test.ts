import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ownPaks, pack } from '../../rig/pack.ts';

let folder = '';
let packed = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-package-'));
  packed = join(folder, 'dist/linux-unpacked');
  await pack('dir', folder);
}, 600_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

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
    const wire = await getCurrentFuseWire(join(packed, 'latchkey-desktop'));
    const on = Object.values(FuseV1Options).filter(
      (fuse) => typeof fuse === 'number' && wire[fuse] === FuseState.ENABLE,
    );
    expect(on).toEqual([
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.OnlyLoadAppFromAsar,
      FuseV1Options.WasmTrapHandlers,
    ]);
  });

  it('holds the bundles, the command, the machine code, the icons and its manifest, and nothing else', async () => {
    const allowed =
      /^(out\/(main|preload|renderer|cli)\/|node_modules\/(@(napi-rs|node-rs|img)|sharp|detect-libc|semver)\/|resources\/(icons|tray)\/[\w@-]+\.png$|package\.json$)/;
    const paths = (await archived()).map(({ path }) => path);
    expect(paths.filter((path) => !allowed.test(path))).toEqual([]);
    for (const path of [
      'out/main/index.js',
      'out/main/decode-worker.js',
      'out/main/transfer-worker.js',
      'out/main/zxing_reader.wasm',
      'out/preload/index.cjs',
      'out/renderer/index.html',
      'resources/tray/iconTemplate@2x.png',
    ]) {
      expect(paths).toContain(path);
    }
  });

  it('holds machine code outside the archive, where the system can load it, and all else inside', async () => {
    const files = await archived();
    const machineCode = files.filter(({ path }) => path.endsWith('.node'));
    // One build of each module, that of this machine.
    expect(machineCode).toHaveLength(3);
    expect(machineCode.every(({ unpacked }) => unpacked)).toBe(true);
    const inside = files.filter(({ unpacked }) => !unpacked).map(({ path }) => path);
    expect(inside.filter((path) => /^(?:node_modules|out\/cli)\//u.test(path))).toEqual([]);
    expect(
      files.filter(({ path, unpacked }) => unpacked && /^(?:out\/(?!cli)|resources)/u.test(path)),
    ).toEqual([]);
    const beside = await readdir(join(packed, 'resources/app.asar.unpacked'), { recursive: true });
    expect(beside.filter((path) => path.endsWith('.node'))).toHaveLength(3);
  });

  it('has a reverse-DNS name for the desktop, and no more languages than the window speaks', async () => {
    const bytes = await readFile(join(packed, 'resources/app.asar'), 'latin1');
    expect(/"desktopName":\s*"([^"]*)"/.exec(bytes)?.[1]).toBe('app.latchkey.Latchkey.desktop');
    expect(await readdir(join(packed, 'locales'))).toEqual(ownPaks.toSorted());
  });
});
