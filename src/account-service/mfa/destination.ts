import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { addressSchema, type MethodKind } from '../../contract/account-service.ts';
import { plainNumber } from '../../contract/account-service/spelling.ts';
import { addressKey } from '../account/address.ts';
import { refusal } from '../refusal.ts';

/**
 * Reads where a new method's codes go: an address, or a mobile number in international form, kept as E.164. Numbers
 * that can't get SMS, or cost whoever calls them, are refused, and so are countries not on the list.
 *
 * @param countries ISO 3166 codes, and calling codes of networks of no country (`881`); empty for every country
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
      return { destination: text, key: null };
    case 'email': {
      const address = addressSchema.safeParse(text).data;
      if (address === undefined) throw refusal('DESTINATION_INVALID');
      return { destination: address, key: addressKey(address) };
    }
    case 'sms': {
      const number = parsePhoneNumberFromString(plainNumber(text), { extract: false });
      const type = number?.getType();
      const isMobile = type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE';
      // Satellites and other networks of no country are served where their calling code is named.
      const where: string | undefined = number?.country ?? number?.countryCallingCode;
      const isServed =
        countries.length === 0 ? number?.country !== undefined : countries.some((one) => one === where);
      if (!number?.isValid() || !isMobile || !isServed) throw refusal('DESTINATION_INVALID');
      return { destination: number.number, key: number.number };
    }
  }
}
