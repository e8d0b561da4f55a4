import type { AccountRow } from '../database/schema.ts';
import type { Tx } from '../database/transaction.ts';
import type { Service } from '../service.ts';
import { enqueue } from './enqueue.ts';
import type { Message } from './messages/message.ts';

/** Sends a security mail to the account's own address, in the transaction of its cause. No cap stops it. */
export async function notify(
  tx: Tx,
  service: Service,
  account: Pick<AccountRow, 'address' | 'language'>,
  message: Message,
): Promise<void> {
  await enqueue(tx, service, { channel: 'mail', to: account.address, language: account.language, message });
}
