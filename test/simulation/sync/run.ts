/**
 * `npm run test:simulation`: histories of sync from one seed. As part of `npm test`, a twentieth of them.
 * The argument is the share; LATCHKEY_SEED and LATCHKEY_HISTORY repeat one. A run in which something never happened
 * proves nothing about it, and fails. `-- mutants` takes out one rule of sync after the other (`mutants.ts`).
 */
import process from 'node:process';
import { seed as drawn } from '../../rig/seed.ts';
import { acts } from './hostile.ts';
import { runHistory } from './history.ts';

if (process.argv[2] === 'mutants') {
  const { runMutants } = await import('./run-mutants.ts');
  process.exit(await runMutants(process.argv[3]));
}

const HISTORIES = 5000;
const share = Number(process.argv[2] ?? '1');
/** As part of all tests always the same histories; if named, others each time. */
const seed = share < 1 && process.env['LATCHKEY_SEED'] === undefined ? 4 : drawn;
const only = process.env['LATCHKEY_HISTORY'];
const indexes =
  only === undefined
    ? Array.from({ length: Math.round(HISTORIES * share) }, (_, index) => index)
    : [Number(only)];

const mustHappen = [
  ...['founder', 'words', 'kit'].map((proof) => `began: ${proof}`),
  ...['words', 'QR code', 'kit'].map((way) => `let in by ${way}`),
  'removals',
  'conflicts',
  'entries that stayed',
  'entries that were one',
  'pushes',
  'refused pushes',
  'lost',
  'doubled',
  'crashed',
  'cut between two writes',
  'forks',
  'fork noticed: FORKED',
  ...[...acts, 'asks to join', 'invents a log'].map((act) => `noticed act: ${act}`),
];
const counts = new Map<string, number>();
let failed = 0;
for (const index of indexes) {
  const told = await runHistory(seed, index);
  for (const [what, times] of told.counts) counts.set(what, (counts.get(what) ?? 0) + times);
  if (told.faults.length === 0) continue;
  failed += 1;
  // A rule that is taken out needs to be noticed once.
  if (process.env['LATCHKEY_WITHOUT'] !== undefined) break;
  if (failed <= 5)
    console.log(`LATCHKEY_SEED=${seed} LATCHKEY_HISTORY=${index}\n  ${told.faults.slice(0, 5).join('\n  ')}`);
}
for (const [what, times] of [...counts].toSorted(([one], [other]) => (one < other ? -1 : 1)))
  console.log(`${what}: ${times}`);
const { user, system } = process.cpuUsage();
console.log(
  `${indexes.length} histories, seed ${seed}, ${failed} failed, ${((user + system) / 1e6).toFixed(1)} s of processor time`,
);
const isWhole = only === undefined && process.env['LATCHKEY_WITHOUT'] === undefined;
const never = isWhole ? mustHappen.filter((what) => !counts.has(what)) : [];
if (never.length > 0) console.log(`It never happened: ${never.join(', ')}`);
process.exit(failed === 0 && never.length === 0 ? 0 : 1);
