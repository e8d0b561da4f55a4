import { Failure } from '../failure.ts';
import type { Account } from './calls.ts';
import type { AccountContext } from './context.ts';

/** Ends session and trust at the server where it can be told, and everything that is kept here in any case. */
export function createSignOut({ store, server }: AccountContext): Account['signOut'] {
  return () =>
    store.inTurn(async (local) => {
      const { session, key } = local.get();
      let serverTold = false;
      if (session !== null && key !== null) {
        try {
          await server.ask({ key, token: session.token }, (client) => client.sessions.signOut());
          serverTold = true;
        } catch (error) {
          // Away, or the session is over there: the trust dies with the key, which goes now.
          if (!(error instanceof Failure)) throw error;
        }
      }
      await local.forget();
      return { serverTold };
    });
}
