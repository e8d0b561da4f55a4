import { plainPassword } from '../../contract/account-service/spelling.ts';
import { judgeGuessing } from '../../contract/passwords/guessing.ts';

export type Judgement = 'common' | 'containsName' | 'containsAddress' | 'tooGuessable' | 'good' | 'strong';

/** Whose secret it is and what for; empty if unknown or irrelevant. */
export interface Owner {
  name: string;
  address: string;
  service: string;
}

/**
 * Judges a new password as the account service will (src/account-service/passwords/quality.ts), or a new
 * passphrase as the application will: returns the first flaw, or how good it is. Its length is checked
 * elsewhere. It brings large word lists: load it only when needed.
 */
export function judge(typed: string, { name, address, service }: Owner): Judgement {
  const secret = plainPassword(typed);
  const lower = secret.toLowerCase();
  const nameParts = wordsOf(plainPassword(name));
  if (nameParts.some((part) => lower.includes(part))) return 'containsName';
  const [localPart = ''] = address.toLowerCase().split('@');
  const whole = address !== '' && lower.includes(address.toLowerCase());
  if (whole || (localPart.length >= 4 && lower.includes(localPart))) return 'containsAddress';
  const own = [...nameParts, address, localPart].filter((word) => word !== '');
  const { isCommon, isGuessable, isStrong } = judgeGuessing(secret, own, wordsOf(service));
  if (isCommon) return 'common';
  if (isGuessable) return 'tooGuessable';
  return isStrong ? 'strong' : 'good';
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word.length >= 4);
}
