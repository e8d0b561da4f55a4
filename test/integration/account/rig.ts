import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { createAccountApi } from '../../../src/adapters/account-api/account-api.ts';
import { createAccountFile, createSyncFile } from '../../../src/adapters/sealed-file/sealed-file.ts';
import { createPreferenceFile } from '../../../src/adapters/preferences/preference-file.ts';
import { createVaultFile } from '../../../src/adapters/vault-file/vault-file.ts';
import type { Clock, Ports } from '../../../src/app/ports.ts';
import type { AccountView, AccountState } from '../../../src/contract/account-state.ts';
import { startWorld, type World } from '../../rig/account-service/world.ts';
import { startApplication, type AppClient } from '../../rig/application.ts';
import { createListLog, createMemoryKeychain } from '../../rig/memory-ports.ts';
import { createWire } from './wire.ts';

/** How long a busy machine may take to bring all of this up, in ms. */
export const patience = 180_000;

/**
 * The real service on a real PostgreSQL, and a clock that moves with the service's.
 *
 * @param postgres the connection string of its server; left out: the test run's
 */
export async function startService(env: Record<string, string> = {}, postgres = inject('postgres')) {
  const world = await startWorld(postgres, {
    LIMIT_REQUESTS_PER_NETWORK_HOUR: '10000',
    LIMIT_CODES_PER_ACCOUNT_HOUR: '1000',
    ...env,
  });
  const clock = createMovingClock(world);
  return {
    world,
    clock,
    stop: () => world.stop(),
  };
}
export type RunningService = Awaited<ReturnType<typeof startService>>;

/** The service's clock, also for this computer: with `move`, time passes for both. */
function createMovingClock(world: World): Clock & { move(ms: number): void } {
  const start = world.now();
  let tasks: { at: number; task: () => void; timer: NodeJS.Timeout }[] = [];
  const forget = (gone: { timer: NodeJS.Timeout }) => {
    clearTimeout(gone.timer);
    tasks = tasks.filter((other) => other !== gone);
  };
  const runDue = () => {
    for (const due of tasks.filter(({ at }) => at <= world.now())) {
      forget(due);
      due.task();
    }
  };
  const runAt = (at: number, task: () => void) => {
    const wait = Math.min(Math.max(0, at - world.now()) + 5, 2 ** 31 - 1);
    const waiting = { at, task, timer: setTimeout(runDue, wait).unref() };
    tasks.push(waiting);
    return () => forget(waiting);
  };
  return {
    now: () => world.now(),
    elapsed: () => world.now() - start,
    at: runAt,
    after: (ms, task) => runAt(world.now() + ms, task),
    // Time passes for both ends alike: nobody sets a clock here.
    onJump: () => () => {},
    move(ms) {
      world.passTime(ms);
      runDue();
    },
  };
}

/** A computer: its folder, its keychain, its wire to the service. Latchkey is started on it, again and again. */
export async function createComputer(service: RunningService, more: Partial<Ports> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-computer-'));
  const keychain = createMemoryKeychain();
  const log = createListLog();
  const wire = await createWire(service.world.ports[0]);
  const running: { stop(): Promise<void> }[] = [];

  return {
    folder,
    keychain,
    log,
    wire,
    accountFile: createAccountFile(folder),
    async start(
      options: { version?: string; server?: string | null; create?: boolean } = {},
    ): Promise<Latchkey> {
      const { version = '0.1.0', server = wire.origin, create } = options;
      const isNew = !(await readdir(folder)).includes('vault.latchkey');
      const application = await startApplication({
        create: create ?? isNew,
        world: {
          keychain,
          log,
          clock: service.clock,
          vaultStore: createVaultFile(folder),
          accountFile: createAccountFile(folder),
          syncFile: createSyncFile(folder),
          accountApi: createAccountApi(service.clock),
          preferences: createPreferenceFile(folder),
          ...more,
        },
        facts: { version, ...(server !== null && { accountServer: { address: server, trialInbox: null } }) },
      });
      running.push(application);
      return follow(application);
    },
    /** Every file of the folder, as text to search in. */
    async files(): Promise<Map<string, Buffer>> {
      const names = await readdir(folder, { recursive: true, withFileTypes: true });
      const files = names.filter((entry) => entry.isFile());
      return new Map(
        await Promise.all(
          files.map(async ({ name, parentPath }) => [name, await readFile(join(parentPath, name))] as const),
        ),
      );
    },
    async stop(): Promise<void> {
      for (const one of running) await one.stop();
      await wire.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
export type Computer = Awaited<ReturnType<typeof createComputer>>;

export interface Latchkey {
  client: AppClient;
  account: AppClient['account'];
  openLink(raw: string): void;
  /** What the window sees now. */
  view(): AccountView;
  /** Everything that the window was ever shown by itself, as text. */
  shown(): string;
  /** The view, once it is so. */
  until(isSo: (view: AccountView) => boolean): Promise<AccountView>;
  /** The account, once it is at a stage. */
  at<Stage extends AccountState['stage']>(stage: Stage): Promise<Extract<AccountState, { stage: Stage }>>;
  stop(): Promise<void>;
}

async function follow(started: Awaited<ReturnType<typeof startApplication>>): Promise<Latchkey> {
  const { client, application } = started;
  const views = await client.account.watch();
  const first = await views.next();
  if (first.done) throw new Error('there is no view');
  let view = first.value;
  const shown = [JSON.stringify(view)];
  const waiting = new Set<() => void>();
  const following = (async () => {
    for await (const next of views) {
      view = next;
      shown.push(JSON.stringify(next));
      for (const look of waiting) look();
    }
  })().catch((error: unknown) => {
    // The wire to the window is closed first, as a window that goes away closes it.
    if (!(error instanceof Error && error.name === 'AbortError')) throw error;
  });

  function until(isSo: (view: AccountView) => boolean): Promise<AccountView> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(look);
        reject(new Error(`it did not come to that: ${JSON.stringify(view)}`));
      }, 60_000);
      const look = () => {
        if (!isSo(view)) return;
        clearTimeout(timer);
        waiting.delete(look);
        resolve(view);
      };
      waiting.add(look);
      look();
    });
  }

  return {
    client,
    account: client.account,
    openLink: (raw) => application.openLink(raw),
    view: () => view,
    shown: () => shown.join('\n'),
    until,
    async at(stage) {
      const { account } = await until((seen) => seen.account.stage === stage);
      if (!isAt(account, stage)) throw new Error('another stage');
      return account;
    },
    async stop() {
      await started.stop();
      await following;
    },
  };
}

function isAt<Stage extends AccountState['stage']>(
  account: AccountState,
  stage: Stage,
): account is Extract<AccountState, { stage: Stage }> {
  return account.stage === stage;
}
