import { encodeBase32 } from '../otp/base32.ts';
import { checkOtpParameters } from '../otp/parameters.ts';
import type { OtpParameters } from '../otp/parameters.ts';
import { encodeStrictly, keyUriNames } from './key-uri-names.ts';
import { cleanText } from './label.ts';
import type { ParsedOtpauth } from './parsed.ts';

/** What a URI is written from; any result of `parseOtpauth` fits. */
export type WritableOtpauth = Pick<ParsedOtpauth, 'parameters' | 'issuer' | 'account'> &
  Partial<Pick<ParsedOtpauth, 'unknownParameters'>>;

/**
 * Writes an otpauth URI that the strictest readers accept (`keyUriNames`): RFC 3986 percent-encoding, label
 * `Issuer:account`, the issuer again as a parameter, every setting spelled out, then the unknown parameters in
 * order. Steam entries become `otpauth://steam/…`. The text holds the secret. It can exceed what is read back
 * (`isTooLong`) if issuer and account together fill a kilobyte.
 *
 * @throws OtpError for parameters that could not make a code
 */
export function writeOtpauth(entry: WritableOtpauth): string {
  const { parameters } = entry;
  checkOtpParameters(parameters);
  const { label, issuer } = keyUriNames(cleanText(entry.issuer, []), cleanText(entry.account, []));
  const pairs = [['secret', encodeBase32(parameters.secret)], ...(issuer === '' ? [] : [['issuer', issuer]])];
  const others = [...settingsOf(parameters), ...(entry.unknownParameters ?? [])];
  pairs.push(...others.map((pair) => pair.map(encodeStrictly)));
  return `otpauth://${parameters.kind}/${label}?${pairs.map((pair) => pair.join('=')).join('&')}`;
}

function settingsOf(parameters: OtpParameters): (readonly [string, string])[] {
  if (parameters.kind === 'steam') return [];
  const moving =
    parameters.kind === 'totp'
      ? (['period', String(parameters.period)] as const)
      : (['counter', String(parameters.counter)] as const);
  return [['algorithm', parameters.algorithm], ['digits', String(parameters.digits)], moving];
}
