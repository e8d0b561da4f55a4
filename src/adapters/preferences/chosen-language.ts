import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The file in the data folder that holds the settings. */
export const preferenceFileName = 'preferences.json';

/**
 * The language that the settings say; null if they leave it to the system, or can't be read. Reads nothing else of them
 * and checks nothing, for a start that waits for no schema.
 */
export function chosenLanguage(folder: string): string | null {
  try {
    const stored: unknown = JSON.parse(readFileSync(join(folder, preferenceFileName), 'utf8'));
    const language: unknown = Reflect.get(Object(stored), 'language');
    return typeof language === 'string' && language !== 'system' ? language : null;
  } catch {
    return null;
  }
}
