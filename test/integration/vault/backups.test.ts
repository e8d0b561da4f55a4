import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupFolder } from '../../../src/adapters/backup-folder/backup-folder.ts';
import { createBackups, type Backups } from '../../../src/app/backup/backups.ts';
import { DAY_MS, QUIET_MS, RETRY_MS } from '../../../src/app/backup/schedule.ts';
import { Failure } from '../../../src/app/failure.ts';
import type { BackupFolder } from '../../../src/app/ports.ts';
import { createKit } from '../../../src/app/recovery/kit.ts';
import { createRestores, type Restores } from '../../../src/app/history/restores.ts';
import { createUndo, type Undo } from '../../../src/app/history/undo.ts';
import type { Vault } from '../../../src/app/vault/vault.ts';
import { parseLayout } from '../../../src/core/vault/layout.ts';
import { onDisk } from '../../crash/small-disk.ts';
import { openTestVault } from '../../crash/vault.ts';
import { quickKeyDerivation } from '../../rig/memory-ports.ts';
import { anEntry } from '../../unit/vault/samples.ts';
import { createRig, PASSPHRASE, until, type Rig } from './rig.ts';

const SECRET = 'a passphrase for backups';
const byPassphrase = { by: 'passphrase', passphrase: SECRET } as const;

let rig: Rig;
let vault: Vault;
let folder: string;
let undo: Undo;
let restores: Restores;
let backups: Backups;

beforeEach(async () => {
  rig = await createRig();
  vault = await rig.create({ protection: 'keychain', passphrase: PASSPHRASE });
  folder = await mkdtemp(join(tmpdir(), 'latchkey-backups-'));
  ({ undo, restores, backups } = backupsOf(vault));
});
afterEach(async () => {
  await backups.stop();
  await rig.stop();
  await chmod(folder, 0o700).catch(() => undefined);
  await rm(folder, { recursive: true, force: true });
});

function backupsOf(of: Vault, place: BackupFolder = backupFolder) {
  const ports = { backupFolder: place, keyDerivation: quickKeyDerivation, clock: rig.clock, log: rig.log };
  const itsUndo = createUndo(of);
  const itsRestores = createRestores({ vault: of, undo: itsUndo, clock: rig.clock });
  const made = createBackups({ vault: of, restores: itsRestores }, ports);
  made.start();
  return { undo: itsUndo, restores: itsRestores, backups: made };
}

const add = (issuer: string) =>
  vault.change((document) => ({ ...document, entries: [...document.entries, anEntry({ issuer })] }));
const issuers = (of: Vault = vault) => of.document()?.entries.map(({ issuer }) => issuer);
const names = async () => (await readdir(folder)).toSorted();
const status = () => until(backups.watch(), () => true);
const failureOf = async (action: Promise<unknown>) => {
  const error: unknown = await action.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof Failure ? { code: error.code, data: error.data } : error;
};

