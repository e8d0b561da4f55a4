import process from 'node:process';
import { defineConfig } from 'vitest/config';
import { mutated } from './mutants.ts';

const rule = process.env['LATCHKEY_WITHOUT'] ?? '';

/** The unit tests of sync, with the rule that LATCHKEY_WITHOUT names taken out. */
export default defineConfig({
  plugins: [
    { name: 'without-rule', enforce: 'pre', transform: (source, path) => mutated(path, source, rule) },
  ],
  // The cache of what is transformed does not know of the rule.
  test: {
    fsModuleCache: false,
    include: ['test/unit/sync/**/*.test.ts'],
    bail: 1,
    reporters: ['dot'],
    testTimeout: 300_000,
  },
});
