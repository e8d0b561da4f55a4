import { encodeBase32 } from '../otp/base32.ts';
import { checkOtpParameters } from '../otp/parameters.ts';
import type { OtpParameters } from '../otp/parameters.ts';
import { cleanText } from './label.ts';
import type { ParsedOtpauth } from './parsed.ts';

/** What a URI is written from; any result of `parseOtpauth` fits. */
export type WritableOtpauth = Pick<ParsedOtpauth, 'parameters' | 'issuer' | 'account'> &
  Partial<Pick<ParsedOtpauth, 'unknownParameters'>>;

/**
 * Writes an otpauth URI strictly: RFC 3986 percent-encoding, label `Issuer:account`, the issuer again as a
 * parameter, every setting spelled out, then the unknown parameters in order. Steam entries become
 * `otpauth://steam/…`. The text holds the secret. It can exceed the 4 KiB that are read back if issuer and
 * account together fill a kilobyte; callers that show it as a QR code hit the QR code's limit.
 *
 * @throws OtpError for parameters that could not make a code
 */
export function writeOtpauth(entry: WritableOtpauth): string {
  const { parameters } = entry;
  checkOtpParameters(parameters);
  const issuer = cleanText(entry.issuer, []);
  const pairs: (readonly [string, string])[] = [['secret', encodeBase32(parameters.secret)]];
  if (issuer !== '') pairs.push(['issuer', issuer]);
  pairs.push(...settingsOf(parameters), ...(entry.unknownParameters ?? []));
  const query = pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
  return `otpauth://${parameters.kind}/${labelOf(issuer, cleanText(entry.account, []))}?${query}`;
}

function labelOf(issuer: string, account: string): string {
  // Without an issuer, readers would take an account's first colon for the end of the issuer.
  const isPrefixed = issuer !== '' || account.includes(':');
  return isPrefixed ? `${encode(issuer)}:${encode(account)}` : encode(account);
}

function settingsOf(parameters: OtpParameters): (readonly [string, string])[] {
  if (parameters.kind === 'steam') return [];
  const moving =
    parameters.kind === 'totp'
      ? (['period', String(parameters.period)] as const)
      : (['counter', String(parameters.counter)] as const);
  return [['algorithm', parameters.algorithm], ['digits', String(parameters.digits)], moving];
}

/** Encodes all but RFC 3986's unreserved characters, as UTF-8; a lone surrogate becomes U+FFFD. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
