import { useMutation } from '@tanstack/react-query';
import { useApplication } from './application.ts';
import type { Client } from './connection.ts';

export interface Act<Input> {
  /** Does it, unless it is under way. */
  readonly run: (input: Input) => void;
  readonly isPending: boolean;
  /** Why the last one failed; null where it did not. */
  readonly error: unknown;
  readonly reset: () => void;
}

/** One thing that a screen lets the person do; what was typed for it, and what came of it, is kept nowhere. */
export function useAct<Input = void, Output = unknown>(
  act: (client: Client, input: Input) => Promise<Output>,
  onDone?: (output: Output, input: Input) => void,
): Act<Input> {
  const { client } = useApplication();
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: async (input: Input) => act(client, input),
    ...(onDone && { onSuccess: onDone }),
    gcTime: 0,
  });
  return {
    run: (input) => {
      if (!isPending) mutate(input);
    },
    isPending,
    error,
    reset,
  };
}
