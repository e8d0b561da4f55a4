import { createStore, useStore } from '../../connection/store.ts';
import { contractCode } from '../../words/error-words.ts';

/** The person declined to confirm: nothing was changed, and nothing needs to be reported. */
export class CalledOff extends Error {
  override name = 'CalledOff';
}

interface Question {
  readonly settle: (isFresh: boolean) => void;
}

const question = createStore<Question | null>(null);

/** The fresh check that a call waits for; null if none does. */
export function useStepUpQuestion(): Question | null {
  return useStore(question);
}

/**
 * Makes a call; if it needs a fresh check of a method, asks for one and repeats the call.
 * @throws what the call throws; `CalledOff` if the person declined to confirm
 */
export async function withStepUp<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (contractCode(error) !== 'STEP_UP_REQUIRED') throw error;
    if (!(await ask())) throw new CalledOff();
    return call();
  }
}

/** Asks for a fresh check of a method. Resolves to whether the person confirmed. */
export async function ask(): Promise<boolean> {
  question.get()?.settle(false);
  return new Promise((resolve) => {
    const mine: Question = {
      settle(isFresh) {
        if (question.get() === mine) question.set(null);
        resolve(isFresh);
      },
    };
    question.set(mine);
  });
}
