import type { Command } from 'commander';
import { Option } from 'commander';
import { drawQr } from '../draw-qr.ts';
import { entryNamed } from '../find-entry.ts';
import { printedEntry } from '../json.ts';
import { printFields } from '../print-fields.ts';
import { withVault } from '../run.ts';
import { streams } from '../streams.ts';
import { words } from '../words/words.ts';

interface Options {
  readonly json?: true;
  readonly secret?: true;
  readonly uri?: true;
  readonly qr?: true;
}

/** `latchkey show QUERY`. */
export function addShow(program: Command): void {
  program
    .command('show')
    .description(words.show.about)
    .argument('<query...>', words.query)
    .option('--secret', words.show.secret)
    .option('--uri', words.show.uri)
    .addOption(new Option('--qr', words.show.qr).conflicts('json'))
    .option('--json', words.options.json)
    .addHelpText('after', `\n${words.show.more}`)
    .action((query: string[], options: Options, command: Command) =>
      withVault(command, async ({ client, proven }) => {
        const entry = await entryNamed(client, query);
        const { secret, uri, qr } = options;
        const isRevealed = secret === true || uri === true || qr === true;
        const revealed = isRevealed
          ? (await proven((proof) => client.exports.reveal({ ids: [entry.id], ...proof }))).entries[0]
          : undefined;
        if (revealed === undefined) {
          const { id, ...settings } = printedEntry(entry);
          if (options.json === true) return streams.printJson({ id, ...settings });
          return printFields({ ...settings, id });
        }
        if (options.json === true) {
          return streams.printJson({
            ...printedEntry(entry),
            ...(secret === true && { secret: revealed.secret }),
            ...(uri === true && { uri: revealed.uri }),
          });
        }
        if (secret === true) streams.print(revealed.secret);
        if (uri === true) streams.print(revealed.uri);
        if (qr === true) await drawQr(revealed.uri);
      }),
    );
}
