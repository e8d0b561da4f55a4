import type { Command } from 'commander';
import { manualOf } from '../manual.ts';
import { streams } from '../streams.ts';
import { words } from '../words/words.ts';

/** `latchkey manual`. */
export function addManual(program: Command): void {
  program
    .command('manual')
    .description(words.manual.about)
    .action(() => streams.print(manualOf(program, program.version() ?? '')));
}
