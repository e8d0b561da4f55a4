/** A trial of which a part does not come up: `npm start` goes on, and says which part and why. */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startTrial, type Trial } from '../../../src/bootstrap/trial.ts';

const root = join(import.meta.dirname, '../../..');
const before = process.env['LATCHKEY_DATA_DIR'];
let dataFolder: string;
let folder: string;
let trial: Trial | undefined;

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'latchkey-trial-'));
  process.env['LATCHKEY_DATA_DIR'] = dataFolder;
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 8);
  folder = join(root, '.account-service', `trial-${name}`);
  await mkdir(folder, { recursive: true });
});

afterEach(async () => {
  await trial?.stop();
  trial = undefined;
  if (before === undefined) delete process.env['LATCHKEY_DATA_DIR'];
  else process.env['LATCHKEY_DATA_DIR'] = before;
  await rm(folder, { recursive: true });
  await rm(dataFolder, { recursive: true });
});

it.each([
  {
    part: 'database',
    reason: /PostgreSQL .* did not start: .+/,
    damage: () => mkdir(join(folder, 'postgres/cluster'), { recursive: true }),
  },
  { part: 'inbox', reason: /EEXIST/, damage: () => writeFile(join(folder, 'mail'), '') },
  {
    part: 'service',
    reason: /SECRET_KEYS/,
    damage: () => writeFile(join(folder, 'secret-keys'), 'no key', { mode: 0o600 }),
  },
])('whose $part does not start says so, and why, without a path', { timeout: 90_000 }, async (broken) => {
  await broken.damage();
  const lines: string[] = [];
  const { promise: failed, resolve } = Promise.withResolvers<void>();
  trial = await startTrial(root, (line) => lines.push(line), resolve);
  await failed;
  const failure = trial.failure();
  expect(failure?.part).toBe(broken.part);
  expect(failure?.reason).toMatch(broken.reason);
  expect(failure?.reason).not.toContain(root);
  await expect.poll(() => lines.join('\n')).toContain('codes go on without it');
});
