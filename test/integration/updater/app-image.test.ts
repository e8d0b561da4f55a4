/** An AppImage that is replaced by a newer one: at every moment a whole program is there. */
import { execFile, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, mkdir, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { replaceAppImage } from '../../../src/adapters/updater/app-image.ts';

const run = promisify(execFile);
const oldProgram = '#!/bin/sh\necho old\n';
const newProgram = `#!/bin/sh\necho new\n#${'x'.repeat(300_000)}\n`;

let folder: string;
let cache: string;
let present: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-app-image-'));
  cache = join(folder, 'cache');
  await mkdir(cache);
  present = join(folder, 'Latchkey.AppImage');
  await writeFile(present, oldProgram);
  await chmod(present, 0o755);
});
afterEach(() => rm(folder, { recursive: true }));

async function download(name = 'Latchkey-2.0.0.AppImage'): Promise<string> {
  const path = join(cache, name);
  await writeFile(path, newProgram);
  return path;
}

async function says(path: string): Promise<string> {
  return (await run(path)).stdout.trim();
}

async function programs(): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name !== 'cache');
}

it('takes the name that the person gave it, and may be run as the old one', async () => {
  const downloaded = await download();
  await chmod(present, 0o700);
  expect(await replaceAppImage(downloaded, present)).toBe(present);
  expect(await says(present)).toBe('new');
  expect((await stat(present)).mode & 0o777).toBe(0o700);
  expect(await programs()).toEqual(['Latchkey.AppImage']);
  expect(await readdir(cache)).toEqual([]);
});

it('takes its own name if the old one tells a version', async () => {
  const versioned = join(folder, 'Latchkey-1.0.0.AppImage');
  await writeFile(versioned, oldProgram);
  await chmod(versioned, 0o755);
  await rm(present);
  expect(await replaceAppImage(await download(), versioned)).toBe(join(folder, 'Latchkey-2.0.0.AppImage'));
  expect(await programs()).toEqual(['Latchkey-2.0.0.AppImage']);
  expect(await says(join(folder, 'Latchkey-2.0.0.AppImage'))).toBe('new');
});

it('killed while it is written leaves the old one as it was, and the next try succeeds', async () => {
  const pipe = join(cache, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const writer = fork(join(import.meta.dirname, 'replace.ts'), [pipe, present], { execArgv: [] });
  const source = await open(pipe, 'w');
  await source.write(newProgram.slice(0, 200_000));
  // It has begun to write what it got so far, and waits for the rest.
  await expect
    .poll(async () => (await stat(`${present}.part`).catch(() => null))?.size, { timeout: 60_000 })
    .toBeGreaterThan(0);
  const ended = once(writer, 'exit');
  writer.kill('SIGKILL');
  await ended;
  await source.close();
  expect(await readFile(present, 'utf8')).toBe(oldProgram);
  expect(await says(present)).toBe('old');
  expect(await replaceAppImage(await download(), present)).toBe(present);
  expect(await says(present)).toBe('new');
  expect(await programs()).toEqual(['Latchkey.AppImage']);
});

it('that cannot be written leaves the old one alone, and nothing else', async () => {
  await expect(replaceAppImage(join(cache, 'gone'), present)).rejects.toMatchObject({ code: 'ENOENT' });
  expect(await says(present)).toBe('old');
  expect(await programs()).toEqual(['Latchkey.AppImage']);
});
