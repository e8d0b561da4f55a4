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

/** Runs every check; returns the names of those that failed. */
export function runChecks(): string[] {
  return Object.entries(checks)
    .filter(([name, args]) => {
      const started = performance.now();
      const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${status === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
      return status !== 0;
    })
    .map(([name]) => name);
}

if (import.meta.main) process.exit(runChecks().length === 0 ? 0 : 1);
