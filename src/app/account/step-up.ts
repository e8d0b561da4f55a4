import type { Account } from './calls.ts';
import { ignoreFailure } from '../failure.ts';
import { sentNow } from './sent-code.ts';
import type { OpenLocalAccount } from './open-local-account.ts';
import { removeReplaced } from './replaced-method.ts';
import type { AccountContext } from './context.ts';

/** A fresh check of a second factor, for sensitive changes. */
export function createStepUp(context: AccountContext): Account['stepUp'] {
  const { store, session, ownCodes } = context;

  function verify(methodId: string, code: string): Promise<void> {
    return store.inTurn(async (local) => {
      const { grant } = await session.ask(local, (client) => client.stepUp.verify({ methodId, code }));
      ownCodes.note(methodId, code);
      await session.adopt(local, grant);
      await finishReplacing(local);
    });
  }

  /** Removes a replaced method if one is left. The step-up counts even if that fails. */
  async function finishReplacing(local: OpenLocalAccount): Promise<void> {
    if (local.get().leaving === null) return;
    await removeReplaced(local, context).catch(ignoreFailure);
    await session.sync(local);
  }

  return {
    send: ({ methodId }) =>
      store.inTurn(async (local) =>
        sentNow(await session.ask(local, (client) => client.stepUp.send({ methodId })), context),
      ),

    verify: ({ methodId, code }) =>
      code === undefined ? ownCodes.handIn(methodId, (own) => verify(methodId, own)) : verify(methodId, code),

    recover: ({ code }) =>
      store.inTurn(async (local) => {
        const { grant } = await session.ask(local, (client) => client.stepUp.recover({ code }));
        await session.adopt(local, grant);
        await finishReplacing(local);
        // One recovery code is now used up.
        await session.sync(local);
      }),
  };
}
