import { sql } from 'kysely';
import { after } from '../clock.ts';
import type { Service } from '../service.ts';
import { outboxContext, sealedMessageSchema } from './enqueue.ts';
import { createMailer } from './mailer.ts';
import { createSmsGateway } from './sms.ts';

const leaseSeconds = 60;
const batch = 20;
const pollMs = 1_000;
/** Waits between tries: 2 s, doubling up to 10 minutes, for at most 3 days. */
const backoff = { firstSeconds: 2, mostSeconds: 600, giveUpSeconds: 3 * 86_400 };

export interface OutboxWorker {
  stop(): Promise<void>;
}

interface Leased {
  id: string;
  channel: 'mail' | 'sms' | 'none';
  template: string;
  sealed: Buffer;
  attempts: number;
  created_at: Date;
}

/**
 * Sends what the outbox holds; one runs in every instance. A message is leased (`FOR UPDATE SKIP LOCKED`), sent,
 * then deleted. When an instance dies in between, the lease runs out and another sends the same message again,
 * with the same id: never lost, never with other content.
 */
export function startOutbox(service: Service): OutboxWorker {
  const mailer = createMailer(service.config);
  const sms = createSmsGateway(service.config, mailer);
  let stopped = false;
  let wake = () => {};

  const send = async ({ id, channel, sealed }: Leased) => {
    const content = sealedMessageSchema.parse(
      JSON.parse(service.keys.open(sealed, outboxContext(id)).toString()),
    );
    switch (channel) {
      case 'none':
        return;
      case 'mail':
        return mailer.send({ id, ...content });
      case 'sms':
        if (!sms) throw new Error('No SMS gateway is configured');
        return sms.send({ id, ...content });
    }
  };

  const deliver = async (message: Leased) => {
    const { id, channel, template } = message;
    try {
      await send(message);
    } catch (error) {
      await postpone(service, message, error);
      return;
    }
    await service.db.deleteFrom('outbox').where('id', '=', id).execute();
    if (channel !== 'none') service.metrics.messages.inc({ channel, outcome: 'sent' });
    service.log.debug({ message: id, channel, template }, 'message sent');
  };

  const loop = async () => {
    while (!stopped) {
      const nudged = new Promise<void>((resolve) => (wake = resolve));
      const sent = await drainOnce().catch((error: unknown) => {
        service.log.warn({ err: error }, 'the outbox cannot be read');
        return 0;
      });
      if (sent < batch && !stopped) await Promise.race([nudged, pause(pollMs)]);
    }
  };
  const drainOnce = async () => {
    const messages = await lease(service);
    await Promise.all(messages.map(deliver));
    return messages.length;
  };

  const running = loop();
  service.nudgeOutbox = () => {
    // The transaction that wrote the message commits in a moment.
    setTimeout(() => wake(), 10).unref();
  };
  return {
    async stop() {
      stopped = true;
      wake();
      await running;
      mailer.close();
    },
  };
}

async function lease(service: Service): Promise<Leased[]> {
  const now = service.clock.now();
  const expired = await service.db.deleteFrom('outbox').where('not_after', '<', now).executeTakeFirst();
  if (expired.numDeletedRows > 0n) service.metrics.messages.inc({ channel: 'any', outcome: 'expired' });
  const { rows } = await sql<Leased>`
    update outbox set leased_until = ${after(now, leaseSeconds)}, attempts = attempts + 1
    where id in (
      select id from outbox
      where next_try_at <= ${now} and (leased_until is null or leased_until < ${now})
      order by next_try_at limit ${batch} for update skip locked
    )
    returning id, channel, template, sealed, attempts, created_at`.execute(service.db);
  return rows;
}

async function postpone(service: Service, message: Leased, error: unknown): Promise<void> {
  const { id, channel, template, attempts } = message;
  const now = service.clock.now();
  const reason = error instanceof Error ? error.message.slice(0, 200) : 'unknown';
  service.log.warn(
    { message: id, channel, template, attempts, reason: withoutAddresses(reason) },
    'message not sent',
  );
  if (now.getTime() - message.created_at.getTime() > backoff.giveUpSeconds * 1_000) {
    await service.db.deleteFrom('outbox').where('id', '=', id).execute();
    service.metrics.messages.inc({ channel, outcome: 'expired' });
    return;
  }
  const wait = Math.min(backoff.mostSeconds, backoff.firstSeconds * 2 ** Math.min(attempts - 1, 12));
  await service.db
    .updateTable('outbox')
    .set({ leased_until: null, next_try_at: after(now, wait), last_error: withoutAddresses(reason) })
    .where('id', '=', id)
    .execute();
  service.metrics.messages.inc({ channel, outcome: 'retried' });
}

/** SMTP servers repeat the recipient in what they refuse. */
function withoutAddresses(text: string): string {
  return text.replaceAll(/[^\s<>]+@[^\s<>]+/g, '[address]').replaceAll(/\+?\d{6,}/g, '[number]');
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
