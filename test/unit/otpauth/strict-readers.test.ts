import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTotpSecret } from '../../../src/account-service/mfa/totp/code.ts';
import { parseOtpauth } from '../../../src/core/otpauth/parse.ts';

/**
 * Reads as pyotp 2.9's `parse_uri` does: it decodes the whole URI first, splits the label at its first colon, and
 * refuses an issuer that is not the label's, and parameters that it does not know.
 */
function readLikePyotp(uri: string) {
  const [, path = '', query = ''] =
    /^otpauth:\/\/totp\/([^?#]*)\??([^#]*)/su.exec(decodeURIComponent(uri)) ?? [];
  const [, labelIssuer, name = path] = /^(.*?)(?::|%3A)(.*)$/su.exec(path) ?? [];
  const parameters = new Map<string, string>();
  for (const piece of query.split('&')) {
    const [, key = '', raw = ''] = /^([^=]*)=(.+)$/su.exec(piece) ?? [];
    if (key !== '') parameters.set(key, raw.replaceAll('+', ' '));
  }
  for (const key of parameters.keys()) {
    if (!['secret', 'issuer', 'algorithm', 'digits', 'period', 'image'].includes(key))
      throw new Error(`parameter ${key}`);
  }
  const issuer = parameters.get('issuer');
  if (labelIssuer !== undefined && issuer !== undefined && labelIssuer !== issuer)
    throw new Error('two issuers');
  return { ...Object.fromEntries(parameters), issuer: issuer ?? labelIssuer ?? '', name };
}

const name = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ':',
        '/',
        '//',
        '%',
        '%3A',
        '%25',
        '&',
        '=',
        '?',
        '#',
        '+',
        ' ',
        '@',
        ';',
        'ü',
        '💚',
        '\u202e',
        'שלום',
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    ),
    { maxLength: 6 },
  )
  .map((pieces) => pieces.join('').toWellFormed());
test('what the account service writes, pyotp and our own reader read, whatever a service or a person is called', () => {
  fc.assert(
    fc.property(name, name, (service, address) => {
      const { uri, base32, secret: bytes } = createTotpSecret(service, address);
      expect(readLikePyotp(uri)).toMatchObject({ secret: base32, digits: '6', period: '30' });
      expect(parseOtpauth(uri)).toMatchObject({
        ok: true,
        value: { parameters: { secret: new Uint8Array(bytes), digits: 6, period: 30 }, labelIssuer: null },
      });
    }),
    { numRuns: 10_000 },
  );
});

test.each([
  ['Acme: Staging', 'ann@example.com', 'Acme: Staging', 'ann@example.com'],
  ['AT&T', 'ann+x@example.com', 'AT', 'ann+x@example.com'],
  ['Acme', 'ann#x@example.com', 'Acme', 'ann＃x@example.com'],
  ['Acme', 'ops:ann', 'Acme', 'ops:ann'],
])('%s, %s: pyotp reads %s, %s', (issuer, account, readIssuer, readName) => {
  expect(readLikePyotp(createTotpSecret(issuer, account).uri)).toMatchObject({
    issuer: readIssuer,
    name: readName,
  });
});
