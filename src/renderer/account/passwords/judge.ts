import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as english } from '@zxcvbn-ts/language-en';
import { plainPassword } from '../../../contract/account/spelling.ts';

export type Judgement = 'common' | 'containsName' | 'containsAddress' | 'tooGuessable' | 'good' | 'strong';

const commonPasswords = new Set(common['passwords-common'].map((word) => word.toLowerCase()));
const estimator = new ZxcvbnFactory({
  dictionary: { ...common, ...english },
  graphs: adjacencyGraphs,
  maxLength: 64,
  // As the service has it: a hundred, the default, can keep the window still for half a second.
  l33tMaxSubstitutions: 8,
});

/**
 * Judges a new password as the account service will (src/account-service/passwords/quality.ts): the first flaw, or
 * how good it is. Its length is looked at elsewhere. 1.6 MB of word lists come with it: load it when it is needed.
 */
export function judge(typed: string, name: string, address: string): Judgement {
  const password = plainPassword(typed);
  const lower = password.toLowerCase();
  const nameParts = plainPassword(name)
    .toLowerCase()
    .split(/\s+/)
    .filter((part) => part.length >= 4);
  if (nameParts.some((part) => lower.includes(part))) return 'containsName';
  const [localPart = ''] = address.toLowerCase().split('@');
  const whole = address !== '' && lower.includes(address.toLowerCase());
  if (whole || (localPart.length >= 4 && lower.includes(localPart))) return 'containsAddress';
  if (commonPasswords.has(lower)) return 'common';
  const { score } = estimator.check(password, [...nameParts, address, localPart]);
  if (score < 3) return 'tooGuessable';
  return score === 3 ? 'good' : 'strong';
}
