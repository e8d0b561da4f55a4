import type { TransferFormat } from './format.ts';
import { jsonItem, readItems } from './json-item.ts';
import { createReading } from './reading.ts';

/** Duo Mobile: a plain JSON array. A counter that is there means HOTP; issuers and settings are not kept. */
export const duo: TransferFormat = {
  id: 'duo',
  name: 'Duo Mobile',

  recognise({ json }) {
    return (
      Array.isArray(json) && json.slice(0, 100).some((account) => jsonItem(account)?.has('otpGenerator'))
    );
  },

  read({ json }) {
    const reading = createReading(duo.id);
    readItems(json, reading, (account) => {
      const generator = account.item('otpGenerator');
      const counter = generator.setting('counter');
      const draft = {
        kind: counter === undefined ? 'totp' : 'hotp',
        secret: generator.secret('otpSecret'),
        counter,
        account: account.text('name'),
      };
      reading.add(draft, account.notes);
    });
    return reading.finish();
  },
};
