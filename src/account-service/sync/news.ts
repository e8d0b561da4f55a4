import pg from 'pg';
import { standalone } from '../database/statement.ts';
import type { Logger } from '../operations/logger.ts';

const channel = 'latchkey_sync';
/** How long to wait before listening again after the connection broke. Meanwhile this instance hears of its own writes. */
const againMs = 1_000;

/** Tells who waits for news of an account that something was written, whichever instance wrote it. */
export interface SyncNews {
  /** To be called after a commit. What gets lost is found at the next look: news carry nothing. */
  tell(accountId: string): Promise<void>;
  /** Null if there are as many watchers of the account as there may be. */
  watch(accountId: string, signal: AbortSignal | undefined): SyncWatch | null;
  /** Ends every watch. */
  close(): Promise<void>;
}

export interface SyncWatch {
  /** Waits for news since the last call. False once it is over: left, out of time, or the instance stops. */
  next(): Promise<boolean>;
  stop(): void;
}

/** Each computer needs one watch, and may begin the next before the instance notices that the last one is gone. */
const watchesPerAccount = 32;
/** A watch ends by itself; the next one is a request whose session is checked. */
const watchMs = 300_000;

const tellAll = standalone(`select pg_notify('${channel}', $1)`);

/**
 * Listens with a connection of its own, from the first watch on.
 *
 * @param pool for telling
 */
export function createSyncNews(url: string, pool: pg.Pool, log: Logger): SyncNews {
  const watchers = new Map<string, Set<(isOver: boolean) => void>>();
  let isClosed = false;
  let listening: Promise<void> | null = null;
  let endListening = () => {};

  const wake = (accountId: string) => {
    for (const watcher of watchers.get(accountId) ?? []) watcher(false);
  };
  const wakeAll = (isOver: boolean) => {
    for (const all of watchers.values()) for (const watcher of all) watcher(isOver);
  };
  const listen = async () => {
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: 3_000,
      application_name: 'latchkey-account-news',
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
    });
    const ended = new Promise<void>((resolve) => {
      endListening = resolve;
      client.once('error', () => resolve());
      client.once('end', () => resolve());
    });
    client.on('notification', ({ payload }) => wake(payload ?? ''));
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      // Of what was written before, nothing was heard.
      wakeAll(false);
      await ended;
    } finally {
      await client.end();
    }
  };
  const keepListening = async () => {
    while (!isClosed) {
      await listen().catch((error: unknown) =>
        log.warn({ err: error }, 'news of sync from other instances cannot be heard'),
      );
      if (!isClosed)
        await new Promise<void>((resolve) => {
          endListening = resolve;
          setTimeout(resolve, againMs).unref();
        });
    }
  };

  return {
    async tell(accountId) {
      wake(accountId);
      await tellAll(pool, [accountId]);
    },
    watch(accountId, signal) {
      const all = watchers.get(accountId) ?? new Set();
      if (all.size >= watchesPerAccount) return null;
      watchers.set(accountId, all);
      let hasNews = false;
      let isOver = isClosed || signal?.aborted === true;
      let notice = () => {};
      const watcher = (isEnd: boolean) => {
        hasNews = true;
        isOver ||= isEnd;
        notice();
      };
      const leave = () => watcher(true);
      const timer = setTimeout(leave, watchMs);
      timer.unref();
      signal?.addEventListener('abort', leave, { once: true });
      all.add(watcher);
      listening ??= keepListening();
      return {
        async next() {
          if (!hasNews && !isOver) await new Promise<void>((resolve) => (notice = resolve));
          hasNews = false;
          return !isOver;
        },
        stop() {
          clearTimeout(timer);
          signal?.removeEventListener('abort', leave);
          all.delete(watcher);
          if (all.size === 0 && watchers.get(accountId) === all) watchers.delete(accountId);
        },
      };
    },
    async close() {
      isClosed = true;
      wakeAll(true);
      endListening();
      await listening;
    },
  };
}
