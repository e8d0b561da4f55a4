/**
 * `npm run test:simulation`: histories of sync from one seed. As part of `npm test`, a twentieth of them.
 * The argument is the share; LATCHKEY_SEED and LATCHKEY_HISTORY repeat one.
 */
import process from 'node:process';
import { seed as drawn } from '../../rig/seed.ts';
import { runHistory } from './history.ts';

const HISTORIES = 5000;
const share = Number(process.argv[2] ?? '1');
/** As part of all tests always the same histories; if named, others each time. */
const seed = share < 1 && process.env['LATCHKEY_SEED'] === undefined ? 4 : drawn;
const only = process.env['LATCHKEY_HISTORY'];
const indexes =
  only === undefined
    ? Array.from({ length: Math.round(HISTORIES * share) }, (_, index) => index)
    : [Number(only)];

const counts = new Map<string, number>();
let failed = 0;
for (const index of indexes) {
  const told = await runHistory(seed, index);
  for (const [what, times] of told.counts) counts.set(what, (counts.get(what) ?? 0) + times);
  if (told.faults.length === 0) continue;
  failed += 1;
  if (failed <= 5)
    console.log(`LATCHKEY_SEED=${seed} LATCHKEY_HISTORY=${index}\n  ${told.faults.slice(0, 5).join('\n  ')}`);
}
for (const [what, times] of [...counts].toSorted(([one], [other]) => (one < other ? -1 : 1)))
  console.log(`${what}: ${times}`);
const { user, system } = process.cpuUsage();
console.log(
  `${indexes.length} histories, seed ${seed}, ${failed} failed, ${((user + system) / 1e6).toFixed(1)} s of processor time`,
);
process.exit(failed === 0 ? 0 : 1);
