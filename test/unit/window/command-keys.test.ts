import { describe, expect, test } from 'vitest';
import { commandOfKeys, keysText, shownKeys } from '../../../src/renderer/commands/keys.ts';
import { keyNames } from '../../../src/renderer/preferences/keys.ts';

type Pressed = Parameters<typeof commandOfKeys>[0];

function pressed(part: Partial<Pressed>): Pressed {
  const none = { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false };
  return { key: '', code: '', ...none, ...part };
}

test.each([
  ['Ctrl+K', { key: 'k', code: 'KeyK', ctrlKey: true }, 'palette'],
  ['with Caps Lock', { key: 'K', code: 'KeyK', ctrlKey: true }, 'palette'],
  ['on a Cyrillic layout', { key: 'л', code: 'KeyK', ctrlKey: true }, 'palette'],
  ['on Dvorak, by the letter', { key: 'k', code: 'KeyV', ctrlKey: true }, 'palette'],
  ['and not by its place', { key: 't', code: 'KeyK', ctrlKey: true }, null],
  [
    'Ctrl+/ with Shift, as a German layout has it',
    { key: '/', code: 'Digit7', ctrlKey: true, shiftKey: true },
    'shortcuts',
  ],
  ['F1', { key: 'F1', code: 'F1' }, 'shortcuts'],
  ['Alt+←', { key: 'ArrowLeft', code: 'ArrowLeft', altKey: true }, 'back'],
  ['a letter alone', { key: 'k', code: 'KeyK' }, null],
  ['Ctrl+Shift+K', { key: 'K', code: 'KeyK', ctrlKey: true, shiftKey: true }, null],
  ['AltGr', { key: 'k', code: 'KeyK', ctrlKey: true, altKey: true }, null],
  ['both modifiers', { key: 'k', code: 'KeyK', ctrlKey: true, metaKey: true }, null],
])('%s', (_, part, id) => {
  expect(commandOfKeys(pressed(part), false)).toBe(id);
});

describe('on a Mac', () => {
  test.each([
    ['⌘K', { key: 'k', code: 'KeyK', metaKey: true }, 'palette'],
    ['⌘[', { key: '[', code: 'BracketLeft', metaKey: true }, 'back'],
    ['Ctrl+K deletes to the end of a line', { key: 'k', code: 'KeyK', ctrlKey: true }, null],
    ['Alt+← moves the cursor', { key: 'ArrowLeft', code: 'ArrowLeft', altKey: true }, null],
  ])('%s', (_, part, id) => {
    expect(commandOfKeys(pressed(part), true)).toBe(id);
  });
});

test('keys are shown as the keyboard has them', () => {
  expect(shownKeys('palette', 'darwin', 'en')).toEqual(['⌘', 'K']);
  expect(shownKeys('back', 'linux', 'en')).toEqual(['Alt', '←']);
  expect(shownKeys('deleted', 'linux', 'en')).toBeNull();
  expect([keysText('lock', 'win32', 'en'), keysText('lock', 'darwin', 'en')]).toEqual(['Ctrl+L', '⌘L']);
});

test('keys are named as people of the language know them', () => {
  expect(keyNames('Control+Shift+Space', 'linux', 'fr')).toEqual(['Ctrl', 'Maj', 'Espace']);
  expect([keysText('lock', 'linux', 'de'), keysText('lock', 'darwin', 'de')]).toEqual(['Strg+L', '⌘L']);
  expect(keyNames('Control+Shift+Super+Space', 'win32', 'de')).toEqual([
    'Strg',
    'Umschalt',
    'Win',
    'Leertaste',
  ]);
  expect(keyNames('Control+Shift+Space', 'linux', 'nl')).toEqual(['Ctrl', 'Shift', 'Space']);
});
