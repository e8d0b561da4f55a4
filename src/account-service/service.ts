import type { Config } from './config.ts';
import { movableClock, systemClock, type Clock } from './clock.ts';
import { connect, type Databases } from './database/connect.ts';
import { trustedProxies } from './limits/network.ts';
import { createLogger, type Logger } from './operations/logger.ts';
import { createMetrics, type Metrics } from './operations/metrics.ts';
import { startHashing, type Hashing } from './passwords/hashing.ts';
import { createKeyRing, type KeyRing } from './secrets/keyring.ts';
import type { BlockList } from 'node:net';
import { createSyncNews, type SyncNews } from './sync/news.ts';
import { createSessionCheck, type SessionCheck } from './sessions/check.ts';

/** What every capability works with. An instance keeps no state of its own: everything is in the database. */
export interface Service {
  config: Config;
  clock: Clock;
  databases: Databases;
  db: Databases['main'];
  keys: KeyRing;
  hashing: Hashing;
  checkSession: SessionCheck;
  syncNews: SyncNews;
  log: Logger;
  metrics: Metrics;
  proxies: BlockList;
  /** Tells this instance's outbox worker that there is something to send. */
  nudgeOutbox(): void;
  /** Lets work continue after the answer. Shutdown waits for it; failures are logged. */
  inBackground(what: string, work: Promise<unknown>): void;
  /** Waits for background work, then closes threads and connections. */
  close(): Promise<void>;
}

/** Builds a service from its configuration. It does not listen or send anything yet. */
export async function createService(config: Config): Promise<Service> {
  const log = createLogger(config.LOG_LEVEL);
  const databases = connect(config.DATABASE_URL, config.DATABASE_CONNECTIONS, (error) =>
    log.warn({ reason: error.message }, 'an idle database connection broke'),
  );
  const hashing = await startHashing(
    config.PASSWORD_THREADS,
    config.PASSWORD_QUEUE,
    config.PASSWORD_PRIORITY,
  );
  const syncNews = createSyncNews(config.DATABASE_URL, databases.checks, log);
  const background = new Set<Promise<unknown>>();
  return {
    config,
    clock: config.TEST_CLOCK === undefined ? systemClock : movableClock(config.TEST_CLOCK),
    databases,
    db: databases.main,
    keys: createKeyRing(config.SECRET_KEYS),
    hashing,
    checkSession: createSessionCheck(databases.checks, config.SESSION_CHECK_BATCH),
    syncNews,
    log,
    metrics: createMetrics(hashing),
    proxies: trustedProxies(config.TRUSTED_PROXIES),
    nudgeOutbox: () => {},
    inBackground(what, work) {
      const settled = work
        .catch((error: unknown) => log.error({ err: error, what }, 'work in the background failed'))
        .finally(() => background.delete(settled));
      background.add(settled);
    },
    async close() {
      await syncNews.close();
      await Promise.all(background);
      await hashing.close();
      await databases.close();
    },
  };
}
