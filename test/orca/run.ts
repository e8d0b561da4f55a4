/**
 * `npm run test:orca`: Latchkey heard through Debian's screen reader. With `-- keep`, what was heard takes the place of
 * the files in `docs/screen-readers/`.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { buildIfMissing } from '../../src/bootstrap/build.ts';
import { prepareMachine, screenReaderTools } from '../../src/bootstrap/machine.ts';

const root = join(import.meta.dirname, '../..');
const keeps = process.argv.includes('keep');
const missing = prepareMachine(screenReaderTools, 'The tests with a screen reader');
if (missing !== null) {
  console.error(missing);
  process.exit(1);
}
buildIfMissing(root);
const args = process.argv.slice(2).filter((argument) => argument !== 'keep');
const { status } = spawnSync(
  process.execPath,
  ['node_modules/@playwright/test/cli.js', 'test', '--config', 'test/orca/playwright.config.ts', ...args],
  { cwd: root, stdio: 'inherit', env: { ...process.env, ...(keeps && { LATCHKEY_KEEP_SPEECH: '1' }) } },
);
process.exit(status ?? 1);
