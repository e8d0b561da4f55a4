import { accountLimits, type Language } from '../../contract/account-service/shapes.ts';
import type { Clock } from '../ports.ts';
import type { Account } from './calls.ts';
import { patienceUntil, resendAfterMs } from './sent-code.ts';
import { requireStage } from './session.ts';
import type { AccountContext } from './context.ts';
import { Failure } from '../failure.ts';

/** A sign-up whose mail was just sent. */
export function mailSent(signUp: { name: string; address: string; language: Language | null }, clock: Clock) {
  const sentAt = clock.now();
  return {
    ...signUp,
    sentAt,
    resendAt: sentAt + resendAfterMs.mail,
    expiresAt: sentAt + accountLimits.activationHours * 3_600_000,
  };
}

/** Covers the sign-up from the form until the mail is on its way. */
export function createSignUp({ store, session, clock }: AccountContext): Account['signUp'] {
  return {
    start: (input) =>
      store.inTurn(async (local) => {
        requireStage(local, clock.now(), 'signedOut', 'mailOnItsWay');
        await session.askAsDevice(local, (client) => client.signUp.start(input));
        const { name, email: address, language } = input;
        await local.change({ signUp: mailSent({ name, address, language }, clock), ended: null });
      }),

    resend: () =>
      store.inTurn(async (local) => {
        const { signUp } = local.get();
        if (signUp === null) throw new Failure('OTHER_STEP');
        requireStage(local, clock.now(), 'mailOnItsWay');
        try {
          await session.askAsDevice(local, (client) => client.activation.resend({ email: signUp.address }));
        } catch (error) {
          const resendAt = patienceUntil(error, clock);
          if (resendAt !== null) await local.change({ signUp: { ...signUp, resendAt } });
          throw error;
        }
        await local.change({ signUp: mailSent(signUp, clock) });
      }),

    giveUp: () =>
      store.inTurn(async (local) => {
        await local.change({ signUp: null });
      }),
  };
}
