import type { Command } from 'commander';
import { CommandError } from '../command-error.ts';
import { findLink, handOver, searchLink } from '../hand-over.ts';
import { words } from '../words/words.ts';

/** `latchkey toggle` and `latchkey search`: they ask the Latchkey that is running for its windows. */
export function addWindows(program: Command): void {
  program
    .command('toggle')
    .description(words.windows.toggle)
    .addHelpText('after', `\n${words.windows.toggleMore}`)
    .action(() => taken(findLink));
  program
    .command('search')
    .description(words.windows.search)
    .argument('<words...>', words.windows.words)
    .action((typed: string[]) => {
      const link = searchLink(typed);
      if (link === null) throw new CommandError('INPUT_INVALID', words.errors.tooLong);
      return taken(link);
    });
}

/** @throws CommandError NOT_RUNNING, INPUT_INVALID if it is refused */
async function taken(link: string): Promise<void> {
  switch (await handOver(link)) {
    case 'taken':
      return;
    case 'notRunning':
      throw new CommandError('NOT_RUNNING', words.errors.notRunning);
    case 'refused':
      throw new CommandError('INPUT_INVALID', words.errors.tooLong);
  }
}
