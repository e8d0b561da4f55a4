import {
  clearAttempts,
  countAttempt,
  deviceGuardKey,
  forgive,
  passwordPerDevice,
} from '../limits/attempts.ts';
import { refusal } from '../refusal.ts';
import type { Service } from '../service.ts';
import type { LiveSession } from '../sessions/live-session.ts';

/**
 * Checks the account's password again within a session. Wrong ones are counted per device of the account.
 *
 * @returns the hash it was compared with: compare again under the lock, as it may have changed meanwhile
 * @throws `PASSWORD_WRONG`, `TOO_MANY_ATTEMPTS`, `BUSY`
 */
export async function checkPassword(
  service: Service,
  password: string,
  session: LiveSession,
): Promise<string> {
  const { db, hashing, clock } = service;
  hashing.admit();
  const key = deviceGuardKey(session.accountId, session.deviceKey);
  await countAttempt(db, passwordPerDevice, key, clock.now());
  const { password_hash: hash } = await db
    .selectFrom('credential')
    .select('password_hash')
    .where('account_id', '=', session.accountId)
    .executeTakeFirstOrThrow();
  const match = await hashing.verify(password, hash).catch(async (error: unknown) => {
    await forgive(db, passwordPerDevice, key);
    throw error;
  });
  if (match === 'wrong') throw refusal('PASSWORD_WRONG');
  await clearAttempts(db, passwordPerDevice, key);
  return hash;
}
