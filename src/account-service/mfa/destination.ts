import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { addressSchema, type MethodKind } from '../../contract/account.ts';
import { addressKey } from '../account/address.ts';
import { refusal } from '../refusal.ts';

/**
 * Reads where a new method's codes go: an address, or a mobile number in international form, kept as E.164. Numbers
 * that can't get SMS, or cost whoever calls them, are refused, and so are countries not on the list.
 *
 * @param countries ISO 3166 codes; empty for all
 * @returns what to show and what it counts as; no key for an authenticator app, whose destination is a label
 * @throws `DESTINATION_INVALID`
 */
export function readDestination(
  kind: MethodKind,
  text: string,
  countries: readonly string[],
): { destination: string; key: string | null } {
  switch (kind) {
    case 'totp':
      return { destination: text.slice(0, 100), key: null };
    case 'email': {
      if (!addressSchema.safeParse(text).success) throw refusal('DESTINATION_INVALID');
      return { destination: text, key: addressKey(text) };
    }
    case 'sms': {
      const number = parsePhoneNumberFromString(text, { extract: false });
      const type = number?.getType();
      const isMobile = type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE';
      const isServed = countries.length === 0 || countries.some((country) => country === number?.country);
      if (!number?.isValid() || !isMobile || !isServed) throw refusal('DESTINATION_INVALID');
      return { destination: number.number, key: number.number };
    }
  }
}
