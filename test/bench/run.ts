/** `npm run bench -- NAME`: runs one benchmark, or each of them; the last line of each is one JSON object. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { buildIfMissing } from '../../src/bootstrap/build.ts';

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts')
  .map((file) => file.replace(/\.ts$/u, ''));
const [wanted, ...rest] = process.argv.slice(2);
if (wanted !== undefined && !existsSync(join(import.meta.dirname, `${wanted}.ts`))) {
  console.error(`There is no benchmark "${wanted}". There are: ${names.join(', ')}.`);
  process.exit(1);
}
// Some measure what is built.
buildIfMissing(join(import.meta.dirname, '../..'));
for (const name of wanted === undefined ? names : [wanted]) {
  const path = join(import.meta.dirname, `${name}.ts`);
  const { status } = spawnSync(process.execPath, [path, ...rest], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
