import { messageOf } from '../../core/message-of.ts';
import type { Account } from '../account/calls.ts';
import type { Clock, Log } from '../ports.ts';
import type { Vault } from '../vault/vault.ts';
import type { SyncRemote } from './remote.ts';

/** When the service is asked again, in ms: with nothing to do, after trouble, while words are shown. */
const lookAgainMs = { idle: 60_000, trouble: 30_000, waiting: 3_000 } as const;
export type Pace = keyof typeof lookAgainMs;

interface ScheduleParts {
  vault: Vault;
  account: Pick<Account, 'watch'>;
  remote: Pick<SyncRemote, 'events'>;
  clock: Clock;
  log: Log;
  /** Does what is to be done, and never throws. `asks`: the service may have something new. */
  turn: (options: { asks: boolean }) => Promise<void>;
  /** Null: nothing is to be done until the vault changes. */
  pace: () => Pace | null;
  /** Called after each change of the vault and of the account. */
  changed: () => void;
}

export interface Schedule {
  /** Follows the vault, the account and the service until `close`. */
  start(): void;
  /** Plans the next look, after a turn of the person's. */
  plan(): void;
  /** Begins nothing more; resolves when what was begun has ended. */
  close(): Promise<void>;
}

/** Takes turns by itself: after changes of the vault, after the opening, when somebody signs in, at news, from time to time. */
export function createSchedule({
  vault,
  account,
  remote,
  clock,
  log,
  turn,
  pace,
  changed,
}: ScheduleParts): Schedule {
  const closing = new AbortController();
  let isStarted = false;
  /** What the next turn is to do; null: nothing. */
  let wanted: { asks: boolean } | null = null;
  let running: Promise<void> | null = null;
  let stopWaiting = () => {};
  /** Ends listening to the service; null: nobody listens. */
  let listening: AbortController | null = null;

  vault.onClose(() => {
    stopWaiting();
    listening?.abort();
  });

  function wake(asks = true): void {
    if (!isStarted || closing.signal.aborted) return;
    wanted = { asks: asks || wanted?.asks === true };
    running ??= run().finally(() => {
      running = null;
    });
  }

  async function run(): Promise<void> {
    stopWaiting();
    while (wanted !== null && vault.document() !== null && !closing.signal.aborted) {
      const options = wanted;
      wanted = null;
      await turn(options);
    }
    wanted = null;
    plan();
  }

  function plan(): void {
    stopWaiting();
    const next = pace();
    if (next === null || closing.signal.aborted) return;
    stopWaiting = clock.after(lookAgainMs[next], () => wake());
    if (next !== 'trouble') void listen();
  }

  /** Looks whenever the service says that there is news. Once that ends, the next look begins it anew. */
  async function listen(): Promise<void> {
    if (listening !== null || !isStarted) return;
    const mine = new AbortController();
    listening = mine;
    try {
      for await (const _ of remote.events(AbortSignal.any([mine.signal, closing.signal]))) wake();
    } catch {
      // Whatever ended it, the service is asked again from time to time.
    } finally {
      listening = null;
    }
  }

  async function followVault(): Promise<void> {
    let wasOpen = false;
    for await (const document of vault.watchDocument(closing.signal)) {
      const isOpen = document !== null;
      changed();
      if (isOpen) wake(!wasOpen);
      wasOpen = isOpen;
    }
  }

  /** Who signs in may be asked for again. */
  async function followSignIns(): Promise<void> {
    let wasIn = false;
    for await (const { account: its } of account.watch({}, closing.signal)) {
      const isIn = its.stage === 'signedIn';
      changed();
      if (isIn && !wasIn) wake();
      wasIn = isIn;
    }
  }

  return {
    start() {
      isStarted = true;
      for (const following of [followVault(), followSignIns()])
        following.catch((error: unknown) => log.error('sync-follow', { error: messageOf(error) }));
    },
    plan,
    async close() {
      closing.abort();
      stopWaiting();
      await running;
    },
  };
}
