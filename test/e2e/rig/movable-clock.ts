import { globSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The time of day as a program sees it, which a test sets; timers go on as they are. */
export interface MovableClock {
  /** What a program is started with. */
  env: Record<string, string>;
  /** Puts it forward by `ms` more; programs see it within a second. */
  forward(ms: number): Promise<void>;
  /** Sets it to `ms` after the present time, or, below 0, before it; programs see it within a second. */
  setTo(ms: number): Promise<void>;
  remove(): Promise<void>;
}

/** By libfaketime, between the program and the system. */
export async function createMovableClock(): Promise<MovableClock> {
  const [library] = globSync('/usr/lib/*/faketime/libfaketimeMT.so.1');
  if (library === undefined) throw new Error('there is no libfaketime (Debian: faketime)');
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-clock-'));
  const file = join(folder, 'now');
  let offset = 0;
  const write = async () => {
    await writeFile(`${file}.new`, `${offset < 0 ? '' : '+'}${offset / 1_000}\n`);
    await rename(`${file}.new`, file);
  };
  await write();
  return {
    env: {
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_CACHE_DURATION: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      // Times of files as they are: only what the program asks the clock is another time.
      NO_FAKE_STAT: '1',
    },
    async forward(ms) {
      offset += ms;
      await write();
    },
    async setTo(ms) {
      offset = ms;
      await write();
    },
    remove: () => rm(folder, { recursive: true }),
  };
}
