import { execFileSync } from 'node:child_process';
import { expect } from '@playwright/test';
import QRCode from 'qrcode';

/** A secret that nothing else on the machine could hold by chance. */
export const canary = 'JBSWY3DPCANARY5XOGEN6KZ2LATCHKEY';

/** An `otpauth:` address as a site would show it. */
export function otpauth(issuer: string, account: string, secret = canary, more = ''): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}${more}`;
}

/** A page of a site that shows these QR codes. */
export async function pageWithCodes(...texts: string[]): Promise<string> {
  const images = await Promise.all(
    texts.map((text) => QRCode.toDataURL(text, { width: 260, errorCorrectionLevel: 'M' })),
  );
  return `<!doctype html><title>Set up two-step verification</title>
    <body style="font: 16px sans-serif; background: #eef2f7; padding: 40px">
    <h1>Set up two-step verification</h1><p>Scan this code with your authenticator app.</p>
    ${images.map((image) => `<img src="${image}" style="margin: 12px">`).join('')}`;
}

/** The code that an independent program (oathtool) makes of a base32 secret at a time in ms. */
export function oathtool(secret: string, atMs: number, digits = 6): string {
  const now = new Date(atMs).toISOString().replace('T', ' ').replace(/\..*/u, ' UTC');
  return execFileSync('oathtool', ['--totp', '--base32', `--digits=${digits}`, `--now=${now}`, secret], {
    encoding: 'utf8',
  }).trim();
}

/**
 * What `read` gives is the code that oathtool makes of the secret for that moment, however long the reading takes.
 *
 * @param offset how far the clock that the code is made by stands from ours, in ms
 */
export async function expectCodeOfNow(
  read: () => Promise<string>,
  { secret = canary, offset = 0 } = {},
): Promise<void> {
  await expect(async () => {
    const before = oathtool(secret, Date.now() + offset);
    const code = await read();
    const after = oathtool(secret, Date.now() + offset);
    expect([before, after]).toContain(code);
  }).toPass({ timeout: 120_000 });
}

/** Every way in which a base32 secret could stand in a file or a frame. */
export function spellings(secret: string): Buffer[] {
  const bytes = decodeBase32(secret);
  const texts = [
    secret,
    secret.toLowerCase(),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    // In base64, with the three ways in which it can lie among other bytes.
    ...[0, 1, 2].map((shift) =>
      Buffer.concat([Buffer.alloc(shift), bytes])
        .toString('base64')
        .slice(4, -4),
    ),
  ];
  return [bytes, ...texts.map((text) => Buffer.from(text))];
}

/** The bytes of a base32 text without padding. */
export function decodeBase32(text: string): Buffer {
  const bits = text
    .split('')
    .map((character) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(character).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from(bits.match(/.{8}/gu)?.map((byte) => Number.parseInt(byte, 2)) ?? []);
}
