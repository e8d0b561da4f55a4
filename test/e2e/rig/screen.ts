import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import sharp from 'sharp';
import { systemClock } from '../../../src/adapters/clock/system-clock.ts';
import { readXScreen } from '../../../src/adapters/screens/x-screen.ts';
import { endWithTests } from '../../rig/end-with-tests.ts';
import { zbarRead } from '../../rig/zbar.ts';

export interface Screen {
  /** Value of DISPLAY. */
  display: string;
  stop(): Promise<void>;
}

/** A real X screen of its own (Xvfb), on a display number that is free. */
export async function startScreen(width: number, height: number): Promise<Screen> {
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], env: process.env },
  );
  endWithTests(server);
  const pipe = server.stdio[3];
  if (!pipe) throw new Error('Xvfb has no pipe to name its display');
  const [line] = await Promise.race([
    once(pipe, 'data'),
    once(server, 'exit').then(() => Promise.reject(new Error('Xvfb ended before it was ready'))),
  ]);
  return {
    display: `:${String(line).trim()}`,
    async stop() {
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      await ended;
    },
  };
}

/** What zbarimg reads in a picture of the X screen at `display`: the texts of its QR codes. */
export async function codesOnScreen(display: string): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-seen-'));
  try {
    const texts: string[] = [];
    for (const [index, picture] of (await readXScreen(display, systemClock)).entries()) {
      const { width, height, channels, data } = picture;
      const path = join(folder, `${index}.png`);
      await sharp(data, { raw: { width, height, channels } }).png({ compressionLevel: 1 }).toFile(path);
      texts.push(...(await zbarRead(path)));
    }
    return texts;
  } finally {
    await rm(folder, { recursive: true });
  }
}
