import type { Account } from './account.ts';
import { sentNow } from './sending.ts';
import { ignoreFailure } from './session.ts';
import type { Kept } from './kept.ts';
import { removeReplaced } from './replacing.ts';
import type { AccountTools } from './tools.ts';

/** A fresh check of a second factor, for what is sensitive. */
export function createStepUp(tools: AccountTools): Account['stepUp'] {
  const { guide, session, ownCodes } = tools;

  function verify(methodId: string, code: string): Promise<void> {
    return guide.inTurn(async (kept) => {
      const { grant } = await session.ask(kept, (client) => client.stepUp.verify({ methodId, code }));
      ownCodes.note(methodId, code);
      await session.adopt(kept, grant);
      await finishReplacing(kept);
    });
  }

  /** The check was made, whatever becomes of a method that still has to go. */
  async function finishReplacing(kept: Kept): Promise<void> {
    if (kept.traces().leaving === null) return;
    await removeReplaced(kept, tools).catch(ignoreFailure);
    await session.sync(kept);
  }

  return {
    send: ({ methodId }) =>
      guide.inTurn(async (kept) =>
        sentNow(await session.ask(kept, (client) => client.stepUp.send({ methodId })), tools),
      ),

    verify: ({ methodId, code }) =>
      code === undefined ? ownCodes.handIn(methodId, (own) => verify(methodId, own)) : verify(methodId, code),

    recover: ({ code }) =>
      guide.inTurn(async (kept) => {
        const { grant } = await session.ask(kept, (client) => client.stepUp.recover({ code }));
        await session.adopt(kept, grant);
        await finishReplacing(kept);
        // One recovery code less.
        await session.sync(kept);
      }),
  };
}
