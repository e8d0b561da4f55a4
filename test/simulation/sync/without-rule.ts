/** Loaded before the simulation (`--import`): takes the rule that LATCHKEY_WITHOUT names out of what is loaded. */
import { registerHooks } from 'node:module';
import process from 'node:process';
import { mutated } from './mutants.ts';

const rule = process.env['LATCHKEY_WITHOUT'] ?? '';

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    if (!url.includes('/src/core/sync/')) return loaded;
    const { source } = loaded;
    if (source === undefined || source === null) return loaded;
    const text = typeof source === 'string' ? source : new TextDecoder().decode(source);
    return { ...loaded, source: mutated(url, text, rule) };
  },
});