describe('a backup', () => {
  it('opens with its own passphrase, in another vault on another computer', async () => {
    await add('Bank');
    await backups.setUp({ folder, keep: 5, protection: byPassphrase });
    const [name] = await names();
    const bytes = await readFile(join(folder, name ?? ''));
    const there = await createRig();
    try {
      const other = await there.create();
      const its = backupsOf(other);
      const file = { from: 'file', bytes: new Blob([bytes]) } as const;
      expect(await failureOf(its.backups.preview(file, { with: 'here' }))).toEqual({
        code: 'BACKUP_SECRET_NEEDED',
        data: { protection: 'passphrase' },
      });
      expect(
        await failureOf(its.backups.preview(file, { with: 'passphrase', passphrase: PASSPHRASE })),
      ).toMatchObject({ code: 'PASSPHRASE_WRONG' });
      const preview = await its.backups.preview(file, { with: 'passphrase', passphrase: SECRET });
      expect(preview.entries).toMatchObject([{ issuer: 'Bank', change: 'new' }]);
      const taken = await its.restores.take(preview.restoreId, 'merge');
      expect(taken.added).toBe(1);
      expect(issuers(other)).toEqual(['Bank']);
      await its.undo.take(taken.undoId);
      expect(issuers(other)).toEqual([]);
      await its.backups.stop();
    } finally {
      await there.stop();
    }
  });

  it('opens with the recovery kit of its time; a new kit is for those that follow', async () => {
    await add('Bank');
    expect(await failureOf(backups.setUp({ folder, keep: 5, protection: { by: 'recovery' } }))).toMatchObject(
      {
        code: 'KIT_NOT_MADE',
      },
    );
    const kit = createKit({ vault, vaultPath: rig.path, clock: rig.clock });
    const first = await kit.make();
    await backups.setUp({ folder, keep: 5, protection: { by: 'recovery' } });
    rig.clock.move(1_000);
    const second = await kit.make(PASSPHRASE);
    await until(vault.watchDocument(), (document) => {
      const slot = document?.safekeeping.backup?.slots[0];
      return slot?.['madeAt'] === second.madeAt;
    });
    rig.clock.move(1_000);
    await backups.run();
    const [old, next] = await names();
    const open = (name: string | undefined, code: string) =>
      backups.preview({ from: 'folder', name: name ?? '' }, { with: 'recovery', code });
    expect((await open(old, first.groups.join(''))).entries).toHaveLength(1);
    expect((await open(next, second.qrText)).entries).toHaveLength(1);
    expect(await failureOf(open(next, first.groups.join('')))).toMatchObject({ code: 'KIT_WRONG' });
  });

  it('is not set up with a passphrase that is easy to guess', async () => {
    const protection = { by: 'passphrase', passphrase: 'passwordpassword' } as const;
    expect(await failureOf(backups.setUp({ folder, keep: 5, protection }))).toMatchObject({
      code: 'PASSPHRASE_TOO_WEAK',
    });
    expect(await names()).toEqual([]);
  });

  it('stays good when the vault gets a new key, and needs nothing typed from then on', async () => {
    await add('Bank');
    await backups.setUp({ folder, keep: 5, protection: byPassphrase });
    await vault.setUnlockMethods({
      mode: 'passphrase',
      current: PASSPHRASE,
      passphrase: 'another long passphrase',
    });
    rig.clock.move(1_000);
    await backups.run();
    const { backups: list } = await backups.list();
    expect(list.map(({ opensHere, isOwn }) => [opensHere, isOwn])).toEqual([
      [true, true],
      [true, true],
    ]);
    for (const { name } of list) {
      expect((await backups.preview({ from: 'folder', name }, { with: 'here' })).entries).toHaveLength(1);
    }
  });

  it('has nothing of the vault’s key or of its own passphrase in plain sight, and no way in of the vault', async () => {
    await add('Bank');
    await backups.setUp({ folder, keep: 5, protection: byPassphrase });
    const [name] = await names();
    const bytes = await readFile(join(folder, name ?? ''));
    expect(parseLayout(bytes).header.slots.map(({ kind }) => kind)).toEqual(['passphrase']);
    for (const secret of [SECRET, PASSPHRASE, 'Bank', ...rig.keychain.items.values()]) {
      expect(bytes.includes(secret)).toBe(false);
    }
  });

  it('replaces what is there, with an undo', async () => {
    await add('Bank');
    await backups.setUp({ folder, keep: 5, protection: byPassphrase });
    await add('Shop');
    const [name = ''] = await names();
    const preview = await backups.preview({ from: 'folder', name }, { with: 'here' });
    const { undoId } = await restores.take(preview.restoreId, 'replace');
    expect(issuers()).toEqual(['Bank']);
    await undo.take(undoId);
    expect(issuers()).toEqual(['Bank', 'Shop']);
  });

  it.each([
    ['notABackup', () => Buffer.from('something else')],
    ['truncated', (bytes: Buffer) => bytes.subarray(0, -9)],
    [
      'tampered',
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.from([(bytes.at(-1) ?? 0) ^ 1])]),
    ],
  ] as const)('that is %s says so and changes nothing', async (reason, spoil) => {
    await backups.setUp({ folder, keep: 5, protection: byPassphrase });
    const [name = ''] = await names();
    await writeFile(join(folder, name), spoil(await readFile(join(folder, name))));
    const before = await rig.bytes();
    expect(await failureOf(backups.preview({ from: 'folder', name }, { with: 'here' }))).toEqual({
      code: 'BACKUP_UNREADABLE',
      data: { reason },
    });
    expect(await rig.bytes()).toEqual(before);
  });

  it('is looked for in its folder only', async () => {
    await backups.setUp({ folder, keep: 5, protection: byPassphrase });
    const name = '../../../../etc/passwd';
    expect(await failureOf(backups.preview({ from: 'folder', name }, { with: 'here' }))).toMatchObject({
      code: 'BACKUP_UNREADABLE',
      data: { reason: 'gone' },
    });
  });
});

