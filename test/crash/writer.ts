/**
 * The process that is killed: writes the vault's next state, again and again, and backs every third one up. Waits for
 * a line of JSON on its input (`folder`, `backups`, `first`), and says on its output what it does: `start N`,
 * `done N`, `backup start N`, `backup done N`, synchronously, so that what was said before a kill has arrived.
 */
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import process from 'node:process';
import { z } from 'zod';
import { backupsOf } from './backups.ts';
import { withState } from './state.ts';
import { openTestVault } from './vault.ts';

const orderSchema = z.object({ folder: z.string(), backups: z.string(), first: z.int() });
const say = (text: string) => writeSync(1, `${text}\n`);

say('ready');
const [line] = await once(process.stdin, 'data');
const { folder, first } = orderSchema.parse(JSON.parse(String(line)));
const { vault } = await openTestVault(folder);
const backups = backupsOf(vault);
for (let n = first; ; n += 1) {
  say(`start ${n}`);
  await vault.change((document) => withState(document, n));
  say(`done ${n}`);
  if (n % 3 !== 0) continue;
  say(`backup start ${n}`);
  await backups.run();
  say(`backup done ${n}`);
}
