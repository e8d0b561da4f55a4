import type { Platform } from '../../contract/vocabulary.ts';
import type { AccountApi, Clock } from '../ports.ts';
import type { LocalAccountStore } from './local-account-store.ts';
import type { OwnCodes } from './own-codes.ts';
import type { Server } from './server.ts';
import type { Retire } from './retire.ts';
import type { Session } from './session.ts';
import type { SyncPass } from './sync-pass.ts';

/** What the account's capabilities share. */
export interface AccountContext {
  store: LocalAccountStore;
  server: Server;
  session: Session;
  syncPass: SyncPass;
  ownCodes: OwnCodes;
  retire: Retire;
  clock: Clock;
  device: { name: AccountApi['computerName']; platform: Platform };
}
