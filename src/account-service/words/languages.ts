import type { Language } from '../../contract/vocabulary.ts';
import type { LandingWords } from '../http/landing-words.ts';
import type { Wording } from '../outbox/messages/message.ts';
import * as en from './en/words.ts';
import * as fr from './fr/words.ts';
import * as nl from './nl/words.ts';
import * as de from './de/words.ts';
import * as es from './es/words.ts';

/** What the service says in a language. */
export interface ServiceWords {
  messages: Wording;
  landing: LandingWords;
}

/** The words of mails, SMS and landing pages in each language. */
export const wordsOf: Record<Language, ServiceWords> = { en, nl, fr, de, es };
