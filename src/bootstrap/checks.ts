/** The checks of `npm run check`, each with the arguments that Node gets in the project's root. */
export const checks = {
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
} as const satisfies Record<string, readonly string[]>;
