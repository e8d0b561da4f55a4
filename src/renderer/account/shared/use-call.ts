import { useAct, type Act } from '../../connection/use-act.ts';
import { CalledOff, withStepUp } from '../step-up/ask.ts';

/** Like `Act`; its `error` is also null if the person cancelled the fresh check. */
export type Call<Input> = Act<Input>;

/**
 * A screen's call to the account. If it needs a fresh check, asks for one and continues on its own. `onDone`
 * runs even if the screen is gone by then.
 */
export function useCall<Input, Output>(
  call: (input: Input) => Promise<Output>,
  onDone?: (output: Output, input: Input) => void,
): Call<Input> {
  return withoutCalledOff(useAct(async (_, input: Input) => withStepUp(async () => call(input)), onDone));
}

/** The same act without the error of a person who cancelled the fresh check. */
export function withoutCalledOff<Input>(act: Act<Input>): Act<Input> {
  return { ...act, error: act.error instanceof CalledOff ? null : act.error };
}
