import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as english } from '@zxcvbn-ts/language-en';

/** How hard a text is to guess. */
export interface Guessing {
  /** Whether many people use it. */
  isCommon: boolean;
  /** Whether it must be rejected as a new password or passphrase. */
  isGuessable: boolean;
  isStrong: boolean;
}

/**
 * What anyone would try first here: the product and its purpose. These words add no strength: the rest of the
 * text without them must still have `leastRest` characters.
 */
const contextWords = ['latchkey', 'authenticator', 'account', 'password', 'wachtwoord', 'sleutel'] as const;
const leastRest = 8;

/** zxcvbn scores from 0 to 4. */
const lowestScore = 3;
const strongScore = 4;

const commonPasswords = new Set(common['passwords-common'].map((word) => word.toLowerCase()));
const estimator = new ZxcvbnFactory({
  dictionary: { ...common, ...english },
  graphs: adjacencyGraphs,
  // Bounds the time: longer texts are judged by their first 64 characters.
  maxLength: 64,
  // Bounds the letter substitutions, too: some passwords took half a second.
  l33tMaxSubstitutions: 8,
});

/**
 * Judges a new password or passphrase in normalized form (`plainPassword`); length is checked elsewhere. Shared
 * by the account service, application and window. Its 1.6 MB of word lists take a second to load, so import it
 * only when needed.
 *
 * @param own the person's own words, such as a name or an address, which are easy to guess
 * @param known context words besides `contextWords`, such as the service's name
 */
export function judgeGuessing(text: string, own: string[] = [], known: string[] = []): Guessing {
  const lower = text.toLowerCase();
  const rest = [...known, ...contextWords].reduce((left, word) => left.replaceAll(word, ''), lower);
  const { score } = estimator.check(text, own);
  const isCommon = commonPasswords.has(lower);
  return {
    isCommon,
    isGuessable: isCommon || score < lowestScore || Array.from(rest).length < leastRest,
    isStrong: score >= strongScore,
  };
}
