import { expect, test } from 'vitest';
import { commandIds, isPossible, keysOf, windowCommands, type Need } from '../../../src/contract/commands.ts';
import { sharedWords } from '../../../src/contract/words/languages.ts';
import { modifiers } from '../../../src/contract/accelerator.ts';

test.each([true, false])('no two commands have the same keys (on a Mac: %s)', (isMac) => {
  const all = windowCommands.flatMap((id) => [...keysOf(id, isMac)]);
  expect(new Set(all).size).toBe(all.length);
  for (const keys of all) {
    const [key, ...held] = keys.split('+').toReversed();
    expect(key).toMatch(/^(?:[A-Z]|F\d+|[,/[]|ArrowLeft)$/);
    expect(['Mod', ...modifiers]).toEqual(expect.arrayContaining(held));
  }
});

test.each(Object.entries(sharedWords))(
  'no two commands have the same name (%s)',
  (_, { commands: names }) => {
    const all = windowCommands.map((id) => names[id]);
    expect(new Set(all).size).toBe(all.length);
  },
);

test('a closed vault offers nothing but to be opened', () => {
  const closed = new Set<Need>(['closed']);
  const possible = commandIds.filter((id) => isPossible(id, closed));
  expect(possible).toEqual(['unlock', 'quit']);
});

test('a vault to be read offers nothing that changes it', () => {
  const readOnly = new Set<Need>(['open', 'entries']);
  expect(isPossible('add', readOnly)).toBe(false);
  expect(isPossible('export', readOnly)).toBe(true);
  expect(isPossible('lock', readOnly)).toBe(false);
});
