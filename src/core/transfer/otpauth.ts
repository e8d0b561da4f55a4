import { Buffer } from 'node:buffer';
import { isTooLong } from '../otpauth/take-apart.ts';
import { writeOtpauth } from '../otpauth/write.ts';
import type { TransferFormat, WritableFormat } from './format.ts';
import type { Problem } from './problem.ts';
import { createReading } from './reading.ts';
import { holdsAddress, readUriText } from './uri-text.ts';
import { notWritten } from './writing.ts';

/** Any text with set-up addresses in it: lists, mails, pages. Stands last, since other formats hold them too. */
export const otpauth: TransferFormat = {
  id: 'otpauth',
  name: 'otpauth',
  recognise: ({ text }) => text !== null && holdsAddress(text),
  read: ({ text, json }) => {
    const reading = createReading('otpauth');
    // JSON that no format knows may hold more than its addresses.
    if (json !== undefined) reading.note('FILE_UNKNOWN');
    readUriText(text ?? '', reading);
    return reading.finish();
  },
};

/** A list of set-up addresses, one a line. */
export const writableOtpauth: WritableFormat = {
  id: 'otpauth',
  isEncrypted: false,
  extension: '.txt',
  plan: (entries) => {
    const problems: Problem[] = [];
    const lines = entries.flatMap((entry, at) => {
      const uri = entry.isForeign ? null : writeOtpauth(entry);
      // What can't be read again is not written.
      if (uri !== null && isTooLong(uri)) {
        problems.push({ entry: at, code: 'ADDRESS_NOT_WRITTEN', subject: '' });
        return [];
      }
      problems.push(...notWritten(entry, at, { kinds: ['totp', 'hotp', 'steam'], carries: [] }));
      return uri === null ? [] : [`${uri}\n`];
    });
    return {
      problems,
      files: 1,
      write: () => [{ name: 'otpauth.txt', bytes: Buffer.from(lines.join('')) }],
    };
  },
};
