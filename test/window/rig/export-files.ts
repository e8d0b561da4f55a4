import type { Page } from '@playwright/test';
import sodium from 'libsodium-wrappers-sumo';
import type { Entry } from '../../../src/core/entry/entry.ts';
import { loginItem, protectedExport, vaultExport } from '../../rig/transfer-files/bitwarden.ts';
import { andOtpEntry, oldLockedAndOtpFile } from '../../rig/transfer-files/and-otp.ts';
import { lockedEnteFile } from '../../rig/transfer-files/ente.ts';
import { googleOtp, googleUri } from '../../rig/transfer-files/google.ts';
import { addressOf } from './entries.ts';

export interface ExportFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** A list of set-up addresses, as many applications write it. */
export function plainFile(entries: readonly Entry[], name = 'export.txt'): ExportFile {
  return { name, mimeType: 'text/plain', buffer: Buffer.from(entries.map(addressOf).join('\n')) };
}

/** A password-protected export of Bitwarden. */
export async function encryptedFile(entries: readonly Entry[], password: string): Promise<ExportFile> {
  const items = entries.map((entry) => loginItem(entry.issuer, addressOf(entry)));
  const content = await protectedExport(JSON.stringify(vaultExport(items)), password);
  return {
    name: 'bitwarden.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(content)),
  };
}

/** A file of andOTP under a password, as versions before 2018 wrote it: nothing says what it is. */
export function unmarkedFile(password: string): ExportFile {
  const buffer = oldLockedAndOtpFile([andOtpEntry({ issuer: 'Old', label: 'ada' })], password);
  return { name: 'otp_accounts.bin', mimeType: 'application/octet-stream', buffer };
}

/** A file of Ente Auth whose passphrase takes twice the memory that is given to any. */
export async function costlyFile(): Promise<ExportFile> {
  await sodium.ready;
  const file = lockedEnteFile('otpauth://totp/a', 'open sesame');
  const costs = { ...file.kdfParams, memLimit: 2 * 1024 ** 3 };
  const buffer = Buffer.from(JSON.stringify({ ...file, kdfParams: costs }));
  return { name: 'ente.txt', mimeType: 'text/plain', buffer };
}

/** The QR codes of a set that Google Authenticator exports, one entry in each. */
export function migrationSet(entries: readonly Entry[]): string[] {
  return entries.map(({ issuer, account, parameters: { secret } }, batchIndex) =>
    googleUri([googleOtp({ secret, name: account, issuer })], { batchSize: entries.length, batchIndex }),
  );
}

/** Drops a file on the window. */
export async function dropFile(page: Page, { name, mimeType, buffer }: ExportFile): Promise<void> {
  const given = { name, mimeType, text: buffer.toString('latin1') };
  await page.evaluate((file) => {
    const bytes = Uint8Array.from(file.text, (character) => character.charCodeAt(0));
    const transfer = new DataTransfer();
    transfer.items.add(new File([bytes], file.name, { type: file.mimeType }));
    document.body.dispatchEvent(
      new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }),
    );
  }, given);
}
