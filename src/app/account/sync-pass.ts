import type { syncContract } from '../../contract/account-service/sync.ts';
import { Failure, ignoreFailure, isFailure } from '../failure.ts';
import type { ApiClient, Clock } from '../ports.ts';
import type { OpenLocalAccount } from './open-local-account.ts';
import type { Server } from './server.ts';
import type { Session } from './session.ts';

type Contract = typeof syncContract;
type OfPass = {
  [Name in keyof Contract]: Contract[Name] extends { '~orpc': { meta: { caller: 'sessionOrPass' } } }
    ? Name
    : never;
}[keyof Contract];

/** The calls that a sync pass is good for, as the contract says. */
export type SyncClient = Pick<ApiClient['sync'], OfPass>;

/** What lets this computer sync while nobody is signed in: the service's pass, which ends with the trust in it. */
export interface SyncPass {
  /**
   * Asks with the pass while there is one, so that what goes on by itself keeps no session alive; else within the session.
   * @throws the failures of `Session.ask`
   */
  ask<T>(local: OpenLocalAccount, call: (client: SyncClient) => Promise<T>): Promise<T>;
  /**
   * Takes the pass of the present trust within the session. Does nothing where there is no full session, no trust, or the pass
   * already.
   * @throws as `ask`
   */
  take(local: OpenLocalAccount): Promise<void>;
  /** Ends the pass, at the service too if that answers. */
  end(local: OpenLocalAccount): Promise<void>;
}

export function createSyncPass({
  server,
  session,
  clock,
}: {
  server: Pick<Server, 'ask' | 'toLocal'>;
  session: Pick<Session, 'ask'>;
  clock: Clock;
}): SyncPass {
  async function ask<T>(local: OpenLocalAccount, call: (client: SyncClient) => Promise<T>): Promise<T> {
    const { key, syncPass } = local.get();
    if (key !== null && syncPass !== null && server.toLocal(syncPass.until) > clock.now()) {
      try {
        return await server.ask({ key, token: syncPass.token }, ({ sync }) => call(sync));
      } catch (error) {
        if (!isFailure(error, 'UNAUTHENTICATED')) throw error;
        if (error.data.reason === 'proof') throw new Failure('DEVICE_PROOF_INVALID');
        // Another process of this person may have a newer one.
        await local.refresh();
        const { syncPass: newer } = local.get();
        if (newer !== null && newer.token !== syncPass.token) return ask(local, call);
        await local.change({ syncPass: null });
      }
    }
    return session.ask(local, ({ sync }) => call(sync));
  }

  return {
    ask,

    async take(local) {
      const { session: mine, syncPass } = local.get();
      const until = mine?.state.kind === 'full' ? mine.state.trustedUntil : null;
      if (mine === null || until === null || until === syncPass?.until) return;
      const { pass } = await session.ask(local, (client) => client.sync.takePass());
      const { session: still } = local.get();
      // Nobody trusts this computer any more.
      const isOver = pass === null && still !== null;
      await local.change({
        syncPass: pass,
        ...(isOver && {
          trustedUntil: null,
          session: { ...still, state: { ...still.state, trustedUntil: null } },
        }),
      });
    },

    async end(local) {
      if (local.get().syncPass === null) return;
      await ask(local, (client) => client.endPass()).catch(ignoreFailure);
      await local.change({ syncPass: null });
    },
  };
}
