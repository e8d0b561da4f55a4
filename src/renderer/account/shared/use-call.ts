import { useAct, type Act } from '../../connection/use-act.ts';
import { CalledOff, withStepUp } from '../step-up/ask.ts';

/** As `Act`; its `error` is null also where the person called the fresh check off. */
export type Call<Input> = Act<Input>;

/**
 * A call of the account that a screen makes. Where it needs a fresh check it asks for one and goes on by itself.
 * `onDone` is heard even where the screen is gone by then.
 */
export function useCall<Input, Output>(
  call: (input: Input) => Promise<Output>,
  onDone?: (output: Output, input: Input) => void,
): Call<Input> {
  const act = useAct(async (_, input: Input) => withStepUp(async () => call(input)), onDone);
  return { ...act, error: act.error instanceof CalledOff ? null : act.error };
}
