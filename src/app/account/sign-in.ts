import type { SignInStep } from '../../contract/account-service/sign-in.ts';
import { Failure, isFailure } from '../failure.ts';
import type { Account } from './calls.ts';
import type { OpenLocalAccount } from './open-local-account.ts';
import { patienceUntil, sentNow } from './sent-code.ts';
import { requireStage } from './session.ts';
import type { AccountContext } from './context.ts';
import { withoutSession, type LocalAccount } from './local-account.ts';

type Attempt = NonNullable<LocalAccount['attempt']>;

/** Signs in with the password, then a method the person chooses; a trusted computer needs only the password. */
export function createSignIn(context: AccountContext): Account['signIn'] {
  const { store, server, session, ownCodes, clock, device } = context;

  async function takeStep(local: OpenLocalAccount, step: SignInStep, address: string): Promise<void> {
    switch (step.step) {
      case 'signedIn':
      case 'enrol': {
        // Identifies the account until the server describes it.
        const known = { address, signUp: null, attempt: null, ...withoutSession };
        // Perhaps it is another account now.
        const pass = address === local.get().address ? {} : { syncPass: null };
        await local.change({ ...known, ...pass });
        await session.adopt(local, step.grant);
        return session.sync(local);
      }
      case 'secondFactor': {
        const { flow, methods, recoveryCodesLeft: canRecover } = step;
        const expiresAt = server.toLocal(step.expiresAt);
        const attempt: Attempt = { flow, address, expiresAt, methods, canRecover, sent: null };
        // The server asks for a second factor, so this computer is not trusted (any more).
        await local.change({
          attempt,
          address,
          trustedUntil: null,
          syncPass: null,
          ended: null,
          signUp: null,
        });
      }
    }
  }

  /** Asks within the sign-in attempt; if that is over, the account returns to the password. */
  async function inAttempt<T>(local: OpenLocalAccount, ask: (attempt: Attempt) => Promise<T>): Promise<T> {
    const { attempt } = local.get();
    if (attempt === null) throw new Failure('OTHER_STEP');
    requireStage(local, clock.now(), 'secondFactor');
    try {
      return await ask(attempt);
    } catch (error) {
      if (isFailure(error, 'FLOW_INVALID')) await local.change({ attempt: null });
      throw error;
    }
  }

  function verify(methodId: string, code: string, trust: boolean): Promise<void> {
    return store.inTurn((local) =>
      inAttempt(local, async ({ flow }) => {
        const { grant } = await session.askAsDevice(local, (client) =>
          client.signIn.verify({ flow, methodId, code, trust }),
        );
        ownCodes.note(methodId, code);
        await session.adopt(local, grant, { attempt: null });
        await session.sync(local);
      }),
    );
  }

  return {
    start: (input) =>
      store.inTurn(async (local) => {
        requireStage(local, clock.now(), 'signedOut', 'mailOnItsWay', 'secondFactor');
        const step = await session.askAsDevice(local, (client) => client.signIn.start({ ...input, device }));
        await takeStep(local, step, input.email);
      }),

    send: ({ methodId }) =>
      store.inTurn((local) =>
        inAttempt(local, async (attempt) => {
          try {
            const sent = await session.askAsDevice(local, (client) =>
              client.signIn.send({ flow: attempt.flow, methodId }),
            );
            await local.change({ attempt: { ...attempt, sent: { methodId, ...sentNow(sent, context) } } });
          } catch (error) {
            const resendAt = patienceUntil(error, clock);
            if (resendAt !== null && attempt.sent?.methodId === methodId) {
              await local.change({ attempt: { ...attempt, sent: { ...attempt.sent, resendAt } } });
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
      store.inTurn((local) =>
        inAttempt(local, async ({ flow }) => {
          const { grant } = await session.askAsDevice(local, (client) =>
            client.signIn.recover({ flow, code }),
          );
          await session.adopt(local, grant, { attempt: null });
          await session.sync(local);
        }),
      ),

    giveUp: () =>
      store.inTurn(async (local) => {
        await local.change({ attempt: null });
      }),

    forgotPassword: ({ email }) =>
      store.inTurn(async () => {
        await server.ask(null, (client) => client.passwordReset.request({ email }));
      }),
  };
}
