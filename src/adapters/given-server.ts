import { trialFailureSchema, type TrialFailure } from '../contract/account-state.ts';

/**
 * The account server set from outside: LATCHKEY_SERVER (an organisation's, or that of `npm start`'s trial,
 * whose inbox is in LATCHKEY_TRIAL_INBOX). Undefined if the settings decide.
 *
 * @param parent sends why the trial of `npm start` is not up (a `TrialFailure`), or that no reason remains
 */
export function givenServer(
  env: NodeJS.ProcessEnv,
  parent: { on(event: 'message', heard: (message: unknown) => void): unknown },
): { address: string; trialInbox: string | null; failure?: () => TrialFailure | null } | undefined {
  const address = env['LATCHKEY_SERVER'];
  if (!address || address === 'none') return undefined;
  const trialInbox = env['LATCHKEY_TRIAL_INBOX'] || null;
  if (trialInbox === null) return { address, trialInbox };
  let failure: TrialFailure | null = null;
  parent.on('message', (message) => {
    failure = trialFailureSchema.safeParse(message).data ?? null;
  });
  return { address, trialInbox, failure: () => failure };
}
