import type { Page } from '@playwright/test';
import { en } from '../../src/renderer/words/en/words.ts';
import { nl } from '../../src/renderer/words/nl/words.ts';
import { defaultPreferences } from '../../src/contract/preferences.ts';
import type { Section } from '../../src/renderer/navigation/place.ts';

export const languages = { en, nl } as const;
export type Language = keyof typeof languages;

/** The preferences of someone who reads this language. */
export function reading(language: Language) {
  return { preferences: { ...defaultPreferences, language } };
}

/** Goes from the codes to a section of the settings. */
export async function openSection(page: Page, section: Section, language: Language = 'en'): Promise<void> {
  const words = languages[language];
  await page.getByRole('button', { name: words.codes.menu, exact: true }).click();
  await page.getByRole('menuitem', { name: words.settings.title }).click();
  await page.getByRole('button', { name: words.settings[section] }).click();
  await page.getByRole('heading', { level: 1, name: words.settings[section] }).waitFor();
}
