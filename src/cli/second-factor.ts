import type { AccountState } from '../contract/account-state.ts';
import { ask, type Asked } from './ask.ts';
import { untilRight } from './passphrase.ts';
import { streams } from './streams.ts';
import { words } from './words/words.ts';

/** What a person can prove themselves with: methods, and the account's recovery codes if any are left. */
export type Factors = Pick<Extract<AccountState, { stage: 'secondFactor' }>, 'methods' | 'canRecover'>;
type Method = Factors['methods'][number];

/** Lets the person choose what to prove themselves with. @returns null for a recovery code */
export async function chooseFactor({ methods, canRecover }: Factors, asked: Asked): Promise<Method | null> {
  const choices = [
    ...methods.map((method) => ({ name: words.account.choice(method), value: method })),
    ...(canRecover ? [{ name: words.account.recoveryCode, value: null }] : []),
  ];
  const [only, ...others] = choices;
  const isOnly = others.length === 0 && only !== undefined;
  return isOnly ? only.value : ask.choice(words.account.askMethod, choices, asked);
}

/** Asks for a recovery code of the account, until it is right. */
export async function recoverWith(
  recover: (given: { code: string }) => Promise<unknown>,
  asked: Asked,
): Promise<void> {
  await untilRight('CODE_WRONG', words.account.codeAgain, async () => {
    await recover({ code: await ask.hidden(words.account.askRecoveryCode, asked) });
  });
}

/** Sends a code if the method needs it, and asks for it until it is right. An entry of this vault gives its code by itself. */
export async function verifyBy(
  method: Method,
  calls: {
    send: (given: { methodId: string }) => Promise<unknown>;
    verify: (given: { methodId: string; code?: string }) => Promise<unknown>;
  },
  asked: Asked,
): Promise<void> {
  const methodId = method.id;
  if (method.entryId !== null) {
    streams.say(words.account.ownCode);
    await calls.verify({ methodId });
    return;
  }
  if (method.kind !== 'totp') {
    await calls.send({ methodId });
    streams.say(words.account.sent(method.hint));
  }
  await untilRight('CODE_WRONG', words.account.codeAgain, async () => {
    const code = await ask.text(words.account.askCode, asked);
    await calls.verify({ methodId, code });
  });
}
