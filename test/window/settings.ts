import type { Page } from '@playwright/test';
import { en, type Words } from '../../src/renderer/words/en/words.ts';
import { fr } from '../../src/renderer/words/fr/words.ts';
import { nl } from '../../src/renderer/words/nl/words.ts';
import { de } from '../../src/renderer/words/de/words.ts';
import { es } from '../../src/renderer/words/es/words.ts';
import { defaultPreferences } from '../../src/contract/preferences.ts';
import type { Language } from '../../src/contract/vocabulary.ts';
import type { Section } from '../../src/renderer/navigation/place.ts';

export { languages as everyLanguage, type Language } from '../../src/contract/vocabulary.ts';

export const languages: Record<Language, Words> = { en, nl, fr, de, es };

/** The preferences of someone who reads this language. */
export function reading(language: Language) {
  return { preferences: { ...defaultPreferences, language } };
}

/** Goes from the codes to a section of the settings. */
export async function openSection(page: Page, section: Section, language: Language = 'en'): Promise<void> {
  const words = languages[language];
  await page.getByRole('button', { name: words.codes.menu, exact: true }).click();
  await page.getByRole('menuitem', { name: words.settings.title }).click();
  // One section's name may end another's: “Seguridad”, “Copias de seguridad”.
  await page.getByRole('button', { name: new RegExp(`^${words.settings[section]}`) }).click();
  await page.getByRole('heading', { level: 1, name: words.settings[section] }).waitFor();
}
