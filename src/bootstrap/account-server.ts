import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import { dataFolder, isDataFolderChosen } from '../adapters/data-folder.ts';
import { createPreferenceFile } from '../adapters/preferences/preference-file.ts';
import { startTrial, type Trial } from './trial.ts';

export interface AccountServer {
  /** What the host is told; undefined if it follows its own settings. */
  server: { address: string; trialInbox: string | null; failure?: Trial['failure'] } | undefined;
  /** Calls `told` now and after each change with what `server.failure` says; never if there is no trial. */
  onFailure(told: (failure: ReturnType<Trial['failure']>) => void): void;
  stop(): Promise<void>;
}

/**
 * Chooses the account server that `npm start` opens Latchkey with: LATCHKEY_SERVER, else the one in the
 * settings, else a trial that it starts on this machine. LATCHKEY_SERVER=none: no trial either.
 */
export async function chooseAccountServer(root: string): Promise<AccountServer> {
  const address = process.env['LATCHKEY_SERVER'];
  const nothing = { stop: async () => {}, onFailure: () => {} };
  const isInSettings =
    createPreferenceFile(dataFolder(), { isChosen: isDataFolderChosen() }).get().server !== null;
  if (address === 'none' || (!address && isInSettings)) return { server: undefined, ...nothing };
  if (address) return { server: { address, trialInbox: null }, ...nothing };
  const closed = closedToOthers(root);
  if (closed !== null) {
    console.log(
      `There is no trial account service: PostgreSQL does not run as root, and its own user cannot enter ${closed}. ` +
        'Codes work without it; move the project elsewhere, or name a server in LATCHKEY_SERVER.',
    );
    return { server: undefined, ...nothing };
  }
  let told: Parameters<AccountServer['onFailure']>[0] = () => {};
  const trial = await startTrial(
    root,
    (line) => console.log(line),
    () => told(trial.failure()),
  );
  return {
    server: { address: trial.address, trialInbox: trial.inbox, failure: () => trial.failure() },
    onFailure(next) {
      told = next;
      told(trial.failure());
    },
    stop: () => trial.stop(),
  };
}

/** As root: the folder on the project's path that other users cannot enter, such as `/root`, or null. */
function closedToOthers(root: string): string | null {
  if (process.getuid?.() !== 0) return null;
  for (let folder = root; folder !== dirname(folder); folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return folder;
  }
  return null;
}
