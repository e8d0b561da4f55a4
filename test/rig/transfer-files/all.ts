import { aegisSamples } from './aegis.ts';
import { andOtpSamples } from './and-otp.ts';
import { duoSamples } from './duo.ts';
import { freeOtpSamples } from './free-otp-plus.ts';
import { lastPassSamples } from './last-pass.ts';
import { raivoSamples } from './raivo.ts';
import { steamSamples } from './steam.ts';
import { stratumSamples } from './stratum.ts';
import { twoFasSamples } from './two-fas.ts';
import { winAuthSamples } from './win-auth.ts';
import { cxfHeader, totp } from './cxf.ts';
import { jsonFile, loginItem, protectedExport, vaultExport } from './bitwarden.ts';
import { enteSamples } from './ente.ts';
import { googleSamples } from './google.ts';
import { keepassFile } from './keepass.ts';
import { passphraseSlot, vaultFile } from './latchkey.ts';
import { protonSamples } from './proton.ts';
import { secret, type Sample } from './sample.ts';

const passphrase = 'correct horse';

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
    ...(await passwordManagerSamples()),
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

async function passwordManagerSamples(): Promise<Sample[]> {
  const vault = vaultExport([
    loginItem('Deno', secret.base32),
    loginItem('James', `steam://${secret.base32}`),
  ]);
  const kdf = { kdfType: 0, kdfIterations: 1 };
  const locked = await protectedExport(JSON.stringify(vault), passphrase, kdf);
  const csv = `folder,favorite,type,name,notes,fields,reprompt,login_uri,login_username,login_password,login_totp\n,,login,Deno,,,0,,Mason,,${secret.base32}\n`;
  const item = { id: 'aXRlbQ', creationAt: 1, modifiedAt: 1, title: 'Deno', credentials: [totp()] };
  const entry = {
    fields: { Title: 'Deno', UserName: 'Mason' },
    hidden: { otp: `otpauth://totp/x?secret=${secret.base32}` },
  };
  const keepass3 = await keepassFile([entry], { version: 3, rounds: 1, passphrase });
  const keepass4 = await keepassFile([entry], { kdf: 'aes', rounds: 1, passphrase });
  const record = { id: '018f0000-0000-7000-8000-000000000001', issuer: 'Deno', account: 'Mason' };
  const latchkey = vaultFile(
    [await passphraseSlot(passphrase)],
    [{ kind: 2, json: record, secret: Buffer.alloc(20, 7) }],
  );
  return [
    { format: 'bitwarden', variant: 'plain', bytes: jsonFile(vault), entries: 2 },
    { format: 'bitwarden', variant: 'encrypted', bytes: jsonFile(locked), passphrase, entries: 2 },
    { format: 'bitwarden', variant: 'CSV', bytes: Buffer.from(csv), entries: 1, isLines: true },
    { format: 'cxf', variant: 'JSON', bytes: jsonFile(cxfHeader([item])), entries: 1 },
    { format: 'keepass', variant: 'KDBX 3', bytes: keepass3, passphrase, entries: 1 },
    { format: 'keepass', variant: 'KDBX 4', bytes: keepass4, passphrase, entries: 1 },
    { format: 'latchkey', variant: 'vault', bytes: latchkey, passphrase, entries: 0 },
  ];
}
