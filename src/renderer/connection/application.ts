import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { createContext, use } from 'react';
import { useSyncExternalStore } from 'react';
import type { BackupStatus } from '../../contract/backup.ts';
import type { ClockState } from '../../contract/clock.ts';
import { joined, type EntryLists } from '../../contract/entry-lists.ts';
import type { AccountView } from '../../contract/account-state.ts';
import type { Preferences } from '../../contract/preferences.ts';
import type { MovingSite } from '../../contract/moving.ts';
import type { Quarantined } from '../../contract/quarantine.ts';
import type { SyncView } from '../../contract/sync.ts';
import type { UpdateState } from '../../contract/update.ts';
import type { VaultState } from '../../contract/vault.ts';
import { createCodes } from '../codes/code-store.ts';
import type { Codes } from '../codes/code-store.ts';
import { connect } from './connection.ts';
import type { Client, ConnectionStatus } from './connection.ts';
import { live } from './live.ts';
import type { Live } from './live.ts';
import { inTwoFrames } from './long-events.ts';
import type { Store } from './store.ts';

/** The application as the window sees it: calls, and values that change on their own. */
export interface Application {
  readonly client: Client;
  /** The calls as TanStack Query options. */
  readonly calls: ReturnType<typeof createTanstackQueryUtils<Client>>;
  readonly connection: Store<ConnectionStatus>;
  readonly vault: Live<VaultState>;
  readonly preferences: Live<Preferences>;
  readonly entries: Live<EntryLists>;
  readonly backup: Live<BackupStatus>;
  readonly quarantine: Live<{ quarantined: Quarantined[] }>;
  readonly moving: Live<{ sites: MovingSite[] }>;
  readonly sync: Live<SyncView>;
  readonly update: Live<UpdateState>;
  readonly clock: Live<ClockState>;
  readonly codes: Codes;
  readonly account: Live<AccountView>;
}

/** Connects; nothing is followed until its `start` is called. */
export function createApplication(): Application {
  const { client, status } = connect();
  return {
    client,
    calls: createTanstackQueryUtils(client),
    connection: status,
    vault: live((options) => client.vault.watch(undefined, options)),
    preferences: live((options) => client.preferences.watch(undefined, options)),
    entries: live(
      inTwoFrames(
        async (options) => joined(await client.entries.watch(undefined, options)),
        ({ entries, trash }) => entries.length + trash.length,
      ),
    ),
    backup: live((options) => client.backup.watch(undefined, options)),
    quarantine: live((options) => client.quarantine.watch(undefined, options)),
    moving: live((options) => client.moving.watch(undefined, options)),
    sync: live((options) => client.sync.watch(undefined, options)),
    update: live((options) => client.update.watch(undefined, options)),
    clock: live((options) => client.clock.watch(undefined, options)),
    account: live((options) => client.account.watch(undefined, options)),
    codes: createCodes(
      inTwoFrames(
        (options) => client.codes.watch(undefined, options),
        ({ codes }) => codes.length,
      ),
    ),
  };
}

export const ApplicationContext = createContext<Application | null>(null);

/** This window's application. */
export function useApplication(): Application {
  const application = use(ApplicationContext);
  if (application === null) throw new Error('useApplication outside of ApplicationContext');
  return application;
}

/** The latest event of a live value; null before the first. */
export function useLive<T>(value: Live<T>): T | null {
  return useSyncExternalStore(value.subscribe, value.get);
}
