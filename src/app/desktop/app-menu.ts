import { keysOf, menuCommands, type OutsideCommandId } from '../../contract/commands.ts';
import type { Language } from '../../contract/vocabulary.ts';
import { sharedWords } from '../../contract/words/languages.ts';
import type { MenuLine } from '../ports.ts';

/** The application's menu on a Mac: commands in groups, with their keys. Elsewhere the window alone has them. */
export function appMenu(language: Language, run: (id: OutsideCommandId) => void): MenuLine[][] {
  return menuCommands.map((group) => group.map((id) => lineOf(id)));

  function lineOf(id: OutsideCommandId): MenuLine {
    const [keys] = keysOf(id, true);
    return {
      label: sharedWords[language].commands[id],
      ...(keys !== undefined && { keys: keys.replace('Mod', 'Command') }),
      press: () => run(id),
    };
  }
}
