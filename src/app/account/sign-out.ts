import { Failure } from '../failure.ts';
import type { Account } from './calls.ts';
import type { AccountContext } from './context.ts';

/** Ends session and trust at the server if it is reachable; always erases everything kept here. */
export function createSignOut({ store, server, syncPass }: AccountContext): Account['signOut'] {
  return () =>
    store.inTurn(async (local) => {
      const { session, key } = local.get();
      let serverTold = false;
      if (session !== null && key !== null) {
        try {
          await server.ask({ key, token: session.token }, (client) => client.sessions.signOut());
          serverTold = true;
        } catch (error) {
          // The server is unreachable or the session is already over. Trust ends with the key, removed below.
          if (!(error instanceof Failure)) throw error;
        }
      }
      // With nobody signed in, the pass alone is there to be ended.
      else await syncPass.end(local);
      await local.forget();
      return { serverTold };
    });
}
