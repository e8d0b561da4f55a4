import { z } from 'zod';
import { record } from '../audit/record.ts';
import { transact } from '../database/transaction.ts';
import type { Service } from '../service.ts';

/** The reason for an action, for later readers of the trail. */
export const reasonSchema = z
  .string({ error: 'say why: --reason "…"' })
  .trim()
  .min(5, 'say why: --reason "…"')
  .max(500);

const orderSchema = z.object({
  request: z.string().min(1),
  operator: z.string().trim().min(1).max(100),
  reason: reasonSchema,
});

/**
 * Closes a request for help and changes nothing else: the person was not identified, or needs no more help.
 *
 * @throws without a reason, or when the request is not open
 */
export async function closeRequest(service: Service, order: unknown): Promise<{ closed: string }> {
  const { request: reference, operator, reason } = orderFrom(orderSchema, order);
  return transact(service.db, async (tx) => {
    const now = service.clock.now();
    const request = await tx
      .updateTable('support_request')
      .set({ closed_at: now, closed_by: operator, outcome: reason })
      .where('reference', '=', reference)
      .where('closed_at', 'is', null)
      .returning('account_id')
      .executeTakeFirst();
    if (!request) throw new Error(`There is no open request ${reference}`);
    if (request.account_id !== null) {
      await record(tx, now, {
        accountId: request.account_id,
        event: 'support-closed',
        actor: 'operator',
        details: { operator, reason, request: reference },
      });
    }
    return { closed: reference };
  });
}

/** Reads an operator's order. @throws with what is missing, in words */
export function orderFrom<Schema extends z.ZodType>(schema: Schema, order: unknown): z.output<Schema> {
  const read = schema.safeParse(order);
  if (!read.success) throw new Error(read.error.issues.map(({ message }) => message).join('; '));
  return read.data;
}
