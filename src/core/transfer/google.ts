import type { TransferFormat } from './format.ts';
import { createReading } from './reading.ts';
import { readUriText } from './uri-text.ts';

/** Google Authenticator's export as text: the addresses of its QR codes. */
export const google: TransferFormat = {
  id: 'google',
  name: 'Google Authenticator',
  recognise: ({ text }) =>
    text !== null && /otpauth-migration:\/\//i.test(text) && !/otpauth:\/\//i.test(text),
  read: ({ text }) => {
    const reading = createReading('google');
    readUriText(text ?? '', reading);
    return reading.finish();
  },
};
