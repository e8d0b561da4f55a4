import { sql } from 'kysely';
import { cutText } from '../../contract/cut-text.ts';
import { after } from '../clock.ts';
import { run } from '../database/statement.ts';
import type { Service } from '../service.ts';
import { outboxContext, sealedMessageSchema } from './enqueue.ts';
import { createMailer } from './mailer.ts';
import { createSmsGateway, Rejected } from './sms.ts';
import type { Channel } from '../vocabulary.ts';

const leaseSeconds = 60;
/** A message whose lease is nearly over is left to its next holder, so that no two instances send it. */
const leastSeconds = 30;
const batch = 20;
/** Each kind is sent separately, this many at once: a slow SMS gateway does not delay mails. */
const lanes: readonly { channels: Leased['channel'][]; width: number }[] = [
  { channels: ['mail', 'none'], width: 3 },
  { channels: ['sms'], width: 5 },
];
const pollMs = 1_000;
/**
 * A message whose lease ran out may be sent already: its holder could not say so while the database was away. So
 * after an outage, expired leases are left alone for this long. That is enough for the holders to say it, who
 * try every `pollMs` and wait 3 s for a connection.
 */
const settleMs = 20_000;
/** Waits between tries: 2 s, doubling up to 10 minutes, for at most 3 days. */
const backoff = { firstSeconds: 2, mostSeconds: 600, giveUpSeconds: 3 * 86_400 };

export interface OutboxWorker {
  stop(): Promise<void>;
}

interface Leased {
  id: string;
  channel: Channel;
  template: string;
  sealed: Buffer;
  attempts: number;
  created_at: Date;
  leased_until: Date;
}

/**
 * Sends what the outbox holds; one worker runs in every instance. A message is leased (`FOR UPDATE SKIP
 * LOCKED`), sent, then deleted. If an instance dies in between, the lease expires and another instance sends
 * the same message again, with the same id. It is never lost and never changes. If the database goes away in
 * between, the instance deletes the message when it is back, before it leases any other.
 */
export function startOutbox(service: Service): OutboxWorker {
  const mailer = createMailer(service.config);
  const sms = createSmsGateway(service.config, mailer);
  let stopped = false;
  /** Messages that need no more tries but are still in the database, which was away when they were to be deleted. */
  const settled = new Set<string>();
  /** Since when the database has answered without a failure, by `performance.now()`; null: not now. */
  let steadySince: number | null = null;
  const wakers = new Set<() => void>();
  const wake = () => {
    for (const each of wakers) each();
  };

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
    const leftMs = message.leased_until.getTime() - service.clock.now().getTime();
    if (stopped || leftMs < leastSeconds * 1_000) return giveBack(service, message);
    try {
      await send(message);
    } catch (error) {
      if (isHopeless(service, message, error)) {
        settled.add(id);
        noteTrouble(service, message, error);
        service.metrics.messages.inc({ channel, outcome: error instanceof Rejected ? 'refused' : 'expired' });
      } else await postpone(service, message, error);
      return settle();
    }
    settled.add(id);
    if (channel !== 'none') service.metrics.messages.inc({ channel, outcome: 'sent' });
    service.log.debug({ message: id, channel, template }, 'message sent');
    await settle();
  };

  /** Deletes the messages that need no more tries. */
  const settle = async () => {
    const ids = [...settled];
    if (ids.length === 0) return;
    await run(service.db, 'delete from outbox where id = any($1::uuid[])', [ids]);
    for (const id of ids) settled.delete(id);
  };

  const noteFailure = (error: unknown) => {
    steadySince = null;
    service.log.warn({ err: error }, 'the outbox cannot be read or written');
  };
  const loop = async ({ channels, width }: (typeof lanes)[number]) => {
    while (!stopped) {
      let nudge = () => {};
      const nudged = new Promise<void>((resolve) => (nudge = resolve));
      wakers.add(nudge);
      const sent = (await drainOnce(channels, width).catch(noteFailure)) ?? 0;
      if (sent < batch && !stopped) await Promise.race([nudged, pause(pollMs)]);
      wakers.delete(nudge);
    }
  };
  const drainOnce = async (channels: Leased['channel'][], width: number) => {
    await settle();
    const isSteady = steadySince !== null && performance.now() - steadySince > settleMs;
    const messages = await lease(service, channels, isSteady);
    steadySince ??= performance.now();
    const waiting = messages.values();
    const lane = async () => {
      // What is leased goes out even if the database has gone away: the next drain settles it first.
      for (const message of waiting) await deliver(message).catch(noteFailure);
    };
    await Promise.all(Array.from({ length: width }, lane));
    return messages.length;
  };

  const running = Promise.all(lanes.map(loop));
  service.nudgeOutbox = () => {
    // The transaction that wrote the message is about to commit.
    setTimeout(() => wake(), 10).unref();
  };
  return {
    async stop() {
      stopped = true;
      wake();
      await running;
      await settle().catch(noteFailure);
      mailer.close();
    },
  };
}

/** @param takesOver whether to take messages whose lease ran out, too */
async function lease(service: Service, channels: Leased['channel'][], takesOver: boolean): Promise<Leased[]> {
  const now = service.clock.now();
  const expired = await service.db.deleteFrom('outbox').where('not_after', '<', now).executeTakeFirst();
  if (expired.numDeletedRows > 0n) service.metrics.messages.inc({ channel: 'any', outcome: 'expired' });
  const { rows } = await sql<Leased>`
    update outbox set leased_until = ${after(now, leaseSeconds)}, attempts = attempts + 1
    where id in (
      select id from outbox
      where channel = any(${channels}::text[]) and next_try_at <= ${now}
        and (leased_until is null or (${takesOver} and leased_until < ${now}))
      order by next_try_at limit ${batch} for update skip locked
    )
    returning id, channel, template, sealed, attempts, created_at, leased_until`.execute(service.db);
  return rows;
}

/** Returns the lease of a message that was not tried. */
async function giveBack(service: Service, { id, attempts }: Leased): Promise<void> {
  await service.db
    .updateTable('outbox')
    .set({ leased_until: null, attempts: attempts - 1 })
    .where('id', '=', id)
    .execute();
}

/** Whether to give up on a message: permanently refused, or tried for days. */
function isHopeless(service: Service, message: Leased, error: unknown): boolean {
  const age = service.clock.now().getTime() - message.created_at.getTime();
  return error instanceof Rejected || age > backoff.giveUpSeconds * 1_000;
}

async function postpone(service: Service, message: Leased, error: unknown): Promise<void> {
  const now = service.clock.now();
  const { id, channel, attempts } = message;
  const wait = Math.min(backoff.mostSeconds, backoff.firstSeconds * 2 ** Math.min(attempts - 1, 12));
  await service.db
    .updateTable('outbox')
    .set({
      leased_until: null,
      next_try_at: after(now, wait),
      last_error: noteTrouble(service, message, error),
    })
    .where('id', '=', id)
    .execute();
  service.metrics.messages.inc({ channel, outcome: 'retried' });
}

/** Logs why a message was not sent, and returns the reason in a form that can be stored. */
function noteTrouble(service: Service, message: Leased, error: unknown): string {
  const { id, channel, template, attempts } = message;
  const reason = cutText(withoutAddresses(error instanceof Error ? error.message : 'unknown'), 200);
  service.log.warn({ message: id, channel, template, attempts, reason }, 'message not sent');
  return reason;
}

/** SMTP servers repeat the recipient in their refusals. */
function withoutAddresses(text: string): string {
  return text.replaceAll(/[^\s<>]+@[^\s<>]+/g, '[address]').replaceAll(/\+?\d{6,}/g, '[number]');
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
