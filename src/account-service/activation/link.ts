import { accountLimits } from '../../contract/account-service.ts';
import { after } from '../clock.ts';
import type { Tx } from '../database/transaction.ts';
import { createToken, hashToken } from '../secrets/tokens.ts';
import type { Service } from '../service.ts';
import { rememberReplaced } from './past-links.ts';

/**
 * Makes the activation link of a sign-up, valid for 2 days from now; an older link of it stops working. Links are
 * made from the configured public URL alone, never from what a request says about hosts.
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
