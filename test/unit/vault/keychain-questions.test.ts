import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createAsk } from '../../../src/adapters/keychain/os-keychain.ts';

const locked = { ok: false, outcome: { outcome: 'locked' } };

describe('questions to a keychain', () => {
  it('that waits for the person are answered "locked" after a while', async () => {
    const ask = createAsk(30);
    expect(await ask(() => new Promise<never>(() => {}))).toEqual(locked);
  });

  it('are asked one at a time, so that a prompt holds one thread and not all of them', async () => {
    const ask = createAsk(2_000);
    let running = 0;
    let most = 0;
    const question = async () => {
      running += 1;
      most = Math.max(most, running);
      await nextTurn();
      running -= 1;
      return 'answer';
    };
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask(question)));
    expect(answers).toEqual(Array.from({ length: 5 }, () => ({ ok: true, value: 'answer' })));
    expect(most).toBe(1);
  });

  it('that nobody waits for any more are not asked late', async () => {
    const ask = createAsk(30);
    const prompt = Promise.withResolvers<string>();
    let wasAsked = false;
    const answers = await Promise.all([
      ask(() => prompt.promise),
      ask(async () => {
        wasAsked = true;
        return 'late';
      }),
    ]);
    expect(answers).toEqual([locked, locked]);
    prompt.resolve('the person came back');
    // Asked in its turn, so that the late one would have come before it.
    expect(await ask(async () => 'next')).toEqual({ ok: true, value: 'next' });
    expect(wasAsked).toBe(false);
  });

  it('go on after one that failed', async () => {
    const ask = createAsk(2_000);
    const failed = await ask(() => Promise.reject(new Error('DBus error: no bus')));
    expect(failed).toMatchObject({ ok: false, outcome: { outcome: 'unavailable' } });
    expect(await ask(async () => 'answer')).toEqual({ ok: true, value: 'answer' });
  });
});
