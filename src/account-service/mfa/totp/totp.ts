import { accountLimits } from '../../../contract/account-service.ts';
import type { Method } from '../method.ts';
import { insertMethod } from '../row.ts';
import { acceptTotp, createTotpSecret, totpContext } from './code.ts';

/** Authenticator codes. The destination is a label that the person chose. */
export const totp: Method = {
  read: (text) => ({ destination: text, key: null }),
  async begin(tx, service, beginning) {
    const { account, methodId } = beginning;
    const { secret, base32, uri } = createTotpSecret(service.config.SERVICE_NAME, account.address);
    const sealed_secret = service.keys.seal(secret, totpContext(account.id, methodId));
    await insertMethod(tx, service, beginning, { kind: 'totp', sealed_secret });
    return { kind: 'totp', methodId, uri, secret: base32 };
  },
  challenge: () => ({ by: 'ownCode' }),
  async verify(tx, service, method, code) {
    const verdict = await acceptTotp(tx, service.keys, method, code, service.clock.now());
    return verdict === 'wrong' ? { verdict, triesLeft: accountLimits.codeTries - 1 } : { verdict };
  },
  hint: (label) => label,
};
