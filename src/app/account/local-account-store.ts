import type { AccountState } from '../../contract/account-state.ts';
import { Failure } from '../failure.ts';
import type { SealedFile, Clock, Log } from '../ports.ts';
import { createQueue } from '../vault/queue.ts';
import type { Vault } from '../vault/vault.ts';
import { sealAnew } from '../sealing.ts';
import { openLocalAccount, type OpenLocalAccount } from './open-local-account.ts';
import { HEAD } from './seal.ts';
import type { Server } from './server.ts';
import { emptyLocalAccount, withoutSession, type LocalAccount } from './local-account.ts';

/** Label for deriving the file's key from the vault's key. Existing files depend on it; keep the old name. */
const SEAL_LABEL = 'account traces';

/** How long closing waits for a pending call, in ms. */
const patienceMs = 2_000;

/** The only place that holds the local account while the vault is open. Calls take turns using it. */
export interface LocalAccountStore {
  /**
   * Runs a call when its turn comes.
   * @throws Failure VAULT_NOT_OPEN
   */
  inTurn<T>(task: (local: OpenLocalAccount) => Promise<T>): Promise<T>;
  /** Null while the vault is closed. */
  get(): LocalAccount | null;
  /** Follows the vault until `close`: the local account opens and closes with it. */
  start(): void;
  /**
   * Stops watching the vault and ends calls to the server. If it was started, it also ends a session with no
   * unfinished step. Removes key and tokens from memory. Nothing is written afterwards, unless another process
   * holds the file for longer.
   */
  close(): Promise<void>;
}

interface StorePorts {
  vault: Vault;
  server: Server;
  file: SealedFile;
  clock: Clock;
  log: Log;
  /** Called after each change of the local account or the vault. */
  changed: () => void;
  /** Called when the local account is available: after the start and after each unlock. */
  opened: () => void;
}

/** Opens the local account with its first use; `start` makes it follow the vault. */
export function createLocalAccountStore({
  vault,
  server,
  file,
  clock,
  log,
  changed,
  opened,
}: StorePorts): LocalAccountStore {
  const queue = createQueue();
  const closing = new AbortController();
  let local: OpenLocalAccount | null = null;
  let stopWaiting = () => {};

  let following: Promise<void> | null = null;

  // Not in turn: a call that has its turn may wait for the vault. `keepUp` follows.
  vault.onKeyChange((keys) => sealAnew(file, { head: HEAD, label: SEAL_LABEL }, keys));

  async function follow(): Promise<void> {
    for await (const document of vault.watchDocument(closing.signal)) {
      if (document === null) shut();
      // Not awaited: a lock must be noticed even while a call is pending.
      else void queue(keepUp).then(show, report);
      show();
    }
  }

  function report(error: unknown): void {
    if (error instanceof Failure) return;
    log.error('account-stopped', { error: error instanceof Error ? (error.stack ?? error.message) : '' });
  }

  /** Opens the local account, or reseals it if the vault has a new key. */
  async function keepUp(): Promise<void> {
    // The vault was locked again before this task's turn.
    if (vault.document() === null) return;
    if (local === null) await open();
    else await resealed(local);
  }

  /** Reseals the local account if the vault has a new key. */
  async function resealed(mine: OpenLocalAccount): Promise<void> {
    const key = vault.deriveKey(SEAL_LABEL);
    if (mine.isSealedWith(key)) key.fill(0);
    else await file.exclusively(() => mine.reseal(key));
  }

  async function open(): Promise<OpenLocalAccount> {
    const mine = await openLocalAccount(vault.deriveKey(SEAL_LABEL), {
      file,
      log,
      changed: () => show(),
      isOurs: (local) => local.server === null || local.server.origin === server.state().address,
      otherKeys: () => (vault.document() === null ? [] : vault.keysFor(SEAL_LABEL)),
    });
    if (vault.document() === null) {
      mine.close();
      throw new Failure('VAULT_NOT_OPEN');
    }
    local = mine;
    const { server: known } = mine.get();
    if (known) server.remember(known);
    show();
    opened();
    return mine;
  }

  function shut(last: (mine: OpenLocalAccount) => Promise<void> = async () => {}): void {
    const former = local;
    local = null;
    stopWaiting();
    if (former === null) return;
    // A pending call writes its result first.
    void queue(() => last(former))
      .catch(report)
      .finally(() => former.close());
  }

  /** Closing Latchkey ends the session; an unfinished step keeps it. A single command does not close Latchkey. */
  function endSession(mine: OpenLocalAccount): Promise<void> {
    return file.exclusively(async () => {
      await mine.refresh();
      if (isFinished(mine.get())) await mine.change(withoutSession);
    });
  }

  /** Reports the change, and reports again when time alone causes the next one. */
  function show(): void {
    changed();
    stopWaiting();
    const { attempt, trustedUntil } = local?.get() ?? emptyLocalAccount;
    const moments = [attempt?.expiresAt, trustedUntil].filter((at) => typeof at === 'number');
    const next = Math.min(...moments.filter((at) => at > clock.now()));
    stopWaiting = next === Infinity ? () => {} : clock.at(next, show);
  }

  /** Waits for pending calls, but not for long. */
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
        const mine = local ?? (await open());
        try {
          return await file.exclusively(async () => {
            await mine.refresh();
            return task(mine);
          });
        } finally {
          // Watchers see the outcome before the call answers.
          show();
          await watchersNotified();
        }
      }),
    get: () => local?.get() ?? null,
    start() {
      following ??= follow().catch(report);
    },
    async close() {
      closing.abort();
      shut(following === null ? undefined : endSession);
      await following;
      await settle();
      // A server that does not answer must prevent neither closing nor the last write.
      server.close();
      await settle();
    },
  };
}

/** Lets watchers hear of a change before the call that made it answers. */
export function watchersNotified(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Whether nothing would be lost with the session: it is a full session with no unfinished step. */
function isFinished({ session, pending, leaving, pendingAddress, recoveryCodes }: LocalAccount): boolean {
  const halfDone = [pending, leaving, pendingAddress, recoveryCodes];
  return session?.state.kind === 'full' && halfDone.every((part) => part === null);
}

/** The person's stage according to the local account; each stage has its own screen. */
export function stageOf(local: LocalAccount, now: number): Exclude<AccountState['stage'], 'vaultClosed'> {
  if (local.session !== null) return 'signedIn';
  if (local.attempt !== null && local.attempt.expiresAt > now) return 'secondFactor';
  return local.signUp !== null ? 'mailOnItsWay' : 'signedOut';
}
