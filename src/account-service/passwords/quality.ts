import { accountLimits, passwordFlaws } from '../../contract/account-service.ts';
import { plainPassword } from '../../contract/account-service/spelling.ts';
import { judgeGuessing } from '../../contract/passwords/guessing.ts';

export type PasswordFlaw = (typeof passwordFlaws)[number];

/**
 * Judges a new password in its one form: 15 to 128 characters (code points) of any kind, without composition
 * rules. Refuses one that is guessable, common, or contains the person's name or address.
 *
 * @param service the service's name: its words are known here and add no strength
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
  const named = service
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word.length >= 4);
  const { isCommon, isGuessable } = judgeGuessing(password, [...nameParts, address, localPart], named);
  if (isCommon) flaws.push('common');
  if (isGuessable) flaws.push('tooGuessable');
  return flaws;
}
