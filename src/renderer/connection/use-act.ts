import { useMutation } from '@tanstack/react-query';
import { useApplication } from './application.ts';
import type { Client } from './connection.ts';

export interface Act<Input> {
  /** Runs the action, unless it is already running. */
  readonly run: (input: Input) => void;
  readonly isPending: boolean;
  /** Why the last run failed; null if it did not. */
  readonly error: unknown;
  readonly reset: () => void;
}

/** One action that a screen offers; keeps neither its input nor its result. */
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
