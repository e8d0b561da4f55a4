import { accelerator, modifiers } from '../../contract/accelerator.ts';
import type { Platform } from '../../contract/vocabulary.ts';

/** Pressed keys, as the browser's event tells them. */
export interface Pressed {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
}

/** The shortcut that these pressed keys make; null if they make none. */
export function acceleratorOf(pressed: Pressed): string | null {
  const held: Record<(typeof modifiers)[number], boolean> = {
    Control: pressed.ctrlKey,
    Alt: pressed.altKey,
    Shift: pressed.shiftKey,
    Super: pressed.metaKey,
  };
  const keys = [...modifiers.filter((name) => held[name]), keyOf(pressed)].join('+');
  return accelerator.test(keys) ? keys : null;
}

/** A letter by what the keyboard's layout makes of the key, where that is a Latin letter; the rest by its place. */
function keyOf({ key, code }: Pressed): string {
  if (/^[a-z]$/iu.test(key)) return key.toUpperCase();
  return code.replace(/^(?:Key|Digit)/u, '');
}

type Names = Readonly<Record<string, string>>;

const usual: Names = { Control: 'Ctrl' };

/** What keyboards of a language (ISO 639-1) have on keys that are not in English. */
const ofLanguage: Partial<Record<string, Names>> = {
  de: { Control: 'Strg', Shift: 'Umschalt', Space: 'Leertaste' },
  fr: { Shift: 'Maj', Space: 'Espace' },
  es: { Shift: 'Mayús', Space: 'Espacio' },
};

/** How keyboards of a system name the modifiers, whatever the language. */
const ofPlatform: Partial<Record<Platform, Names>> = {
  darwin: { Control: '⌃', Alt: '⌥', Shift: '⇧', Super: '⌘' },
  win32: { Super: 'Win' },
};

/** The keys of a shortcut, as the keyboard has them. @param language the window's, as ISO 639-1 */
export function keyNames(shortcut: string, platform: Platform, language: string): string[] {
  const names: Names = { ...usual, ...ofLanguage[language], ...ofPlatform[platform] };
  return shortcut.split('+').map((key) => names[key] ?? key);
}

/** The keys of which a shortcut needs one, in a list. */
export function heldKeyNames(platform: Platform, language: string): string {
  return keyNames('Control+Alt+Super', platform, language).join(', ');
}
