import type { Random } from './random.ts';

const ISSUERS = [
  'GitHub',
  'ACME Co',
  'Example',
  'Müller & Söhne',
  'Bank of Somewhere',
  'Proxmox VE',
  'AWS',
  '会社',
];
const NAMES = ['alice', 'bob.smith', 'ops+otp', 'jürgen', 'root', 'first.middle.last', 'a'];
const HOSTS = ['example.com', 'corp.example.org', 'mail.example.net', 'x.io'];
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** An otpauth URI as services print them: 16 to 64 characters of secret, with or without the parameters. */
export function otpauthUri(random: Random): string {
  const issuer = random.pick(ISSUERS);
  const account = `${random.pick(NAMES)}@${random.pick(HOSTS)}`;
  const secret = Array.from({ length: random.pick([16, 16, 26, 32, 32, 52, 64]) }, () =>
    BASE32.charAt(random.whole(0, BASE32.length - 1)),
  ).join('');
  const label = random.chance(0.8)
    ? `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`
    : encodeURIComponent(account);
  const rest = random.chance(0.5) ? `&algorithm=${random.pick(['SHA1', 'SHA256'])}&digits=6&period=30` : '';
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}${rest}`;
}

/** A migration link of the length that `accounts` accounts take: random bytes in base64, as dense as real ones. */
export function migrationUri(random: Random, accounts: number): string {
  const bytes = Uint8Array.from({ length: accounts * 60 + 10 }, () => random.whole(0, 255));
  return `otpauth-migration://offline?data=${encodeURIComponent(Buffer.from(bytes).toString('base64'))}`;
}
