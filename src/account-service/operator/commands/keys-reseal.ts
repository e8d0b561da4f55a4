import { sql } from 'kysely';
import type { Service } from '../../service.ts';
import { totpContext } from '../../mfa/totp/code.ts';
import { transact } from '../../database/transaction.ts';
import { command } from '../command.ts';

/**
 * Reseals under the first key every authenticator secret that an older key holds, so that the older key can be
 * removed. It is safe to stop and to run again; sign-ins continue meanwhile. A secret under a key that is not in
 * `SECRET_KEYS` ends it.
 */
export const keysReseal = command({
  name: 'keys reseal',
  arguments: {},
  says: 'seals authenticator secrets anew under the first of SECRET_KEYS',
  run: resealSecrets,
});

const batch = 500;

interface Sealed {
  account_id: string;
  id: string;
  sealed_secret: Buffer;
}

async function resealSecrets(service: Service): Promise<{ resealed: number; under: number }> {
  const { keys, db } = service;
  const [current = 0] = keys.ids;
  let last = {
    account_id: '00000000-0000-0000-0000-000000000000',
    id: '00000000-0000-0000-0000-000000000000',
  };
  for (let resealed = 0; ;) {
    const page = await transact(db, async (tx) => {
      const { rows } = await sql<Sealed>`
        select account_id, id, sealed_secret from mfa_method
        where (account_id, id) > (${last.account_id}::uuid, ${last.id}::uuid)
          and sealed_secret is not null and get_byte(sealed_secret, 0) <> ${current}
        order by account_id, id limit ${batch} for update`.execute(tx);
      for (const { account_id, id, sealed_secret } of rows) {
        const context = totpContext(account_id, id);
        await tx
          .updateTable('mfa_method')
          .set({ sealed_secret: keys.seal(keys.open(sealed_secret, context), context) })
          .where('account_id', '=', account_id)
          .where('id', '=', id)
          .execute();
      }
      return rows;
    });
    resealed += page.length;
    last = page.at(-1) ?? last;
    if (page.length < batch) return { resealed, under: current };
  }
}
