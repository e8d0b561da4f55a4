import type { TransferFormat } from './format.ts';
import { jsonItem, readItems, type JsonItem } from './json-item.ts';
import { createReading } from './reading.ts';
import { TransferError } from './transfer-error.ts';

/** FreeOTP+: plain JSON with `tokens`, whose secrets are lists of signed bytes. */
export const freeOtpPlus: TransferFormat = {
  id: 'freeotp+',
  name: 'FreeOTP+',

  recognise({ json }) {
    const file = jsonItem(json);
    if (file === null || !Array.isArray(file.value('tokens'))) return false;
    return (
      file.has('tokenOrder') ||
      file.list('tokens').some((token) => Array.isArray(jsonItem(token)?.value('secret')))
    );
  },

  read({ json }) {
    const file = jsonItem(json);
    if (file === null) throw new TransferError('DAMAGED');
    const reading = createReading(freeOtpPlus.id);
    readItems(file.value('tokens'), reading, (token) => {
      // Names that its user changed stand beside the first ones.
      const issuer = token.text('issuerAlt') || token.text('issuerExt') || token.text('issuerInt');
      const kind = token.text('type').toLowerCase();
      const draft = {
        // The application makes Steam Guard codes for this very issuer, and has no kind for them.
        kind: kind === 'totp' && issuer === 'Steam' ? 'steam' : kind,
        secret: signedBytes(token),
        algorithm: token.setting('algo'),
        digits: token.setting('digits'),
        period: token.setting('period'),
        // The application shows the code of the stored counter and then adds one: it is the next to be used.
        counter: token.setting('counter'),
        issuer,
        account: token.text('labelAlt') || token.text('label'),
      };
      reading.add(draft, token.notes);
    });
    return reading.finish();
  },
};

/** A secret as Java writes bytes: −128 to 127; undefined if one is no byte. */
function signedBytes(token: JsonItem): Uint8Array | undefined {
  const list = token.list('secret');
  const bytes = list.filter(
    (byte) => typeof byte === 'number' && Number.isInteger(byte) && byte >= -128 && byte < 256,
  );
  return list.length > 0 && bytes.length === list.length ? Uint8Array.from(bytes) : undefined;
}
