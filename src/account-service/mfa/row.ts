import type { MethodKind } from '../../contract/vocabulary.ts';
import type { Tx } from '../database/transaction.ts';
import type { Service } from '../service.ts';
import type { Beginning } from './method.ts';

/** Writes a new method, which has no effect until its first code is verified. */
export async function insertMethod(
  tx: Tx,
  { clock }: Service,
  { account, methodId, destination, key }: Beginning,
  own: { kind: MethodKind; sealed_secret?: Buffer },
): Promise<void> {
  await tx
    .insertInto('mfa_method')
    .values({
      account_id: account.id,
      id: methodId,
      destination,
      destination_key: key,
      sealed_secret: null,
      created_at: clock.now(),
      ...own,
    })
    .execute();
}
