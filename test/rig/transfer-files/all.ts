import { aegisSamples } from './aegis.ts';
import { andOtpSamples } from './and-otp.ts';
import { bitwardenSamples } from './bitwarden.ts';
import { cxfSamples } from './cxf.ts';
import { duoSamples } from './duo.ts';
import { enteSamples } from './ente.ts';
import { freeOtpSamples } from './free-otp-plus.ts';
import { googleSamples } from './google.ts';
import { keepassSamples } from './keepass.ts';
import { lastPassSamples } from './last-pass.ts';
import { latchkeySamples } from './latchkey.ts';
import { protonSamples } from './proton.ts';
import { raivoSamples } from './raivo.ts';
import { secret, type Sample } from './sample.ts';
import { steamSamples } from './steam.ts';
import { stratumSamples } from './stratum.ts';
import { twoFasSamples } from './two-fas.ts';
import { winAuthSamples } from './win-auth.ts';

/** A file of every format and variant, small and cheap to open. */
export async function allSamples(): Promise<Sample[]> {
  return [
    ...aegisSamples(),
    ...andOtpSamples(),
    ...duoSamples(),
    ...freeOtpSamples(),
    ...lastPassSamples(),
    ...raivoSamples(),
    ...steamSamples(),
    ...stratumSamples(),
    ...twoFasSamples(),
    ...winAuthSamples(),
    ...otpauthSamples(),
    ...googleSamples(),
    ...(await enteSamples()),
    ...(await protonSamples()),
    ...(await bitwardenSamples()),
    ...(await cxfSamples()),
    ...(await keepassSamples()),
    ...(await latchkeySamples()),
  ];
}

/** Lists, and texts to be searched. */
function otpauthSamples(): Sample[] {
  const lines = [
    `otpauth://totp/Deno:Mason?secret=${secret.base32}&issuer=Deno&algorithm=SHA256&digits=8&period=60`,
    `otpauth://hotp/James?secret=${secret.base32}&counter=5`,
    `steam://${secret.base32}${secret.base32}`,
    'motp://Deno:Mason?secret=00112233445566778899aabbccddeeff',
  ];
  const list = lines.join('\n');
  const mail = `Dear Mason,\n\n<a href="${lines[0]?.replaceAll('&', '&amp;')}">scan</a> or\n> ${lines[1]}\n\nThanks`;
  return [
    { format: 'otpauth', variant: 'list', bytes: Buffer.from(list), entries: 4, isLines: true },
    { format: 'otpauth', variant: 'mail', bytes: Buffer.from(mail), entries: 2, isLines: true },
  ];
}
