import type { Command } from 'commander';
import { withVault } from '../run.ts';
import { streams } from '../streams.ts';
import { words } from '../words/words.ts';

/** `latchkey unlock` and `latchkey lock`. A process that ends keeps no key, and they say so. */
export function addUnlock(program: Command): void {
  program
    .command('unlock')
    .description(words.unlock.about)
    .action((_: object, command: Command) =>
      withVault(command, async ({ vault }) => {
        streams.say(
          vault.openedBy === 'keychain' ? words.unlock.byKeychain(vault.backend) : words.unlock.byPassphrase,
        );
      }),
    );
  program
    .command('lock')
    .description(words.lock.about)
    .action(() => streams.say(words.lock.nothing));
}
