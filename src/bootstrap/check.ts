/** `npm run check`: types, lint, format, the import table, and code that nothing uses. All run; all are shown. */
import { spawnSync } from 'node:child_process';

const checks: Record<string, string[]> = {
  types: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'],
  'types of the window': ['node_modules/typescript/bin/tsc', '-p', 'src/renderer/tsconfig.json'],
  'types of the preload': ['node_modules/typescript/bin/tsc', '-p', 'src/preload/tsconfig.json'],
  'types of the browser tests': ['node_modules/typescript/bin/tsc', '-p', 'test/e2e/tsconfig.json'],
  lint: ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings'],
  format: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
  'import table': [
    'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
    '--config',
    '.dependency-cruiser.mjs',
    'src',
  ],
  'unused code': ['node_modules/knip/bin/knip.js'],
};

let hasFailed = false;
for (const [name, args] of Object.entries(checks)) {
  const started = performance.now();
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  hasFailed ||= status !== 0;
}
process.exit(hasFailed ? 1 : 0);
