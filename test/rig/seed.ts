import process from 'node:process';

/** Decides what is random in this run: LATCHKEY_SEED, so that a failure can be repeated, else another one each time. */
export const seed = Number(process.env['LATCHKEY_SEED'] ?? Date.now() % 1_000_000);
