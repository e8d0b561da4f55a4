import { commands, keysOf, windowCommands, type WindowCommandId } from '../../contract/commands.ts';
import type { Platform } from '../../contract/vocabulary.ts';
import { keyNames, type Pressed } from '../preferences/keys.ts';

/** The command that these pressed keys give; null if they give none. */
export function commandOfKeys(pressed: Pressed, isMac: boolean): WindowCommandId | null {
  return (
    windowCommands.find((id) => keysOf(id, isMac).some((keys) => isPressed(keys, pressed, isMac))) ?? null
  );
}

function isPressed(keys: string, pressed: Pressed, isMac: boolean): boolean {
  const held = keys.split('+');
  const key = held.pop() ?? '';
  const [mod, other] = isMac ? [pressed.metaKey, pressed.ctrlKey] : [pressed.ctrlKey, pressed.metaKey];
  if (mod !== held.includes('Mod') || other || pressed.altKey !== held.includes('Alt')) return false;
  // Some layouts have a sign on the upper half of a key.
  if (pressed.shiftKey && /^(?:[A-Z]|F\d+|ArrowLeft)$/u.test(key)) return false;
  return keyOf(pressed) === key;
}

/** A letter by what the keyboard's layout makes of the key, where that is a Latin letter; else by its place. */
function keyOf({ key, code }: Pressed): string {
  if (/^[a-z]$/iu.test(key)) return key.toUpperCase();
  return /^Key[A-Z]$/u.test(code) && !/^[!-~]$/u.test(key) ? code.slice(3) : key;
}

/** A command's keys, as this keyboard has them; null: it has none. @param language the window's, as ISO 639-1 */
export function shownKeys(
  id: WindowCommandId,
  platform: Platform,
  language: string,
): readonly string[] | null {
  const [keys] = keysOf(id, platform === 'darwin');
  return keys === undefined ? null : namesOf(keys, platform, language);
}

/** The same for each of its combinations. */
export function allShownKeys(
  id: WindowCommandId,
  platform: Platform,
  language: string,
): readonly (readonly string[])[] {
  return keysOf(id, platform === 'darwin').map((keys) => namesOf(keys, platform, language));
}

/** The keys in one text, for a menu. */
export function keysText(
  id: keyof typeof commands & WindowCommandId,
  platform: Platform,
  language: string,
): string {
  return (shownKeys(id, platform, language) ?? []).join(platform === 'darwin' ? '' : '+');
}

const signs: Record<string, string> = { ArrowLeft: '←' };

function namesOf(keys: string, platform: Platform, language: string): string[] {
  const mod = platform === 'darwin' ? 'Super' : 'Control';
  return keyNames(keys.replace('Mod', mod), platform, language).map((key) => signs[key] ?? key);
}
