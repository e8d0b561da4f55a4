import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Language } from '../../contract/account-service.ts';
import type { Tx } from '../database/transaction.ts';
import type { Service } from '../service.ts';
import type { Message } from './messages/message.ts';
import { render } from './messages/render.ts';
import type { Channel } from '../vocabulary.ts';

export interface Outgoing {
  /** `none` is written and thrown away, so that an unknown address takes the same time. */
  channel: Channel;
  to: string;
  language: Language;
  message: Message;
  /** Not sent after this time (a code that has expired by then). */
  notAfter?: Date;
  /** A waiting message with the same mark is dropped in favour of this one. */
  replaces?: string;
}

/** What is kept sealed while a message waits. Retries send exactly this again. */
export const sealedMessageSchema = z.object({
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  /** For mails. Older ones had none. */
  html: z.string().optional(),
});

/**
 * Puts a message into the outbox, in the transaction that causes it. It is sent if and only if that transaction
 * commits, by any instance, even after a crash.
 */
export async function enqueue(tx: Tx, service: Service, outgoing: Outgoing): Promise<void> {
  const { config, keys } = service;
  const now = service.clock.now();
  const id = randomUUID();
  const { subject, text, html } = render(outgoing.message, outgoing.language, {
    service: config.SERVICE_NAME,
    support: config.SUPPORT_ADDRESS,
  });
  const content = {
    to: outgoing.to,
    subject,
    ...(outgoing.channel === 'sms' ? { text: firstParagraph(text) } : { text, html }),
  };
  if (outgoing.replaces !== undefined) {
    await tx.deleteFrom('outbox').where('replaces', '=', outgoing.replaces).execute();
  }
  await tx
    .insertInto('outbox')
    .values({
      id,
      channel: outgoing.channel,
      template: outgoing.message.about,
      sealed: keys.seal(Buffer.from(JSON.stringify(content)), outboxContext(id)),
      replaces: outgoing.replaces ?? null,
      created_at: now,
      not_after: outgoing.notAfter ?? null,
      next_try_at: now,
    })
    .execute();
  service.nudgeOutbox();
}

/** Binds a sealed message to its row. */
export function outboxContext(id: string): string {
  return `outbox:${id}`;
}

function firstParagraph(text: string): string {
  return text.split('\n\n')[0] ?? text;
}