describe('backups by themselves', () => {
  const made = async (count: number) => {
    await expect.poll(async () => (await names()).length).toBe(count);
    // The file is there before it is proved, and the status says it last.
    await until(backups.watch(), ({ running, last }) => !running && last?.outcome === 'made');
  };
  /** The next backup by itself is planned for then. */
  const planned = (ms: number) => expect.poll(rig.clock.waits).toContain(ms);

  it('follow a change after some quiet, once for many, and not for a code that was copied', async () => {
    await backups.setUp({ folder, keep: 9, protection: byPassphrase });
    await planned(DAY_MS);
    await add('Bank');
    await planned(QUIET_MS);
    rig.clock.move(QUIET_MS / 2);
    await add('Shop');
    await planned(QUIET_MS);
    rig.clock.move(QUIET_MS - 1);
    expect(await status()).toMatchObject({ behind: true, running: false });
    expect(await names()).toHaveLength(1);
    rig.clock.move(1);
    await made(2);
    expect((await status()).behind).toBe(false);
    await planned(DAY_MS);
    const asked = rig.clock.asked();
    await vault.change((document) => ({
      ...document,
      entries: document.entries.map((entry) => ({
        ...entry,
        uses: entry.uses + 1,
        lastUsedAt: rig.clock.now(),
      })),
    }));
    await expect.poll(rig.clock.asked).toBeGreaterThan(asked);
    rig.clock.move(QUIET_MS * 2);
    expect((await status()).running).toBe(false);
    expect(await names()).toHaveLength(2);
  });

  it('are made once a day, and again at the next start; the newest few are kept', async () => {
    await backups.setUp({ folder, keep: 3, protection: byPassphrase });
    await planned(DAY_MS);
    for (let day = 1; day <= 3; day += 1) {
      rig.clock.move(DAY_MS);
      await made(Math.min(day + 1, 3));
      await planned(DAY_MS);
    }
    const kept = await names();
    expect(kept).toHaveLength(3);
    await backups.stop();
    await vault.lock();
    await vault.unlock(PASSPHRASE);
    ({ undo, restores, backups } = backupsOf(vault));
    await planned(DAY_MS);
    rig.clock.move(DAY_MS);
    await expect.poll(async () => (await names()).at(-1) !== kept.at(-1)).toBe(true);
    await planned(DAY_MS);
    expect(await names()).toHaveLength(3);
  });

  it('go on after a clock that was ahead: what it made counts as old, and goes first', async () => {
    await backups.setUp({ folder, keep: 2, protection: byPassphrase });
    rig.clock.jump(400 * DAY_MS);
    await add('Bank');
    const { name: ahead } = await backups.run();
    rig.clock.jump(-400 * DAY_MS);
    await backups.stop();
    ({ undo, restores, backups } = backupsOf(vault));
    await until(backups.watch(), ({ behind }) => behind);
    rig.clock.move(1_000);
    const { name: next } = await backups.run();
    rig.clock.move(1_000);
    const { name: last } = await backups.run();
    expect(await names()).toEqual([next, last]);
    expect(await names()).not.toContain(ahead);
  });

  it('let go of no file that is not this vault’s own', async () => {
    const other = 'latchkey-00000000-20200101T000000000Z.latchkey';
    await writeFile(join(folder, other), 'another vault');
    await writeFile(join(folder, 'notes.txt'), 'mine');
    await backups.setUp({ folder, keep: 1, protection: byPassphrase });
    rig.clock.move(1_000);
    await backups.run();
    expect(await names()).toHaveLength(3);
    expect(await names()).toEqual(expect.arrayContaining([other, 'notes.txt']));
  });

  it('are caught up with at the end, where a change was just made', async () => {
    await backups.setUp({ folder, keep: 9, protection: byPassphrase });
    rig.clock.move(1_000);
    await add('Bank');
    await planned(QUIET_MS);
    await backups.stop();
    expect(await names()).toHaveLength(2);
  });

  it('warn when none was made for a week although the vault has changed', async () => {
    await backups.setUp({ folder, keep: 9, protection: byPassphrase });
    await backups.stop();
    await add('Bank');
    rig.clock.move(8 * DAY_MS);
    ({ backups } = backupsOf(vault));
    expect(await until(backups.watch(), ({ warning }) => warning === 'old')).toMatchObject({ behind: true });
    rig.clock.move(QUIET_MS + 1);
    await until(backups.watch(), ({ warning, last }) => warning === null && last?.outcome === 'made');
  });

  it('warn when they fail, and stop warning when one is made', async () => {
    await backups.setUp({ folder, keep: 9, protection: byPassphrase });
    await planned(DAY_MS);
    await rename(folder, `${folder}-away`);
    rig.clock.move(DAY_MS);
    const failing = await until(backups.watch(), ({ last }) => last?.outcome === 'failed');
    expect(failing).toMatchObject({ warning: 'failing', last: { trouble: 'folderGone' } });
    await rename(`${folder}-away`, folder);
    await planned(RETRY_MS);
    rig.clock.move(RETRY_MS);
    expect(await until(backups.watch(), ({ last }) => last?.outcome === 'made')).toMatchObject({
      warning: null,
    });
  });

  it('are off after being turned off, and what was made stays', async () => {
    await backups.setUp({ folder, keep: 9, protection: byPassphrase });
    await planned(DAY_MS);
    await backups.turnOff();
    expect(await until(backups.watch(), ({ setUp }) => setUp === null)).toMatchObject({ warning: null });
    expect(rig.clock.waits()).toEqual([]);
    rig.clock.move(DAY_MS * 9);
    expect(await status()).toMatchObject({ setUp: null, running: false });
    expect(await names()).toHaveLength(1);
    expect(await failureOf(backups.run())).toMatchObject({ code: 'BACKUP_OFF' });
  });
});

