import { chmod, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupFolder } from '../../../src/adapters/backup-folder/backup-folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-folder-'));
});
afterEach(() => rm(folder, { recursive: true }));

const done = (value: unknown) => ({ outcome: 'done', value });
const failed = (trouble: string) => expect.objectContaining({ outcome: 'failed', trouble });

describe('a folder as it is typed', () => {
  it('is a full path, whatever stands around it', () => {
    const path = '/media/ada/My Drive';
    for (const typed of [
      path,
      `${path}/`,
      `  ${path} `,
      `"${path}"`,
      `'${path}/'`,
      ` " ${path} " `,
      '/media/ada//./other/../My Drive',
      'file:///media/ada/My%20Drive',
      'file://localhost/media/ada/My%20Drive/',
      `'${pathToFileURL(path).href}'`,
    ]) {
      expect(backupFolder.place(typed), typed).toBe(path);
    }
    expect(backupFolder.place('/')).toBe('/');
    expect(backupFolder.place('/a "b"')).toBe('/a "b"');
  });

  it('may begin in the person’s own folder', () => {
    for (const typed of ['~', '~/', ' "~" ', homedir()])
      expect(backupFolder.place(typed), typed).toBe(homedir());
    for (const typed of ['~/Backups', '~/Backups/', "'~/Backups'", '~//Backups']) {
      expect(backupFolder.place(typed), typed).toBe(join(homedir(), 'Backups'));
    }
  });

  it('is nobody else’s, and never one that depends on where Latchkey was started', () => {
    for (const typed of [
      '',
      '""',
      'backups',
      './backups',
      '../backups',
      '~ada',
      '~ada/backups',
      'file:backups',
      'file://nas/backups',
      'file:///a%00b',
      'file:///%',
      'smb://nas/backups',
      '/media/\0/x',
    ]) {
      expect(backupFolder.place(typed), typed).toBeNull();
    }
  });
});

describe('the folders in a folder', () => {
  it('are named in order, links to them too; no files, nothing hidden', async () => {
    for (const name of ['b10', 'b9', 'A', '.hidden']) await mkdir(join(folder, name));
    await writeFile(join(folder, 'file'), '');
    await symlink(join(folder, 'A'), join(folder, 'link'));
    await symlink(join(folder, 'file'), join(folder, 'link-to-file'));
    await symlink(join(folder, 'nothing'), join(folder, 'link-to-nothing'));
    await symlink(join(folder, 'circle'), join(folder, 'circle'));
    const names = ['A', 'b9', 'b10', 'link'];
    expect(await backupFolder.folders(folder, 4)).toEqual(
      done({ folders: names.map((name) => ({ name, path: join(folder, name) })), more: false }),
    );
    expect(await backupFolder.folders(join(folder, 'link'), 4)).toEqual(done({ folders: [], more: false }));
  });

  it('are cut at the most that were asked for, and it is said', async () => {
    for (const name of ['1', '2', '3']) await mkdir(join(folder, name));
    await writeFile(join(folder, '4'), '');
    const cut = await backupFolder.folders(folder, 2);
    expect(cut).toMatchObject(done({ folders: [{ name: '1' }, { name: '2' }], more: true }));
    expect(await backupFolder.folders(folder, 3)).toMatchObject({ value: { more: false } });
  });

  it('cannot be told of one that is not there, or is a file', async () => {
    await writeFile(join(folder, 'file'), '');
    expect(await backupFolder.folders(join(folder, 'gone'), 9)).toEqual(failed('folderGone'));
    expect(await backupFolder.folders(join(folder, 'file'), 9)).toEqual(failed('notAFolder'));
  });

  it('cannot be told of one that is closed', async () => {
    await chmod(folder, 0o300);
    const isRoot = process.getuid?.() === 0;
    if (isRoot) process.seteuid?.(65_534);
    try {
      expect(await backupFolder.folders(folder, 9)).toEqual(failed('notAllowed'));
    } finally {
      if (isRoot) process.seteuid?.(0);
      await chmod(folder, 0o700);
    }
  });

  it('lead up as far as the root', () => {
    expect(backupFolder.parent('/a/b')).toBe('/a');
    expect(backupFolder.parent('/a')).toBe('/');
    expect(backupFolder.parent('/')).toBeNull();
  });
});

describe('a folder that is to be made', () => {
  it('is made in one that is there, and left as it is where it came meanwhile', async () => {
    const made = join(folder, 'new');
    expect(await backupFolder.make(made)).toEqual(done(undefined));
    await writeFile(join(made, 'file'), '');
    expect(await backupFolder.make(made)).toEqual(done(undefined));
    expect(await readdir(made)).toEqual(['file']);
  });

  it('is not made where the one around it is missing, or is a file', async () => {
    expect(await backupFolder.make(join(folder, 'drive', 'new'))).toEqual(failed('parentGone'));
    await writeFile(join(folder, 'file'), '');
    expect(await backupFolder.make(join(folder, 'file', 'new'))).toEqual(failed('notAFolder'));
    expect(await readdir(folder)).toEqual(['file']);
  });

  it('takes no backup where a file is in its place', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    const written = await backupFolder.write(file, 'a', Buffer.from('b'), () => true);
    expect(written).toEqual(failed('notAFolder'));
  });
});
