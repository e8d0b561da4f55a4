import { secret, type Sample } from './sample.ts';
import { zip, type Member } from './zip.ts';

/** Lines as WinAuth writes them: its name as the label in the manner of forms, an icon, ends of Windows. */
export function winAuthText(names: readonly string[]): string {
  const lineOf = (name: string) => {
    const label = encodeURIComponent(name).replaceAll('%20', '+');
    return `otpauth://totp/${label}?secret=${secret.base32}&digits=6&icon=WinAuth\r\n`;
  };
  return names.map(lineOf).join('');
}

/** An archive with a text in it, under WinAuth's name or another. */
export function winAuthArchive(text: string, over: Partial<Member> = {}): Buffer {
  return zip([{ name: 'winauth-2024-01-02-03-04-05.txt', content: Buffer.from(text), ...over }]);
}

/** A file of each variant. */
export function winAuthSamples(): Sample[] {
  const text = winAuthText(['Deno', 'Airbnb: Elijah + James']);
  const usual = `otpauth://totp/Deno:Mason?secret=${secret.base32}&issuer=Deno\notpauth://totp/James?secret=${secret.base32}\n`;
  const passphrase = 'winauth';
  const shared = { format: 'winauth', entries: 2 };
  const locked = winAuthArchive(text, { encryption: { kind: 'zipcrypto', passphrase } });
  const plus = winAuthArchive(usual, { name: 'Accounts.txt', encryption: { kind: 'aes', passphrase } });
  const parts = (bytes: Buffer) => [
    14,
    18,
    32,
    bytes.indexOf('txt') + 3,
    bytes.indexOf('txt') + 20,
    bytes.length - 10,
  ];
  return [
    { ...shared, variant: 'text', bytes: Buffer.from(text), isLines: true },
    { ...shared, variant: 'zip', bytes: winAuthArchive(text) },
    { ...shared, variant: 'zip with ZipCrypto', bytes: locked, passphrase, parts: parts(locked) },
    { ...shared, variant: 'Authenticator Plus', bytes: plus, passphrase, parts: parts(plus) },
  ];
}
