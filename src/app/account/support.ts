import type { Language } from '../../contract/account-service/shapes.ts';
import type { PreferenceStore } from '../ports.ts';
import type { Account } from './calls.ts';
import type { LocalAccount } from './local-account.ts';
import type { AccountContext } from './context.ts';
import { languageOf } from '../../contract/vocabulary.ts';

/** For a person without access to any method: asks the operators, and follows up on the request. */
export function createSupport({
  store,
  session,
  clock,
  preferences,
}: AccountContext & { preferences: PreferenceStore }): Account['support'] {
  /** The language for the operators' answer: the account's, else the sign-up's, else this window's. */
  function answerLanguage({ session: present, signUp }: LocalAccount): Language {
    const { language } = preferences.get();
    return present?.account?.language ?? signUp?.language ?? languageOf([language]);
  }

  return {
    ask: ({ language, ...question }) =>
      store.inTurn(async (local) => {
        const { attempt } = local.get();
        const { reference } = await session.askAsDevice(local, (client) =>
          client.support.request({
            ...question,
            language: language ?? answerLanguage(local.get()),
            // Shows the operators that the password was correct.
            ...(attempt && { flow: attempt.flow }),
          }),
        );
        await local.change({ support: { reference, contact: question.contact, sentAt: clock.now() } });
        return { reference };
      }),

    withdraw: ({ reference }) =>
      store.inTurn(async (local) => {
        await session.ask(local, (client) => client.support.withdraw({ reference }));
        if (local.get().support?.reference === reference) await local.change({ support: null });
        await session.sync(local);
      }),

    dismiss: async () => {
      // While the vault is closed, the request is not shown anyway.
      if (store.get()?.support == null) return;
      await store.inTurn(async (local) => {
        await local.change({ support: null });
      });
    },
  };
}
