/** What we write, programs of other makes read: pyotp, the strictest, and zxing out of a QR code. */
import { spawnSync } from 'node:child_process';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { pythonWith } from '../../../src/bootstrap/python.ts';
import { encodeBase32 } from '../../../src/core/otp/base32.ts';
import type { OtpParameters } from '../../../src/core/otp/parameters.ts';
import { cleanText } from '../../../src/core/otpauth/label.ts';
import { parseOtpauth } from '../../../src/core/otpauth/parse.ts';
import { writeOtpauth } from '../../../src/core/otpauth/write.ts';
import { pictureOf } from '../../rig/qr-pictures.ts';
import { seed } from '../../rig/seed.ts';
import { readToEnd } from '../../unit/qr/reading.ts';

const piece = fc.oneof(
  fc.constantFrom(':', '::', '#', '?', '%3A', '%3a', '%25', '%', '&a=b', '&', '=', '+', ';', '/', '//', '\\'),
  fc.constantFrom(' ', '@', '[', ']', '👩‍🚀', '💚', '\u202e', 'שלום', 'مرحبا', 'ü', 'u\u0308', '：', 'secret='),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
);
const name = fc.array(piece, { maxLength: 5 }).map((pieces) => cleanText(pieces.join(''), []));
const shared = {
  secret: fc.uint8Array({ minLength: 10, maxLength: 64 }),
  algorithm: fc.constantFrom('SHA1', 'SHA256', 'SHA512'),
};
/** pyotp knows two kinds, and six to eight digits. */
const forPyotp: fc.Arbitrary<OtpParameters> = fc.oneof(
  fc.record({
    kind: fc.constant('totp'),
    ...shared,
    digits: fc.integer({ min: 6, max: 8 }),
    period: fc.integer({ min: 1, max: 86_400 }),
  }),
  fc.record({
    kind: fc.constant('hotp'),
    ...shared,
    digits: fc.integer({ min: 6, max: 8 }),
    counter: fc.maxSafeNat(),
  }),
);
const ours: fc.Arbitrary<OtpParameters> = fc.oneof(
  forPyotp,
  fc.record({
    kind: fc.constant('totp'),
    ...shared,
    digits: fc.constantFrom(5, 9, 10),
    period: fc.constant(30),
  }),
  fc.record({ kind: fc.constant('steam'), secret: shared.secret }),
);

const sample = <Kind>(parameters: fc.Arbitrary<Kind>) =>
  fc.sample(fc.record({ parameters, issuer: name, account: name }), { numRuns: 500, seed });

/** A name with full-width forms of what a reader would lose, as it was meant. */
const narrow = (text: string) => text.replaceAll(/[＃？：＆％]/g, (wide) => wide.normalize('NFKC'));

const answersSchema = z.array(z.looseObject({ issuer: z.string().nullish(), name: z.string().optional() }));

const readAll = `
import json, sys, pyotp
answers = []
for uri in json.load(sys.stdin):
    try:
        otp = pyotp.parse_uri(uri)
        answers.append({
            'kind': type(otp).__name__.lower(), 'secret': otp.secret, 'digits': otp.digits,
            'algorithm': otp.digest().name.upper(), 'issuer': otp.issuer, 'name': otp.name,
            'moving': otp.interval if isinstance(otp, pyotp.TOTP) else otp.initial_count})
    except Exception as error:
        answers.append({'refused': str(error)})
json.dump(answers, sys.stdout)
`;

test(`pyotp reads every name and setting that it knows (seed ${seed})`, () => {
  const python = pythonWith('pyotp');
  if (python === null) throw new Error('no Python with pyotp: npm test installs python3-pyotp on Debian');
  const entries = sample(forPyotp);
  const input = JSON.stringify(entries.map((entry) => writeOtpauth(entry)));
  const { stdout } = spawnSync(python, ['-c', readAll], { input, encoding: 'utf8' });
  const answers = answersSchema.parse(JSON.parse(stdout));
  expect(answers).toHaveLength(entries.length);
  for (const [at, { parameters, issuer, account }] of entries.entries()) {
    const { issuer: readIssuer, name: readName, ...read } = answers[at] ?? {};
    if (parameters.kind === 'steam') throw new Error('pyotp knows no Steam');
    expect(read, `${issuer}|${account}`).toEqual({
      kind: parameters.kind,
      secret: encodeBase32(parameters.secret),
      digits: parameters.digits,
      algorithm: parameters.algorithm,
      moving: parameters.kind === 'totp' ? parameters.period : parameters.counter,
    });
    // Without a name it makes one up.
    expect(narrow(readName ?? '')).toBe(narrow(account) || 'Secret');
    // It decodes a parameter twice and splits it at `&` and `;`: what other readers get right is not changed for it.
    if (!/[&;+%]/.test(issuer)) expect(narrow(readIssuer ?? '')).toBe(narrow(issuer));
  }
});

test(`zxing reads the QR code of every kind and name, and our parser reads that text (seed ${seed})`, async () => {
  for (const { parameters, issuer, account } of sample(ours)) {
    const uri = writeOtpauth({ parameters, issuer, account });
    const found = await readToEnd(pictureOf([uri]), { passes: 'first' });
    expect(found.map(({ text }) => text)).toEqual([uri]);
    const read = parseOtpauth(uri);
    if (!read.ok) throw new Error(read.refusal.code);
    expect(read.value.parameters).toEqual(parameters);
    expect([narrow(read.value.issuer), narrow(read.value.account)]).toEqual([
      narrow(issuer),
      narrow(account),
    ]);
    expect(read.value.unknownParameters).toEqual([]);
  }
});
