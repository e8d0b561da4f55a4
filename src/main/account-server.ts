import type { HostFacts } from '../app/application.ts';

/**
 * The account server that is set from outside: LATCHKEY_SERVER (an organisation's, or that of `npm start`'s trial,
 * whose inbox is in LATCHKEY_TRIAL_INBOX). Undefined where the settings decide.
 */
export function givenServer(env: NodeJS.ProcessEnv): HostFacts['accountServer'] {
  const address = env['LATCHKEY_SERVER'];
  if (!address || address === 'none') return undefined;
  return { address, trialInbox: env['LATCHKEY_TRIAL_INBOX'] || null };
}
