import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as english } from '@zxcvbn-ts/language-en';

/** How hard a text is to guess. */
export interface Guessing {
  /** One that many people use. */
  isCommon: boolean;
  /** Not to be taken as a new password or passphrase. */
  isGuessable: boolean;
  isStrong: boolean;
}

/**
 * What anyone would try first here: the product, and what it is for. They add nothing: what is left of a text without
 * them must still be `leastRest` characters.
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
  // And the ways in which letters may stand for others: some passwords took half a second.
  l33tMaxSubstitutions: 8,
});

/**
 * Judges a new password or passphrase in its one form (`plainPassword`); its length is looked at elsewhere. The one
 * judge of account service, application and window. 1.6 MB of word lists come with it and take a second to load:
 * import it when it is needed.
 *
 * @param own words of the person, such as a name or an address: they are easy to guess
 * @param known words that are known here besides `contextWords`, such as the service's name
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
