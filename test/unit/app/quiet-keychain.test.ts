import { expect, test } from 'vitest';
import { withoutAsking } from '../../../src/app/unlock/quiet-keychain.ts';
import { createMemoryKeychain } from '../../rig/memory-ports.ts';

const never = new Promise<void>(() => undefined);

test('a keychain that would ask the person counts as locked, for every call', async () => {
  const keychain = createMemoryKeychain();
  keychain.asks = never;
  const quiet = withoutAsking(keychain);
  const answers = [quiet.read('item'), quiet.write('item', 'x'), quiet.remove('item'), quiet.probe()];
  expect(await Promise.all(answers)).toEqual(answers.map(() => ({ outcome: 'locked' })));
});

test('a keychain of which nothing is known without asking counts as locked too', async () => {
  const keychain = { ...createMemoryKeychain(), look: async () => ({ outcome: 'unknown' }) as const };
  expect(await withoutAsking(keychain).read('item')).toEqual({ outcome: 'locked' });
});

test('one that is open answers as ever, and one that is not says why', async () => {
  const keychain = createMemoryKeychain();
  const quiet = withoutAsking(keychain);
  expect(await quiet.write('item', 'x')).toEqual({ outcome: 'kept' });
  expect(await quiet.read('item')).toEqual({ outcome: 'found', secret: 'x' });
  keychain.refusal = { outcome: 'unavailable', reason: 'gone' };
  expect(await quiet.read('item')).toEqual({ outcome: 'unavailable', reason: 'gone' });
});
