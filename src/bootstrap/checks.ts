/** What a check has found out stays here: the next one looks only at what has changed. */
const cache = 'node_modules/.cache';

/** The checks of `npm run check`, each with the arguments that Node gets in the project's root. */
export const checks = {
  types: types('tsconfig.json', 'all'),
  'types of the window': types('src/renderer/tsconfig.json', 'window'),
  'types of the preload': types('src/preload/tsconfig.json', 'preload'),
  'types of the browser tests': types('test/e2e/tsconfig.json', 'browser-tests'),
  lint: ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings'],
  format: [
    'node_modules/prettier/bin/prettier.cjs',
    '--check',
    '--log-level=warn',
    '--cache',
    '--cache-strategy=content',
    `--cache-location=${cache}/format`,
    '.',
  ],
  'import table': [
    'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
    '--config',
    '.dependency-cruiser.mjs',
    'src',
  ],
  'unused code': ['node_modules/knip/bin/knip.js'],
} as const satisfies Record<string, readonly string[]>;

function types(config: string, name: string): string[] {
  const known = `${cache}/types/${name}.tsbuildinfo`;
  return ['node_modules/typescript/bin/tsc', '-p', config, '--incremental', '--tsBuildInfoFile', known];
}
