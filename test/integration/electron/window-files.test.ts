import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWindowFiles } from '../../../src/adapters/window-files/window-files.ts';
import type { WindowFiles } from '../../../src/adapters/window-files/window-files.ts';
import { createAppProtocol } from '../../../src/main/app-protocol.ts';

let folder = '';
let files: WindowFiles;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-window-'));
  const root = join(folder, 'renderer');
  await mkdir(join(root, 'assets/deep'), { recursive: true });
  await writeFile(join(root, 'index.html'), '<!doctype html>');
  await writeFile(join(root, 'assets/index-a1.js'), 'export {};');
  await writeFile(join(root, 'assets/deep/inter.woff2'), 'font');
  await writeFile(join(root, 'assets/index-a1.js.map'), '{}');
  await writeFile(join(folder, 'secret.json'), '"secret"');
  await symlink(join(folder, 'secret.json'), join(root, 'linked.json'));
  await symlink(folder, join(root, 'up'));
  files = createWindowFiles(root);
});

afterAll(() => rm(folder, { recursive: true }));

describe("the window's files", () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/index.html', 'text/html; charset=utf-8'],
    ['/assets/index-a1.js', 'text/javascript; charset=utf-8'],
    ['/assets/deep/inter.woff2', 'font/woff2'],
  ])('%s is served as %s', async (path, contentType) => {
    const file = await files.find(path);
    expect(file?.contentType).toBe(contentType);
    expect(file?.body.byteLength).toBeGreaterThan(0);
  });

  const outside = [
    '/../secret.json',
    '/assets/../../secret.json',
    '/%2e%2e/secret.json',
    '/%2E%2E%2Fsecret.json',
    '/..%2fsecret.json',
    '/..%5csecret.json',
    '/..\\secret.json',
    '/%252e%252e/secret.json',
    '/index.html%00.json',
    '/index.html\0',
    '//secret.json',
    '/./index.html',
    '/assets/',
    '/assets',
    '/INDEX.HTML',
    '',
    'index.html',
  ];

  it.each(outside)('nothing is found at %j', async (path) => {
    expect(await files.find(path)).toBeNull();
  });

  it.each(outside.filter((path) => path.includes('secret')))('app:// gives nothing for %j', async (path) => {
    const response = await createAppProtocol(files)(new Request(`app://latchkey${path}`));
    expect(response.status).toBe(404);
  });

  it('symbolic links are not followed', async () => {
    expect(await files.find('/linked.json')).toBeNull();
    expect(await files.find('/up/secret.json')).toBeNull();
  });

  it('files of other kinds stay here', async () => {
    expect(await files.find('/assets/index-a1.js.map')).toBeNull();
  });

  it('a window that was not built is an error, not an empty page', async () => {
    await expect(createWindowFiles(join(folder, 'nowhere')).find('/')).rejects.toThrow('ENOENT');
  });
});
