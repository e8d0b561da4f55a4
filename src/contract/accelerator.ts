/** Key combinations as Electron's accelerators are written: `Control+Shift+L`, `Super+Space`, `F9`. Without zod. */

/** The modifiers, in the order in which they are written. `Super` is ⌘ on a Mac. */
export const modifiers = ['Control', 'Alt', 'Shift', 'Super'] as const;

/** A combination needs one of these, or a function key: a letter alone would be taken from every program. */
const heldKeys = ['Control', 'Alt', 'Super'];

const functionKey = String.raw`F(?:[1-9]|1\d|2[0-4])`;
const anyModifiers = modifiers.map((name) => String.raw`(?:${name}\+)?`).join('');

/** Every combination that a shortcut can have. */
export const accelerator = new RegExp(
  String.raw`^(?:(?=.*(?:${heldKeys.join('|')})\+)${anyModifiers}(?:[A-Z0-9]|Space|${functionKey})|(?:Shift\+)?${functionKey})$`,
  'u',
);
