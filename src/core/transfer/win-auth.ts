import { archiveNames, unpack } from './archive.ts';
import type { TransferFormat } from './format.ts';
import { createReading } from './reading.ts';
import { decodeText, type SourceFile } from './source-file.ts';
import { TransferError } from './transfer-error.ts';
import { holdsAddress, readUriText } from './uri-text.ts';

/**
 * WinAuth: set-up addresses, one a line, as text or in a zip archive that may have a password. Authenticator Plus packs
 * such a text in the same way, with addresses as everybody writes them.
 */
export const winAuth: TransferFormat = {
  id: 'winauth',
  name: 'WinAuth',

  recognise({ text, bytes }) {
    return text === null ? archiveNames(bytes).some(isText) : isOfWinAuth(text);
  },

  async read(file, passphrase) {
    const text = file.text ?? (await unpackText(file, passphrase));
    const reading = createReading(winAuth.id);
    if (isOfWinAuth(text)) readUriText(usualAddresses(text), reading, { isLabelAccount: true });
    else readUriText(text, reading);
    return reading.finish();
  },
};

async function unpackText({ bytes }: SourceFile, passphrase: string | undefined): Promise<string> {
  const text = decodeText(await unpack(bytes, isText, passphrase));
  if (text === null) throw new TransferError('DAMAGED');
  if (!holdsAddress(text)) throw new TransferError('NOTHING_FOUND');
  return text;
}

/** A text at the top of an archive. */
function isText(name: string): boolean {
  return /^[^/\\]+\.txt$/i.test(name);
}

/** Whether each line is built as WinAuth builds it, and one names an icon. */
function isOfWinAuth(text: string): boolean {
  const lines = text.split(/[\r\n]+/).filter((line) => line !== '');
  return (
    /&icon=/.test(text) &&
    lines.every((line) => /^otpauth:\/\/[th]otp\/[^?]*\?secret=[^&]*&digits=\d/.test(line))
  );
}

/**
 * The same addresses as everybody writes them. WinAuth writes names, all that stands behind an issuer, in the manner of
 * forms: a plus is a space. Steam Guard has no type of its own: its lines have a device.
 */
function usualAddresses(text: string): string {
  return text
    .replaceAll(
      /^(otpauth:\/\/[th]otp\/(?:[^?:]*:)?)([^?:]*)/gm,
      (_, start: string, name: string) => start + name.replaceAll('+', '%20'),
    )
    .replaceAll(/^otpauth:\/\/totp(?=\/[^?]*\?secret=[^&]*&digits=5&.*&deviceid=)/gm, 'otpauth://steam');
}
