import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as english } from '@zxcvbn-ts/language-en';
import { accountLimits, passwordFlaws } from '../../contract/account.ts';
import { plainPassword } from '../../contract/account/spelling.ts';

/**
 * What anyone would try first here: the product, and what it is for. Like the service's own name (`SERVICE_NAME`) they
 * add nothing: what is left of a password without them must still be `leastRest` characters.
 */
const contextWords = ['latchkey', 'authenticator', 'account', 'password', 'wachtwoord', 'sleutel'] as const;
const leastRest = 8;

export type PasswordFlaw = (typeof passwordFlaws)[number];

const commonPasswords = new Set(common['passwords-common'].map((word) => word.toLowerCase()));
const lowestScore = 3;
let estimator: ZxcvbnFactory | null = null;

/**
 * Judges a new password in its one form: 15 to 128 characters (code points) of any kind, no composition rules; refused
 * when it is guessable (zxcvbn below 3 of 4), common, or contains the person's name or address.
 *
 * @param service the service's name: a word that is known here, like `contextWords`
 * @returns every flaw; empty when the password is good
 */
export function judgePassword(typed: string, name: string, address: string, service: string): PasswordFlaw[] {
  const flaws: PasswordFlaw[] = [];
  const password = plainPassword(typed);
  const length = Array.from(password).length;
  if (length < accountLimits.passwordMin) flaws.push('tooShort');
  if (length > accountLimits.passwordMax) return ['tooLong'];
  const lower = password.toLowerCase();
  const nameParts = plainPassword(name)
    .toLowerCase()
    .split(/\s+/)
    .filter((part) => part.length >= 4);
  if (nameParts.some((part) => lower.includes(part))) flaws.push('containsName');
  const [localPart = ''] = address.toLowerCase().split('@');
  if (lower.includes(address.toLowerCase()) || (localPart.length >= 4 && lower.includes(localPart))) {
    flaws.push('containsAddress');
  }
  if (commonPasswords.has(lower)) flaws.push('common');
  estimator ??= new ZxcvbnFactory({
    dictionary: { ...common, ...english },
    graphs: adjacencyGraphs,
    // Bounds the time: longer passwords are judged by their first 64 characters.
    maxLength: 64,
    // And the ways in which letters may stand for others: some passwords took half a second.
    l33tMaxSubstitutions: 8,
  });
  const score = estimator.check(password, [...nameParts, address, localPart]).score;
  if (score < lowestScore || withoutKnownWords(lower, service).length < leastRest) flaws.push('tooGuessable');
  return flaws;
}

function withoutKnownWords(password: string, service: string): string[] {
  const named = service
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word.length >= 4);
  return Array.from([...named, ...contextWords].reduce((rest, word) => rest.replaceAll(word, ''), password));
}
