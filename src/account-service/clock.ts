import { readFileSync } from 'node:fs';

/** The one source of time in the service; every deadline is set and read by it. */
export interface Clock {
  now(): Date;
}

/** The machine's clock. Instances side by side need NTP (a second apart is fine). */
export const systemClock: Clock = { now: () => new Date() };

/**
 * A clock for tests where days pass: the machine's clock plus the milliseconds written in a file, read anew each
 * time, so that several instances move together. Configuration refuses it in production.
 */
export function movableClock(file: string): Clock {
  return { now: () => new Date(Date.now() + Number(readFileSync(file, 'utf8'))) };
}

/** A time some seconds after another. */
export function after(time: Date, seconds: number): Date {
  return new Date(time.getTime() + seconds * 1_000);
}
