import { addressSchema } from '../../../contract/account-service.ts';
import { addressKey, maskAddress } from '../../account/address.ts';
import { refusal } from '../../refusal.ts';
import type { Method } from '../method.ts';
import { insertMethod } from '../row.ts';
import { sendFirstCode, verifySentCode } from '../sent-code.ts';

/** Codes by mail. */
export const email: Method = {
  read(text) {
    const address = addressSchema.safeParse(text).data;
    if (address === undefined) throw refusal('DESTINATION_INVALID');
    return { destination: address, key: addressKey(address) };
  },
  async begin(tx, service, beginning) {
    await insertMethod(tx, service, beginning, { kind: 'email' });
    const sent = await sendFirstCode(tx, service, beginning, email.challenge(beginning));
    return { kind: 'email', methodId: beginning.methodId, ...sent };
  },
  challenge: ({ destination }) => ({ by: 'sentCode', channel: 'mail', to: destination }),
  verify: verifySentCode,
  hint: maskAddress,
};
