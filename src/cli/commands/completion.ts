import process from 'node:process';
import { Argument, type Command } from 'commander';
import { joined } from '../../contract/entry-lists.ts';
import { isolated } from '../../contract/plain-line.ts';
import { fold } from '../../contract/search/fold.ts';
import { wantedAt, wordsOfNames, type Offer } from '../completion.ts';
import { completionScripts, shells, type Shell } from '../completion-scripts.ts';
import { exits } from '../exits.ts';
import { present } from '../present.ts';
import { withHost } from '../run.ts';
import { streams } from '../streams.ts';
import { words } from '../words/words.ts';

/** `latchkey completion SHELL`, and the hidden `latchkey complete` that the shells then ask. */
export function addCompletion(program: Command): void {
  const shell = () => new Argument('<shell>', words.completion.shell).choices(shells);
  program
    .command('completion')
    .description(words.completion.about)
    .addArgument(shell())
    .addHelpText('after', `\n${words.completion.more}`)
    .action((asking: Shell) => streams.print(completionScripts[asking]));
  program
    .command('complete', { hidden: true })
    .addArgument(shell())
    .argument('[words...]')
    .action(async (asking: Shell, typed: readonly string[]) => {
      const current = typed.at(-1) ?? '';
      const wanted = wantedAt(program, typed.slice(0, -1), current);
      if (wanted.kind === 'files') process.exitCode = exits.failed.code;
      const offers =
        wanted.kind === 'offers' ? wanted.offers : wanted.kind === 'entries' ? await names() : [];
      const start = fold(current);
      const fitting = offers.filter(({ value }) => fold(value).startsWith(start));
      streams.print(...fitting.map((offer) => lineFor(asking, offer)));
    });
}

/** None where the vault would need a passphrase, or its keychain one: a completion asks nobody. */
async function names(): Promise<Offer[]> {
  let offers: Offer[] = [];
  await withHost(
    async ({ client }) => {
      await client.vault.retry();
      const { state } = await present(await client.vault.watch());
      if (state === 'open')
        offers = wordsOfNames((await present(joined(await client.entries.watch()))).entries);
    },
    { isQuiet: true },
  );
  return offers;
}

function lineFor(shell: Shell, { value, description }: Offer): string {
  const text = isolated(description);
  switch (shell) {
    case 'bash':
      return value;
    case 'zsh':
      return text === '' ? value : `${value}:${text.replaceAll(':', String.raw`\:`)}`;
    case 'fish':
      return text === '' ? value : `${value}\t${text}`;
  }
}
