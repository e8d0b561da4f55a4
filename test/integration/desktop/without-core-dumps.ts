/** A process that forbids its core dumps, says so, and stays: for `core-dumps.test.ts`. */
import process from 'node:process';
import { forbidCoreDumps } from '../../../src/adapters/core-dumps/core-dumps.ts';

await forbidCoreDumps();
process.send?.('forbidden');
setInterval(() => undefined, 1_000);
