import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { plainNumber } from '../../../contract/account-service/spelling.ts';
import { maskNumber } from '../../account/address.ts';
import { refusal } from '../../refusal.ts';
import type { Method } from '../method.ts';
import { insertMethod } from '../row.ts';
import { sendFirstCode, verifySentCode } from '../sent-code.ts';

/** Codes by SMS. */
export const sms: Method = {
  read: (text, config) => readNumber(text, config.SMS_COUNTRIES),
  async begin(tx, service, beginning) {
    await insertMethod(tx, service, beginning, { kind: 'sms' });
    const sent = await sendFirstCode(tx, service, beginning, sms.challenge(beginning));
    return { kind: 'sms', methodId: beginning.methodId, ...sent };
  },
  challenge: ({ destination }) => ({ by: 'sentCode', channel: 'sms', to: destination }),
  verify: verifySentCode,
  hint: maskNumber,
};

/**
 * Reads a mobile number in international format and keeps it as E.164. Refuses numbers that can't receive SMS
 * or charge the caller, and countries not on the list.
 *
 * @param countries ISO 3166 codes, and calling codes of networks without a country (`881`); empty for all
 * @throws `DESTINATION_INVALID`
 */
function readNumber(text: string, countries: readonly string[]): { destination: string; key: string } {
  const number = parsePhoneNumberFromString(plainNumber(text), { extract: false });
  const type = number?.getType();
  const isMobile = type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE';
  // Satellite and other networks without a country are served if their calling code is listed.
  const where: string | undefined = number?.country ?? number?.countryCallingCode;
  const isServed =
    countries.length === 0 ? number?.country !== undefined : countries.some((one) => one === where);
  if (!number?.isValid() || !isMobile || !isServed) throw refusal('DESTINATION_INVALID');
  return { destination: number.number, key: number.number };
}
