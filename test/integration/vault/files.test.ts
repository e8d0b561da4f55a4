import { execFile } from 'node:child_process';
import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVaultFile } from '../../../src/adapters/vault-file/vault-file.ts';
import { openTestVault } from '../../crash/vault.ts';
import { anEntry } from '../../unit/vault/samples.ts';
import { failureOf } from './rig.ts';

let root: string;
let folder: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'latchkey-files-'));
  folder = join(root, 'data');
});
afterEach(() => rm(root, { recursive: true, force: true }));

const write = (bytes: string, presentIsBroken = false) =>
  createVaultFile(folder).update(
    () => ({ bytes: Buffer.from(bytes), presentIsBroken }),
    () => undefined,
  );

describe('the vault’s files', () => {
  it('are for their owner alone, and so is the folder that is made for them', async () => {
    await write('one');
    await write('two');
    const names = await readdir(folder);
    expect(names.toSorted()).toEqual([
      'vault.latchkey',
      expect.stringMatching(/^vault\.latchkey\.generation-1\.\d{8}T\d{9}Z$/u),
      'vault.latchkey.lock',
    ]);
    const modes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).mode & 0o777));
    expect(modes).toEqual([0o600, 0o600, 0o600]);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  it('leave a folder that was there as it was', async () => {
    await mkdir(folder, { mode: 0o755 });
    await chmod(folder, 0o755);
    await write('one');
    expect((await stat(folder)).mode & 0o777).toBe(0o755);
  });

  it('are read back from the disk before they count', async () => {
    await write('one');
    const store = createVaultFile(folder);
    let readBack = '';
    const refused = store.update(
      () => ({ bytes: Buffer.from('two'), presentIsBroken: false }),
      (written) => {
        readBack = Buffer.from(written).toString();
        throw new Error('not what it should be');
      },
    );
    await expect(refused).rejects.toThrow('not what it should be');
    expect(readBack).toBe('two');
    expect(String(await store.read())).toBe('one');
    expect((await readdir(folder)).toSorted()).toEqual(['vault.latchkey', 'vault.latchkey.lock']);
  });

  it('of processes that died while writing are cleared away by the next write', async () => {
    await write('one');
    await writeFile(join(folder, 'vault.latchkey.new-4711-abc'), 'half a vau');
    await write('two');
    expect(await readdir(folder)).not.toContain('vault.latchkey.new-4711-abc');
  });

  it('of older generations come out newest first', async () => {
    for (const bytes of ['one', 'two', 'three']) await write(bytes);
    const generations = await createVaultFile(folder).generations();
    const texts = await Promise.all(generations.map(async (generation) => String(await generation.read())));
    expect(texts).toEqual(['two', 'one']);
  });

  it('are not taken in when they are beyond the size of any vault', async () => {
    await write('one');
    await truncate(join(folder, 'vault.latchkey'), 300 * 1024 * 1024);
    await expect(createVaultFile(folder).read()).rejects.toMatchObject({ code: 'EFBIG' });
  });
});

describe('a write that the disk refuses', () => {
  it('in the middle of the file leaves the old vault, and nothing half-written', async () => {
    const { vault } = await openTestVault(folder, true);
    await vault.change((document) => ({ ...document, entries: [anEntry()] }));
    await vault.close();
    const before = await readFile(join(folder, 'vault.latchkey'));
    const script = join(import.meta.dirname, 'change-with-little-room.ts');
    // Room for 64 blocks; the signal is ignored, so that the write fails as on a full disk.
    const { stdout } = await promisify(execFile)('sh', [
      '-c',
      'trap "" XFSZ; ulimit -f 64; exec "$0" "$1" "$2"',
      process.execPath,
      script,
      folder,
    ]);
    expect(JSON.parse(stdout)).toEqual({
      failure: { code: 'VAULT_WRITE_FAILED', data: { reason: 'EFBIG' } },
      entries: 1,
    });
    expect(await readFile(join(folder, 'vault.latchkey'))).toEqual(before);
    expect((await readdir(folder)).filter((name) => name.includes('.new-'))).toEqual([]);
  });

  it('as the folder may not be written to changes nothing', async () => {
    const { vault } = await openTestVault(folder, true);
    const before = await readFile(join(folder, 'vault.latchkey'));
    const failure = await withoutRights(() =>
      failureOf(vault.change((document) => ({ ...document, entries: [anEntry()] }))),
    );
    expect(failure).toEqual({ code: 'VAULT_WRITE_FAILED', data: { reason: 'EACCES' } });
    expect(await readFile(join(folder, 'vault.latchkey'))).toEqual(before);
    expect(vault.document()?.entries).toEqual([]);
    await vault.change((document) => ({ ...document, entries: [anEntry()] }));
    expect(vault.document()?.entries).toHaveLength(1);
    await vault.close();
  });

  it('as something else stands in its place is seen as unreadable, not as a first run', async () => {
    await openTestVault(folder, true).then(({ vault }) => vault.close());
    await rm(join(folder, 'vault.latchkey'));
    await mkdir(join(folder, 'vault.latchkey'));
    const { vault } = await openTestVault(folder);
    expect(vault.state()).toMatchObject({ state: 'damaged', reason: 'unreadable' });
    await vault.close();
  });
});

/** Runs a task as somebody whom the folder is closed to: root would be let in everywhere. */
async function withoutRights<T>(task: () => Promise<T>): Promise<T> {
  const nobody = 65_534;
  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    for (const name of await readdir(folder)) await chown(join(folder, name), nobody, nobody);
    for (const path of [root, folder]) await chown(path, nobody, nobody);
  }
  await chmod(folder, 0o500);
  if (isRoot) process.seteuid?.(nobody);
  try {
    return await task();
  } finally {
    if (isRoot) process.seteuid?.(0);
    await chmod(folder, 0o700);
  }
}
