import { describe, expect, it } from 'vitest';
import { createWatched } from '../../../src/app/watched.ts';

describe('a watched value', () => {
  it('begins with what it is now', async () => {
    const number = createWatched(1);
    number.set(2);
    expect((await number.watch().next()).value).toBe(2);
  });

  it('tells a slow reader the newest value, not all in between', async () => {
    const number = createWatched(1);
    const reader = number.watch();
    await reader.next();
    for (const value of [2, 3, 4]) number.set(value);
    expect((await reader.next()).value).toBe(4);
    const waiting = reader.next();
    number.set(5);
    expect((await waiting).value).toBe(5);
  });

  it('tells a value again that was set again: an equal one may be another object', async () => {
    const number = createWatched(1);
    const reader = number.watch();
    await reader.next();
    number.set(1);
    expect((await reader.next()).value).toBe(1);
  });

  it('has readers that do not wait for each other', async () => {
    const number = createWatched(1);
    const [one, other] = [number.watch(), number.watch()];
    await one.next();
    number.set(2);
    expect([(await one.next()).value, (await other.next()).value]).toEqual([2, 2]);
  });

  it('ends for a reader whose signal aborts, while it waits too', async () => {
    const number = createWatched(1);
    const stop = new AbortController();
    const reader = number.watch(stop.signal);
    await reader.next();
    const waiting = reader.next();
    stop.abort();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect((await number.watch(stop.signal).next()).done).toBe(true);
  });

  it('ends for all when it is closed', async () => {
    const number = createWatched(1);
    const reader = number.watch();
    await reader.next();
    const waiting = reader.next();
    number.close();
    expect((await waiting).done).toBe(true);
  });
});
