import { accountLimits } from '../../contract/account-service.ts';
import { after } from '../clock.ts';
import type { Tx } from '../database/transaction.ts';
import { createToken, hashToken } from '../secrets/tokens.ts';
import type { Service } from '../service.ts';
import { rememberReplaced } from './past-links.ts';

/**
 * Creates the activation link of a sign-up, valid for 2 days from now. An older link of that sign-up stops
 * working. Links use only the configured public URL, never a host that a request names.
 */
export async function writeActivation(tx: Tx, service: Service, signUpId: string): Promise<string> {
  const now = service.clock.now();
  const token = createToken();
  const row = {
    token_hash: hashToken(token),
    created_at: now,
    expires_at: after(now, accountLimits.activationHours * 3_600),
  };
  await rememberReplaced(tx, signUpId, now);
  await tx
    .insertInto('activation')
    .values({ sign_up_id: signUpId, ...row })
    .onConflict((conflict) => conflict.column('sign_up_id').doUpdateSet(row))
    .execute();
  return `${service.config.PUBLIC_URL}/activate?token=${token}`;
}
