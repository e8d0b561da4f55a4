import type { CommandId } from '../commands.ts';
import type { Language } from '../vocabulary.ts';
import * as en from './en/words.ts';
import * as fr from './fr/words.ts';
import * as nl from './nl/words.ts';
import * as de from './de/words.ts';
import * as es from './es/words.ts';

/** What Latchkey says outside of its window too. */
interface SharedWords {
  readonly commands: Record<CommandId, string>;
  readonly tray: Record<keyof typeof en.tray, string>;
  readonly shortcut: string;
}

/** The words that the window, the tray, the menu and the desktop share, in each language. */
export const sharedWords: Record<Language, SharedWords> = { en, nl, fr, de, es };
