import { readFileSync } from 'node:fs';

/** The service's only source of time. Every deadline is set and read by it. */
export interface Clock {
  now(): Date;
}

/** The machine's clock. Instances running side by side need NTP (a second apart is fine). */
export const systemClock: Clock = { now: () => new Date() };

/**
 * A clock for tests that span days: the machine's clock plus the milliseconds in a file. The file is read each
 * time, so several instances move together. The configuration refuses it in production.
 */
export function movableClock(file: string): Clock {
  return { now: () => new Date(Date.now() + Number(readFileSync(file, 'utf8'))) };
}

/** The time that is some seconds after another. */
export function after(time: Date, seconds: number): Date {
  return new Date(time.getTime() + seconds * 1_000);
}
