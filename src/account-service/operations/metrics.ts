import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Hashing } from '../passwords/hashing.ts';

/** An instance's metrics, for Prometheus. No label ever contains anything about a person. */
export interface Metrics {
  registry: Registry;
  requests: Histogram<'procedure' | 'status'>;
  messages: Counter<'channel' | 'outcome'>;
  outboxDue: Gauge;
}

export function createMetrics(hashing: Hashing): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const passwordQueue: Gauge = new Gauge({
    name: 'latchkey_password_queue',
    help: 'Password jobs waiting or running',
    registers: [registry],
    collect: () => passwordQueue.set(hashing.depth()),
  });
  return {
    registry,
    requests: new Histogram({
      name: 'latchkey_request_seconds',
      help: 'Time to answer, by procedure and status',
      labelNames: ['procedure', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers: [registry],
    }),
    messages: new Counter({
      name: 'latchkey_messages_total',
      help: 'Mails and SMS by outcome: sent, retried, refused, expired',
      labelNames: ['channel', 'outcome'],
      registers: [registry],
    }),
    outboxDue: new Gauge({
      name: 'latchkey_outbox_waiting',
      help: 'Messages waiting to be sent, as this instance last saw it',
      registers: [registry],
    }),
  };
}
