/** Set up before every test file: properties take the seed too. Where one fails, fast-check prints its own. */
import process from 'node:process';
import { seed } from './seed.ts';

if (process.env['LATCHKEY_SEED'] !== undefined) {
  const { configureGlobal } = await import('fast-check');
  configureGlobal({ seed });
}
