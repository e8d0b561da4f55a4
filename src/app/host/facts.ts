import type { OutsideServer } from '../account/server.ts';

/** What a host knows about itself. */
export interface HostFacts {
  host: 'electron' | 'browser' | 'terminal';
  version: string;
  platform: NodeJS.Platform;
  /** How the command `latchkey` is called, in a shell's words; left out: by this name. */
  command?: string;
  /** The account server set from outside: LATCHKEY_SERVER, or the trial of `npm start` with its inbox. */
  accountServer?: OutsideServer | undefined;
}
