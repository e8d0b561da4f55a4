import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';
import type { Tx } from '../database/transaction.ts';
import { hashToken } from '../secrets/tokens.ts';

/** Remembers for 30 days that a link was used. */
export async function rememberUsed(tx: Tx, token: string, now: Date): Promise<void> {
  await tx
    .insertInto('past_link')
    .values({ token_hash: hashToken(token), outcome: 'used', at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Remembers that a sign-up's current link, if it has one, is about to be replaced. */
export async function rememberReplaced(tx: Tx, signUpId: string, now: Date): Promise<void> {
  await tx
    .insertInto('past_link')
    .columns(['token_hash', 'outcome', 'at'])
    .expression((from) =>
      from
        .selectFrom('activation')
        .select((is) => ['token_hash', is.val('replaced').as('outcome'), is.val(now).as('at')])
        .where('sign_up_id', '=', signUpId),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Like `rememberReplaced`, for an account's password reset link. */
export async function rememberReplacedReset(tx: Tx, accountId: string, now: Date): Promise<void> {
  await tx
    .insertInto('past_link')
    .columns(['token_hash', 'outcome', 'at'])
    .expression((from) =>
      from
        .selectFrom('password_reset')
        .select((is) => ['token_hash', is.val('replaced').as('outcome'), is.val(now).as('at')])
        .where('account_id', '=', accountId),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What became of a link; `invalid` if unknown. */
export async function outcomeOf(
  db: Kysely<Database>,
  token: string,
): Promise<'used' | 'replaced' | 'invalid'> {
  const found = await db
    .selectFrom('past_link')
    .select('outcome')
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst();
  return found?.outcome ?? 'invalid';
}
