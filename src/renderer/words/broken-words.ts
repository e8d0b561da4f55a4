import type { Language } from '../../contract/vocabulary.ts';
import { broken as en } from './en/broken.ts';
import { broken as fr } from './fr/broken.ts';
import { broken as nl } from './nl/broken.ts';
import { broken as de } from './de/broken.ts';
import { broken as es } from './es/broken.ts';

/** The words of the page of last resort in each language, all of them there from the start: loading one could fail too. */
export const brokenWords: Record<Language, Record<keyof typeof en, string>> = { en, nl, fr, de, es };
