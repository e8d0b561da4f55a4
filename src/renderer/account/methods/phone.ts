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

/** Every country that has numbers, by its name in the window's language. 140 kB come with it. */
export function countries(): Country[] {
  const names = new Intl.DisplayNames(locale(), { type: 'region' });
  return getCountries()
    .map((id) => ({ id, name: names.of(id) ?? id, callingCode: getCountryCallingCode(id) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale()));
}

export interface ReadNumber {
  /** E.164, such as `+31612345678`. */
  readonly e164: string;
  /** As people write it, with its country: `+31 6 12345678`. */
  readonly shown: string;
  readonly country: CountryCode | undefined;
}

/** Reads a number as it is dialled in `country`, or with `+` of any; null where it is not a whole one. */
export function readNumber(text: string, country: CountryCode): ReadNumber | null {
  const number = parsePhoneNumberFromString(plainNumber(text), country);
  if (!number?.isValid()) return null;
  return { e164: number.number, shown: number.formatInternational(), country: number.country };
}

/** The country that the person's system says they are in. */
export function homeCountry(all: readonly Country[]): CountryCode {
  const region = new Intl.Locale(locale()).maximize().region;
  return all.find(({ id }) => id === region)?.id ?? 'NL';
}