describe('the folder of the backups', () => {
  it('is made where that is asked for, and kept as its full path', async () => {
    const typed = ` "${join(folder, 'new')}/" `;
    await backups.setUp({ folder: typed, make: true, keep: 3, protection: byPassphrase });
    expect(await status()).toMatchObject({ setUp: { folder: join(folder, 'new') } });
    expect(await readdir(join(folder, 'new'))).toHaveLength(1);
  });

  it('is looked for among folders only while the vault is open', async () => {
    await mkdir(join(folder, 'one'));
    expect(await backups.folders(folder)).toEqual({
      folder,
      parent: tmpdir(),
      folders: [{ name: 'one', path: join(folder, 'one') }],
      more: false,
      trouble: null,
    });
    expect(await backups.folders(join(folder, 'gone'))).toMatchObject({
      parent: folder,
      folders: [],
      trouble: 'folderGone',
    });
    await vault.lock();
    expect(await failureOf(backups.folders(folder))).toMatchObject({ code: 'VAULT_NOT_OPEN' });
  });
});

describe('a folder that takes no backup', () => {
  const trouble = (value: string, detail: unknown = expect.anything()) => ({
    code: 'BACKUP_FAILED',
    data: { trouble: value, detail },
  });

  it('is gone: it is said, and the folder is not made', async () => {
    const gone = join(folder, 'gone');
    expect(await failureOf(backups.setUp({ folder: gone, keep: 3, protection: byPassphrase }))).toEqual(
      trouble('folderGone', 'ENOENT'),
    );
    expect(await names()).toEqual([]);
    expect(await status()).toMatchObject({ setUp: null });
  });

  it('is no full path', async () => {
    for (const typed of ['backups', '~ada/backups']) {
      expect(
        await failureOf(backups.setUp({ folder: typed, make: true, keep: 3, protection: byPassphrase })),
      ).toMatchObject({ code: 'BACKUP_FOLDER_INVALID' });
      expect(await failureOf(backups.folders(typed))).toMatchObject({ code: 'BACKUP_FOLDER_INVALID' });
    }
  });

  it('is gone with the one around it, and is not made even where that was asked for', async () => {
    const gone = join(folder, 'drive', 'gone');
    expect(
      await failureOf(backups.setUp({ folder: gone, make: true, keep: 3, protection: byPassphrase })),
    ).toEqual(trouble('parentGone', null));
    expect(await names()).toEqual([]);
  });

  it('is not the person’s to write in', async () => {
    const isRoot = process.getuid?.() === 0;
    await chmod(folder, 0o555);
    if (isRoot) {
      for (const path of [rig.folder, ...(await rig.names()).map((name) => join(rig.folder, name))]) {
        await chown(path, 65_534, 65_534);
      }
      process.seteuid?.(65_534);
    }
    try {
      expect(await failureOf(backups.setUp({ folder, keep: 3, protection: byPassphrase }))).toEqual(
        trouble('notAllowed', 'EACCES'),
      );
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  });

  it.each([
    ['readOnly', 'readOnly', 'EROFS'],
    ['full', { kilobytes: 8 }, 'ENOSPC'],
  ] as const)('is %s', async (value, disk, detail) => {
    const home = await mkdtemp(join(tmpdir(), 'latchkey-vault-'));
    const { vault: large } = await openTestVault(home, true);
    const entries = Array.from({ length: 100 }, () => anEntry());
    await large.change((document) => ({ ...document, entries }));
    await large.close();
    const script = join(import.meta.dirname, 'backup-once.ts');
    const run = onDisk(folder, disk, [script, home, folder]);
    if (run === null) throw new Error('this system lets nobody mount, not even in a namespace of its own');
    const { stdout } = await promisify(execFile)(run.command, run.args);
    expect(JSON.parse(stdout)).toEqual(trouble(value, detail));
    await rm(home, { recursive: true });
  });

  it('gives back something else than it was given: the file is removed again', async () => {
    const liar: BackupFolder = {
      ...backupFolder,
      write: (place, name, bytes, verify) =>
        backupFolder.write(place, name, bytes, (written) => {
          const spoilt = Buffer.from(written);
          spoilt[spoilt.length - 20] = (spoilt[spoilt.length - 20] ?? 0) ^ 1;
          return verify(spoilt);
        }),
    };
    await backups.stop();
    ({ backups } = backupsOf(vault, liar));
    expect(await failureOf(backups.setUp({ folder, keep: 3, protection: byPassphrase }))).toEqual(
      trouble('notVerified', null),
    );
    expect(await names()).toEqual([]);
  });

  it('holds what a process left that died an hour ago: it is cleared away', async () => {
    await mkdir(folder, { recursive: true });
    const left = join(folder, `.latchkey-backup.new-1-${randomBytes(3).toString('hex')}`);
    await writeFile(left, 'half');
    await utimes(left, 1, 1);
    await backups.setUp({ folder, keep: 3, protection: byPassphrase });
    expect(await names()).toHaveLength(1);
  });
});
