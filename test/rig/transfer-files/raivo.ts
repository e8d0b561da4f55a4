import { json, secret, type Sample } from './sample.ts';
import { zip, type Member } from './zip.ts';

/** An entry as the application writes it, with other members where a test gives them. */
export function raivoEntry(over: object = {}) {
  return {
    issuer: 'Deno',
    account: 'Mason',
    secret: secret.base32,
    algorithm: 'SHA1',
    digits: '6',
    kind: 'TOTP',
    timer: '30',
    counter: '0',
    pinned: 'false',
    iconType: 'raivo_repository',
    iconValue: 'deno/deno.png',
    ...over,
  };
}

/** An archive as the application writes it: stored, with a page to print in front. */
export function raivoArchive(content: Uint8Array, encryption?: Member['encryption']): Buffer {
  const member = (name: string, bytes: Uint8Array): Member => ({
    name,
    content: bytes,
    isStored: true,
    ...(encryption && { encryption }),
  });
  const page = Buffer.from('<html><body>Deno (Mason)</body></html>');
  return zip([member('raivo-otp-export.html', page), member('raivo-otp-export.json', content)]);
}

/** A file of each variant. */
export function raivoSamples(): Sample[] {
  const entries = [
    raivoEntry({ pinned: 'true' }),
    raivoEntry({ account: 'James', kind: 'HOTP', counter: '5', digits: '8', algorithm: 'SHA256' }),
  ];
  const passphrase = 'raivo';
  const shared = { format: 'raivo', entries: entries.length };
  const archive = (kind: 'aes' | 'zipcrypto') => raivoArchive(json(entries), { kind, passphrase });
  const partsOf = (bytes: Buffer) => {
    const at = bytes.indexOf('raivo-otp-export.json');
    return [at - 20, at - 8, at + 21 + 11, at + 21 + 30, at + 21 + 60, bytes.length - 10];
  };
  const [aes, zipCrypto] = [archive('aes'), archive('zipcrypto')];
  return [
    { ...shared, variant: 'plain JSON', bytes: json(entries) },
    { ...shared, variant: 'plain zip', bytes: raivoArchive(json(entries)) },
    { ...shared, variant: 'zip with AES', bytes: aes, passphrase, parts: partsOf(aes) },
    { ...shared, variant: 'zip with ZipCrypto', bytes: zipCrypto, passphrase, parts: partsOf(zipCrypto) },
  ];
}
