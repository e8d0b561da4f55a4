import { accountLimits, type Language } from '../../contract/account.ts';
import type { Clock } from '../ports.ts';
import type { Account } from './account.ts';
import { patienceUntil, resendAfterMs } from './sending.ts';
import { requireStage } from './session.ts';
import type { AccountTools } from './tools.ts';
import { Failure } from '../failure.ts';

/** A sign-up whose mail was sent just now. */
export function mailSent(signUp: { name: string; address: string; language: Language | null }, clock: Clock) {
  const sentAt = clock.now();
  return {
    ...signUp,
    sentAt,
    resendAt: sentAt + resendAfterMs.mail,
    expiresAt: sentAt + accountLimits.activationHours * 3_600_000,
  };
}

/** From the form to the mail on its way. */
export function createSignUp({ guide, session, clock }: AccountTools): Account['signUp'] {
  return {
    start: (input) =>
      guide.inTurn(async (kept) => {
        requireStage(kept, clock.now(), 'signedOut', 'mailOnItsWay');
        await session.askAsDevice(kept, (client) => client.signUp.start(input));
        const { name, email: address, language } = input;
        await kept.change({ signUp: mailSent({ name, address, language }, clock), ended: null });
      }),

    resend: () =>
      guide.inTurn(async (kept) => {
        const { signUp } = kept.traces();
        if (signUp === null) throw new Failure('OTHER_STEP');
        requireStage(kept, clock.now(), 'mailOnItsWay');
        try {
          await session.askAsDevice(kept, (client) => client.activation.resend({ email: signUp.address }));
        } catch (error) {
          const resendAt = patienceUntil(error, clock);
          if (resendAt !== null) await kept.change({ signUp: { ...signUp, resendAt } });
          throw error;
        }
        await kept.change({ signUp: mailSent(signUp, clock) });
      }),

    giveUp: () =>
      guide.inTurn(async (kept) => {
        await kept.change({ signUp: null });
      }),
  };
}
