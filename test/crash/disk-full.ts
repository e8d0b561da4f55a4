/**
 * Fills the disk that it runs on, again and again, and writes the vault or a backup while there is a little room or
 * none: after each, the vault opens with the old or the new state, as the write said, and no backup is half. The
 * folder is a small file system of its own (see small-disk.ts). Arguments: the folder, how often, and the
 * seed that chooses. Prints its figures as a line of JSON.
 */
import { mkdir, open, readdir, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { Failure } from '../../src/app/failure.ts';
import { createRandom } from './model.ts';
import { backedUpStates, backupsOf, setUpBackups } from './backups.ts';
import { stateOf, withState } from './state.ts';
import { openTestVault } from './vault.ts';

const [root = '', times = '500', seed = '0'] = process.argv.slice(2);
const random = createRandom(Number(seed));
const folder = join(root, 'vault');
const backups = join(root, 'backups');
const filler = join(root, 'filler');
await mkdir(folder);
await mkdir(backups);
const made = await openTestVault(folder, true);
await made.vault.change((document) => withState(document, 1));
await setUpBackups(made.vault, backups);
await made.vault.close();

const figures = { disk_full: 0, refused: 0, lost: 0 };
let state = 1;
let backedUp = 1;
while (figures.disk_full < Number(times)) {
  figures.disk_full += 1;
  const isBackup = random(10) < 3;
  const { vault } = await openTestVault(folder);
  const opened = vault.document() === null ? null : stateOf(vault.document() ?? failed());
  if (opened !== state)
    lose(`state ${state} was there, ${opened} was opened: ${JSON.stringify(vault.state())}`);
  await fill(random(6_000));
  const code = await (
    isBackup ? backupsOf(vault).run() : vault.change((document) => withState(document, state + 1))
  ).then(
    () => null,
    (error: unknown) => (error instanceof Failure ? error.code : String(error)),
  );
  if (code !== null) figures.refused += 1;
  const expected = isBackup ? 'BACKUP_FAILED' : 'VAULT_WRITE_FAILED';
  if (code !== null && code !== expected) lose(`it ended in ${code}`);
  if (code === null && isBackup) backedUp = state;
  if (code === null && !isBackup) state += 1;
  await rm(filler);
  const states = await backedUpStates(vault, backups);
  if (states.includes(null)) lose('a backup does not open to a whole state');
  if (!states.includes(backedUp)) lose(`state ${backedUp} was backed up, there are ${states.join(', ')}`);
  await vault.close();
  const left = [...(await readdir(folder)), ...(await readdir(backups))];
  if (left.some((name) => name.includes('.new-'))) lose('a temporary file was left behind');
}
console.log(JSON.stringify(figures));

/** Leaves about so many bytes of room. */
async function fill(room: number): Promise<void> {
  const file = await open(filler, 'w');
  const { bavail, bsize } = await statfs(root);
  const bytes = Math.max(0, bavail * bsize - room);
  const piece = Buffer.alloc(4_096, 1);
  try {
    for (let written = 0; written < bytes; written += piece.length) await file.write(piece);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  } finally {
    await file.close();
  }
}

function lose(why: string): void {
  figures.lost += 1;
  console.error(`disk ${figures.disk_full}: ${why}`);
}

function failed(): never {
  throw new Error('the vault was closed meanwhile');
}
