import type { Platform } from '../../contract/vocabulary.ts';
import type { AccountApi, Clock } from '../ports.ts';
import type { Guide } from './guide.ts';
import type { OwnCodes } from './own-codes.ts';
import type { Server } from './server.ts';
import type { Retire } from './retire.ts';
import type { Session } from './session.ts';

/** What the account's capabilities have in common. */
export interface AccountTools {
  guide: Guide;
  server: Server;
  session: Session;
  ownCodes: OwnCodes;
  retire: Retire;
  clock: Clock;
  device: { name: AccountApi['computerName']; platform: Platform };
}
