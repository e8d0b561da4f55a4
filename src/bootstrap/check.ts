/** `npm run check`: types, lint, format, the import table, and unused code. Runs and shows all of them. */
import { spawnSync } from 'node:child_process';
import { checks } from './checks.ts';

let hasFailed = false;
for (const [name, args] of Object.entries(checks)) {
  const started = performance.now();
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  hasFailed ||= status !== 0;
}
process.exit(hasFailed ? 1 : 0);
