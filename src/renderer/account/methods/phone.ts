import { getCountries, getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { CountryCode } from 'libphonenumber-js/min';
import { plainNumber } from '../../../contract/account-service/spelling.ts';
import { locale } from '../../words/dates.ts';

export interface Country {
  readonly id: CountryCode;
  readonly name: string;
  /** Such as `31`. */
  readonly callingCode: string;
}

/** Every country with phone numbers, named in the window's language. Adds 140 kB. */
export function countries(): Country[] {
  const names = new Intl.DisplayNames(locale(), { type: 'region' });
  return getCountries()
    .map((id) => ({ id, name: names.of(id) ?? id, callingCode: getCountryCallingCode(id) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale()));
}

export interface ReadNumber {
  /** E.164, such as `+31612345678`. */
  readonly e164: string;
  /** The usual notation with the country: `+31 6 12345678`. */
  readonly shown: string;
  readonly country: CountryCode | undefined;
}

/** Reads a number as dialled in `country`, or with any `+` prefix; null if it is not a complete number. */
export function readNumber(text: string, country: CountryCode): ReadNumber | null {
  const number = parsePhoneNumberFromString(plainNumber(text), country);
  if (!number?.isValid()) return null;
  return { e164: number.number, shown: number.formatInternational(), country: number.country };
}

/** The country according to the person's system. */
export function homeCountry(all: readonly Country[]): CountryCode {
  const region = new Intl.Locale(locale()).maximize().region;
  return all.find(({ id }) => id === region)?.id ?? 'NL';
}
