import process from 'node:process';
import { dataFolder } from '../adapters/data-folder.ts';
import { environmentLanguages } from '../adapters/environment-languages.ts';
import { chosenLanguage } from '../adapters/preferences/chosen-language.ts';

/** The languages that the person wants here: the one that the settings say, else those of the environment. */
export function wishedLanguages(): string[] {
  const chosen = chosenLanguage(dataFolder());
  return chosen === null ? environmentLanguages(process.env) : [chosen];
}
