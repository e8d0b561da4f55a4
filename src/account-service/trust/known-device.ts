import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';

/** Whether a device has signed in to the account before, with a second factor. */
export async function isKnownDevice(
  db: Kysely<Database>,
  accountId: string,
  deviceKey: string,
): Promise<boolean> {
  const found = await db
    .selectFrom('known_device')
    .select('first_seen_at')
    .where('account_id', '=', accountId)
    .where('key_thumbprint', '=', deviceKey)
    .executeTakeFirst();
  return found !== undefined;
}
