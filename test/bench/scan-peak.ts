/**
 * How much memory reading one picture takes: run in a process of its own with a raw RGBA file, its width and its
 * height; prints the growth of the process's peak resident size in MiB.
 */
import { readFileSync } from 'node:fs';
import { createQrReader } from '../../src/core/qr/read.ts';
import { WASM } from './scan-wasm.ts';

const [file, width, height] = process.argv.slice(2);
if (file === undefined) throw new Error('expected a raw RGBA file, its width and its height');
const data = readFileSync(file);
const before = process.resourceUsage().maxRSS;
const reader = await createQrReader(WASM);
for await (const event of reader.read({ width: Number(width), height: Number(height), channels: 4, data })) {
  if (event.type === 'found') process.stderr.write(`${event.codes.length} found\n`);
}
console.log((process.resourceUsage().maxRSS - before) / 1024);
