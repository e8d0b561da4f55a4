import { accountLimits } from '../../contract/account-service.ts';
import { plainRecoveryCode } from '../../contract/account-service/spelling.ts';
import { addressKey } from '../account/address.ts';
import { after } from '../clock.ts';
import { transact } from '../database/transaction.ts';
import { addressGuardKey } from '../limits/attempts.ts';
import { enqueue } from '../outbox/enqueue.ts';
import { createRecoveryCode, sameDigest } from '../secrets/tokens.ts';
import type { Service } from '../service.ts';
import { fallbackLanguage } from '../../contract/vocabulary.ts';

/**
 * Mails a code to an address whose sign-ins are held back, at most once in a code's lifetime. Who asked does
 * not matter: the owner can use a mail that a stranger caused as well as their own. For an unknown address the
 * same rows are written, but nothing is sent.
 */
export async function mailConfirmation(service: Service, email: string): Promise<void> {
  await transact(service.db, async (tx) => {
    const now = service.clock.now();
    const addressHash = addressGuardKey(email);
    const code = createRecoveryCode();
    const row = {
      code_hash: hashesOf(service, addressHash, code)[0],
      expires_at: after(now, accountLimits.confirmationMinutes * 60),
    };
    const made = await tx
      .insertInto('sign_in_confirmation')
      .values({ address_hash: addressHash, ...row })
      .onConflict((conflict) =>
        conflict.column('address_hash').doUpdateSet(row).where('sign_in_confirmation.expires_at', '<=', now),
      )
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows !== 1n) return null;
    const holder = await tx
      .selectFrom('account_address')
      .innerJoin('account', 'account.id', 'account_address.account_id')
      .select(['account.address', 'account.language'])
      .where('account_address.address_key', '=', addressKey(email))
      .executeTakeFirst();
    await enqueue(tx, service, {
      channel: holder ? 'mail' : 'none',
      to: holder?.address ?? email,
      language: holder?.language ?? fallbackLanguage,
      message: { about: 'confirmSignIn', code },
      notAfter: row.expires_at,
    });
    return null;
  });
}

/** Whether a code is the last one mailed to this address. */
export async function isConfirmed(service: Service, email: string, code: string): Promise<boolean> {
  const addressHash = addressGuardKey(email);
  const mailed = await service.db
    .selectFrom('sign_in_confirmation')
    .select('code_hash')
    .where('address_hash', '=', addressHash)
    .where('expires_at', '>', service.clock.now())
    .executeTakeFirst();
  if (!mailed) return false;
  return hashesOf(service, addressHash, code).some((hash) => sameDigest(hash, mailed.code_hash));
}

/** Under each key, the current one first. With 80 bits and one hour, wrong tries need no count. */
function hashesOf({ keys }: Service, addressHash: Buffer, code: string): [Buffer, ...Buffer[]] {
  const parts = ['confirmation', addressHash.toString('base64url'), plainRecoveryCode(code)] as const;
  return [keys.keyedHash(...parts), ...keys.keyedHashes(...parts)];
}
