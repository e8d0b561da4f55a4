import type { Language } from '../../contract/account.ts';
import type { PreferenceStore } from '../ports.ts';
import type { Account } from './account.ts';
import type { Traces } from './traces.ts';
import type { AccountTools } from './tools.ts';
import { languageOf } from '../../contract/vocabulary.ts';

/** For a person without access to any method: a question to the operators, and what happens next. */
export function createSupport({
  guide,
  session,
  clock,
  preferences,
}: AccountTools & { preferences: PreferenceStore }): Account['support'] {
  /** The operators answer in it: the account's, else what the person set for this window. */
  function answerLanguage({ session: present, signUp }: Traces): Language {
    const { language } = preferences.get();
    return present?.account?.language ?? signUp?.language ?? languageOf([language]);
  }

  return {
    ask: ({ language, ...question }) =>
      guide.inTurn(async (kept) => {
        const { attempt } = kept.traces();
        const { reference } = await session.askAsDevice(kept, (client) =>
          client.support.request({
            ...question,
            language: language ?? answerLanguage(kept.traces()),
            // Shows the operators that the password was right.
            ...(attempt && { flow: attempt.flow }),
          }),
        );
        await kept.change({ support: { reference, contact: question.contact, sentAt: clock.now() } });
        return { reference };
      }),

    withdraw: ({ reference }) =>
      guide.inTurn(async (kept) => {
        await session.ask(kept, (client) => client.support.withdraw({ reference }));
        if (kept.traces().support?.reference === reference) await kept.change({ support: null });
        await session.sync(kept);
      }),

    dismiss: async () => {
      // With the vault closed there is nothing to be seen of it.
      if (guide.traces()?.support == null) return;
      await guide.inTurn(async (kept) => {
        await kept.change({ support: null });
      });
    },
  };
}
