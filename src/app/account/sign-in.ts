import type { SignInStep } from '../../contract/account/sign-in.ts';
import { Failure } from '../failure.ts';
import type { Account } from './account.ts';
import type { Kept } from './kept.ts';
import { patienceUntil, sentNow } from './sending.ts';
import { isFailure, requireStage } from './session.ts';
import type { AccountTools } from './tools.ts';
import { withoutSession, type Traces } from './traces.ts';

type Attempt = NonNullable<Traces['attempt']>;

/** Password, then one method of the person's choice; on a trusted computer the password alone. */
export function createSignIn(tools: AccountTools): Account['signIn'] {
  const { guide, server, session, ownCodes, clock, device } = tools;

  async function takeStep(kept: Kept, step: SignInStep, address: string): Promise<void> {
    switch (step.step) {
      case 'signedIn':
      case 'enrol': {
        // Whose account it is, until the server has told.
        const known = { address, signUp: null, attempt: null, ...withoutSession };
        await kept.change(known);
        await session.adopt(kept, step.grant);
        return session.sync(kept);
      }
      case 'secondFactor': {
        const { flow, methods, recoveryCodesLeft: canRecover } = step;
        const expiresAt = server.toLocal(step.expiresAt);
        const attempt: Attempt = { flow, address, expiresAt, methods, canRecover, sent: null };
        // It asks for a second factor: there is no trust (any more).
        await kept.change({ attempt, address, trustedUntil: null, ended: null, signUp: null });
      }
    }
  }

  /** Asks in the sign-in attempt; where that is over, the guide is back at the password. */
  async function inAttempt<T>(kept: Kept, ask: (attempt: Attempt) => Promise<T>): Promise<T> {
    const { attempt } = kept.traces();
    if (attempt === null) throw new Failure('OTHER_STEP');
    requireStage(kept, clock.now(), 'secondFactor');
    try {
      return await ask(attempt);
    } catch (error) {
      if (isFailure(error, 'FLOW_INVALID')) await kept.change({ attempt: null });
      throw error;
    }
  }

  function verify(methodId: string, code: string, trust: boolean): Promise<void> {
    return guide.inTurn((kept) =>
      inAttempt(kept, async ({ flow }) => {
        const { grant } = await session.askAsDevice(kept, (client) =>
          client.signIn.verify({ flow, methodId, code, trust }),
        );
        ownCodes.note(methodId, code);
        await session.adopt(kept, grant, { attempt: null });
        await session.sync(kept);
      }),
    );
  }

  return {
    start: (input) =>
      guide.inTurn(async (kept) => {
        requireStage(kept, clock.now(), 'signedOut', 'mailOnItsWay', 'secondFactor');
        const step = await session.askAsDevice(kept, (client) => client.signIn.start({ ...input, device }));
        await takeStep(kept, step, input.email);
      }),

    send: ({ methodId }) =>
      guide.inTurn((kept) =>
        inAttempt(kept, async (attempt) => {
          try {
            const sent = await session.askAsDevice(kept, (client) =>
              client.signIn.send({ flow: attempt.flow, methodId }),
            );
            await kept.change({ attempt: { ...attempt, sent: { methodId, ...sentNow(sent, tools) } } });
          } catch (error) {
            const resendAt = patienceUntil(error, clock);
            if (resendAt !== null && attempt.sent?.methodId === methodId) {
              await kept.change({ attempt: { ...attempt, sent: { ...attempt.sent, resendAt } } });
            }
            throw error;
          }
        }),
      ),

    verify: ({ methodId, code, trust }) =>
      code === undefined
        ? ownCodes.handIn(methodId, (own) => verify(methodId, own, trust))
        : verify(methodId, code, trust),

    recover: ({ code }) =>
      guide.inTurn((kept) =>
        inAttempt(kept, async ({ flow }) => {
          const { grant } = await session.askAsDevice(kept, (client) =>
            client.signIn.recover({ flow, code }),
          );
          await session.adopt(kept, grant, { attempt: null });
          await session.sync(kept);
        }),
      ),

    giveUp: () =>
      guide.inTurn(async (kept) => {
        await kept.change({ attempt: null });
      }),

    forgotPassword: ({ email }) =>
      guide.inTurn(async () => {
        await server.ask(null, (client) => client.passwordReset.request({ email }));
      }),
  };
}
