import process from 'node:process';
import { startTrial } from './trial.ts';

export interface AccountServer {
  /** What the host is told; undefined where it goes by its own settings. */
  server: { address: string; trialInbox: string | null } | undefined;
  stop(): Promise<void>;
}

/**
 * Which account server `npm start` opens Latchkey with: the one of LATCHKEY_SERVER (`none`: that of the settings,
 * if any); without it the trial on this machine, which is brought up.
 */
export async function chooseAccountServer(root: string): Promise<AccountServer> {
  const address = process.env['LATCHKEY_SERVER'];
  const nothing = async () => {};
  if (address === 'none') return { server: undefined, stop: nothing };
  if (address) return { server: { address, trialInbox: null }, stop: nothing };
  const trial = await startTrial(root, (line) => console.log(line));
  return { server: { address: trial.address, trialInbox: trial.inbox }, stop: () => trial.stop() };
}
