/** A release's manifest, signed as its maker does it, and read as an installed Latchkey reads it. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { readSignedRelease } from '../../../src/core/update/release.ts';

const run = promisify(execFile);
const script = join(import.meta.dirname, '../../../resources/sign-update.ts');

let folder: string;
let manifest: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-sign-'));
  manifest = join(folder, 'latest-linux.yml');
  const sha512 = Buffer.alloc(64, 7).toString('base64');
  // As electron-builder writes it.
  const files = ['Latchkey-1.2.0.AppImage', 'latchkey_1.2.0_amd64.deb'].map((url) => ({
    url,
    sha512,
    size: 9,
  }));
  const written = {
    version: '1.2.0',
    files,
    path: 'Latchkey-1.2.0.AppImage',
    sha512,
    releaseDate: '2026-12-01',
  };
  await writeFile(manifest, stringify({ ...written, stagingPercentage: 20 }));
});
afterEach(() => rm(folder, { recursive: true }));

/** Makes a key as CONTRIBUTING says. */
async function newKey(name: string): Promise<string> {
  const path = join(folder, name);
  await run('openssl', ['genpkey', '-algorithm', 'ed25519', '-out', path]);
  return path;
}

/** Signs, and returns the key that belongs into the packages. */
async function sign(key: string): Promise<string> {
  const { stdout } = await run(process.execPath, [script, key, manifest]);
  expect(stdout).toContain(`signed ${manifest}\n`);
  return /^updateKey: (\S+)$/mu.exec(stdout)?.[1] ?? '';
}

async function read(publicKey: string) {
  return readSignedRelease(parse(await readFile(manifest, 'utf8')), publicKey);
}

it('is offered by whoever has the key that the signing printed, and keeps what else it says', async () => {
  const publicKey = await sign(await newKey('key.pem'));
  expect(await read(publicKey)).toMatchObject({ version: '1.2.0', files: [{}, {}] });
  expect(parse(await readFile(manifest, 'utf8'))).toMatchObject({
    path: 'Latchkey-1.2.0.AppImage',
    releaseDate: '2026-12-01',
    stagingPercentage: 20,
  });
});

it('is offered by nobody who has another key, before it is signed, or after it was changed', async () => {
  const first = await newKey('first.pem');
  const publicKey = await sign(first);
  expect(await read(await sign(await newKey('second.pem')))).not.toBeNull();
  expect(await read(publicKey)).toBeNull();
  await sign(first);
  expect(await read(publicKey)).not.toBeNull();
  await writeFile(manifest, (await readFile(manifest, 'utf8')).replace('1.2.0', '1.3.0'));
  expect(await read(publicKey)).toBeNull();
});

it('is not signed if it is none', async () => {
  await writeFile(manifest, 'version: latest\n');
  await expect(run(process.execPath, [script, await newKey('key.pem'), manifest])).rejects.toThrow(
    'ZodError',
  );
  expect(await readFile(manifest, 'utf8')).toBe('version: latest\n');
  await expect(run(process.execPath, [script])).rejects.toMatchObject({ code: 2 });
});
