import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsQR from 'jsqr';
import { createQrReader } from '../../../src/core/qr/read.ts';
import { luminance } from '../../../src/core/qr/picture.ts';
import { loadZxing } from '../../../src/core/qr/zxing.ts';
import { zbarRead } from '../../rig/zbar.ts';
import { WASM } from './scan-wasm.ts';
import type { FoundCode, Picture } from '../../../src/core/qr/read.ts';

/** A decoder in the comparison: the texts it reads off a picture. */
export type Peer = (picture: Picture) => Promise<string[]>;

/** Our reader to its end, with the pass that found each code. */
export async function readAll(picture: Picture): Promise<FoundCode[]> {
  const reading = (await ours).read(picture);
  for (;;) {
    const step = await reading.next();
    if (step.done === true) return step.value;
  }
}

/** Our reader until its first answer. */
export async function readFirst(picture: Picture): Promise<string[]> {
  for await (const event of (await ours).read(picture)) {
    if (event.type === 'found') return event.codes.map((code) => code.text);
  }
  return [];
}

/** zxing-wasm alone with everything on: harder, rotated, inverted, scaled down, denoised. */
export const zxing: Peer = async (picture) => {
  const decode = await zxingAlone;
  return decode(luminance(picture), { tryDenoise: true }).map((find) => find.text);
};

/** jsQR with its defaults: normal and inverted. */
export const jsqr: Peer = async (picture) => {
  const code = jsQR.default(new Uint8ClampedArray(picture.data), picture.width, picture.height);
  return code === null ? [] : [code.data];
};

/** Whether Debian's zbar-tools are here. */
export function hasZbarimg(): boolean {
  try {
    execFileSync('zbarimg', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const folder = mkdtempSync(join(tmpdir(), 'scan-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** Writes a picture as zbarimg reads it: a portable pixmap. */
export function zbarFile(picture: Picture, name: string): string {
  const { width, height, data } = picture;
  const rgb = Buffer.alloc(width * height * 3);
  for (let from = 0, to = 0; to < rgb.length; from += 4, to += 3) {
    rgb[to] = data[from] ?? 0;
    rgb[to + 1] = data[from + 1] ?? 0;
    rgb[to + 2] = data[from + 2] ?? 0;
  }
  const path = join(folder, name);
  writeFileSync(path, Buffer.concat([Buffer.from(`P6\n${width} ${height}\n255\n`), rgb]));
  return path;
}

/** zbarimg on a picture. */
export const zbarimg: Peer = async (picture) => zbarRead(zbarFile(picture, 'picture.ppm'));

/** Processor time of this thread, in milliseconds: what else the machine does must not cut a reading short. */
export function threadTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** The peers of these names. */
export function peersOf(names: readonly string[]): Record<string, Peer> {
  const all: Record<string, Peer> = { jsqr, zxing, zbarimg };
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)));
}

const ours = createQrReader(WASM, { now: threadTime });
const zxingAlone = loadZxing(WASM);
