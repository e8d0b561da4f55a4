import { useMutation } from '@tanstack/react-query';
import { CalledOff, withStepUp } from '../step-up/ask.ts';

export interface Call<Input> {
  /** Makes the call, unless it is under way. */
  readonly run: (input: Input) => void;
  readonly isPending: boolean;
  /** Why the last one failed; null where it did not, or where the person called it off. */
  readonly error: unknown;
  readonly reset: () => void;
}

/**
 * A call of the account that a screen makes. Where it needs a fresh check it asks for one and goes on by itself.
 * `onDone` is heard even where the screen is gone by then.
 */
export function useCall<Input, Output>(
  call: (input: Input) => Promise<Output>,
  onDone?: (output: Output, input: Input) => void,
): Call<Input> {
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: async (input: Input) => withStepUp(async () => call(input)),
    ...(onDone && { onSuccess: onDone }),
    // What was typed is not kept in a cache.
    gcTime: 0,
  });
  return {
    run: (input) => {
      if (!isPending) mutate(input);
    },
    isPending,
    error: error instanceof CalledOff ? null : error,
    reset,
  };
}
