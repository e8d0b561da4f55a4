import type { GuideState } from '../../contract/guide-state.ts';
import { Failure } from '../failure.ts';
import type { AccountFile, Clock, Log } from '../ports.ts';
import { createQueue } from '../vault/queue.ts';
import type { Vault } from '../vault/vault.ts';
import { openKept, type Kept } from './kept.ts';
import type { Server } from './server.ts';
import { noTraces, withoutSession, type Traces } from './traces.ts';

/** What the account's file is sealed with, of all that the vault's key is good for. */
const SEAL_LABEL = 'account traces';

/** How long closing waits for a call that is on its way, in ms. */
const patienceMs = 2_000;

/** The one place that has the account's traces, while the vault is open; calls take turns on them. */
export interface Guide {
  /**
   * Runs a call when its turn has come.
   * @throws Failure VAULT_NOT_OPEN
   */
  inTurn<T>(task: (kept: Kept) => Promise<T>): Promise<T>;
  /** Null while the vault is closed. */
  traces(): Traces | null;
  /**
   * Ends what reads from the vault, what the server is asked, and a session that has nothing left to do; key and
   * tokens leave the memory. Nothing is written after it, but where another process keeps the traces for longer.
   */
  close(): Promise<void>;
}

interface GuideTools {
  vault: Vault;
  server: Server;
  file: AccountFile;
  clock: Clock;
  log: Log;
  /** Called after each change of the traces, and of the vault. */
  changed: () => void;
  /** Called when the traces are there: after the start, and after each unlocking. */
  opened: () => void;
}

/** Follows the vault: with it the traces open and close. */
export function createGuide({ vault, server, file, clock, log, changed, opened }: GuideTools): Guide {
  const queue = createQueue();
  const closing = new AbortController();
  let kept: Kept | null = null;
  let stopWaiting = () => {};

  const following = follow().catch(report);

  async function follow(): Promise<void> {
    for await (const document of vault.watchDocument(closing.signal)) {
      if (document === null) shut();
      // Not waited for: a lock must be seen while a call is on its way.
      else void queue(keepUp).then(show, report);
      show();
    }
  }

  function report(error: unknown): void {
    if (error instanceof Failure) return;
    log.error('account-stopped', { error: error instanceof Error ? (error.stack ?? error.message) : '' });
  }

  /** Opens the traces, or seals them with the vault's new key, where it has one. */
  async function keepUp(): Promise<void> {
    // Locked again before its turn came.
    if (vault.document() === null) return;
    if (kept === null) await open();
    else await resealed(kept);
  }

  /** With the vault's new key, where it has one. */
  async function resealed(mine: Kept): Promise<void> {
    const key = vault.deriveKey(SEAL_LABEL);
    if (mine.isSealedWith(key)) key.fill(0);
    else await file.exclusively(() => mine.reseal(key));
  }

  async function open(): Promise<Kept> {
    const mine = await openKept(vault.deriveKey(SEAL_LABEL), {
      file,
      log,
      changed: () => show(),
      isOurs: (traces) => traces.server === null || traces.server.origin === server.state().address,
    });
    if (vault.document() === null) {
      mine.close();
      throw new Failure('VAULT_NOT_OPEN');
    }
    kept = mine;
    const { server: known } = mine.traces();
    if (known) server.remember(known);
    show();
    opened();
    return mine;
  }

  function shut(last: (mine: Kept) => Promise<void> = async () => {}): void {
    const former = kept;
    kept = null;
    stopWaiting();
    if (former === null) return;
    // A call that is on its way writes what came of it first.
    void queue(() => last(former))
      .catch(report)
      .finally(() => former.close());
  }

  /** Who closes Latchkey is asked for the password again; only what is half done keeps its session. */
  function endSession(mine: Kept): Promise<void> {
    return file.exclusively(async () => {
      await mine.refresh();
      if (isFinished(mine.traces())) await mine.change(withoutSession);
    });
  }

  /** Tells of the change, and again when time alone makes another one. */
  function show(): void {
    changed();
    stopWaiting();
    const { attempt, trustedUntil } = kept?.traces() ?? noTraces;
    const moments = [attempt?.expiresAt, trustedUntil].filter((at) => typeof at === 'number');
    const next = Math.min(...moments.filter((at) => at > clock.now()));
    stopWaiting = next === Infinity ? () => {} : clock.at(next, show);
  }

  /** Waits for what is on its way, but not for long. */
  async function settle(): Promise<void> {
    let forget = () => {};
    const late = new Promise<void>((resolve) => {
      forget = clock.at(clock.now() + patienceMs, resolve);
    });
    await Promise.race([queue(async () => {}), late]);
    forget();
  }

  return {
    inTurn: (task) =>
      queue(async () => {
        if (vault.document() === null) throw new Failure('VAULT_NOT_OPEN');
        const mine = kept ?? (await open());
        try {
          return await file.exclusively(async () => {
            await mine.refresh();
            return task(mine);
          });
        } finally {
          // Whatever came of it shows before the call answers: the watchers' turn first.
          show();
          await told();
        }
      }),
    traces: () => kept?.traces() ?? null,
    async close() {
      closing.abort();
      shut(endSession);
      await following;
      await settle();
      // A server that does not answer keeps nobody from closing, nor what is written last from being written.
      server.close();
      await settle();
    },
  };
}

/** Lets those who watch hear of a change before the call that made it answers. */
export function told(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Whether nothing would be lost with the session: it is a full one, and nothing is being set up in it. */
function isFinished({ session, pending, leaving, pendingAddress, recoveryCodes }: Traces): boolean {
  const halfDone = [pending, leaving, pendingAddress, recoveryCodes];
  return session?.state.kind === 'full' && halfDone.every((part) => part === null);
}

/** Where the person is, by what is kept: each stage has its screen. */
export function stageOf(traces: Traces, now: number): Exclude<GuideState['stage'], 'vaultClosed'> {
  if (traces.session !== null) return 'signedIn';
  if (traces.attempt !== null && traces.attempt.expiresAt > now) return 'secondFactor';
  return traces.signUp !== null ? 'mailOnItsWay' : 'signedOut';
}
