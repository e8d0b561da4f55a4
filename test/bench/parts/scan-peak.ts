/**
 * How much memory reading one picture takes: run in a process of its own with a raw RGBA file, its width and its
 * height; prints the growth of the process's peak resident size in MiB.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createQrReader } from '../../../src/core/qr/read.ts';
import { WASM } from './scan-wasm.ts';

const [file, width, height] = process.argv.slice(2);
if (file === undefined) throw new Error('expected a raw RGBA file, its width and its height');
const data = readFileSync(file);
const before = peakKiB();
const reader = await createQrReader(WASM);
for await (const event of reader.read({ width: Number(width), height: Number(height), channels: 4, data })) {
  if (event.type === 'found') process.stderr.write(`${event.codes.length} found\n`);
}
console.log((peakKiB() - before) / 1024);

/** Linux counts a parent's peak into `maxRSS` of the process it starts; `VmHWM` begins anew. */
function peakKiB(): number {
  const status = '/proc/self/status';
  const match = existsSync(status) ? /VmHWM:\s*(\d+)/.exec(readFileSync(status, 'utf8')) : null;
  return match === null ? process.resourceUsage().maxRSS : Number(match[1]);
}
