import type { Command } from 'commander';
import { addKeepingOptions, keepPreview, type KeepingOptions } from '../keep-preview.ts';
import { onlyOneOf } from '../read-picture.ts';
import { withVault } from '../run.ts';
import { words } from '../words/words.ts';

/** `latchkey scan`: adds the one set-up code that stands on the screen. */
export function addScan(program: Command): void {
  const scan = program
    .command('scan')
    .description(words.scan.about)
    .addHelpText('after', `\n${words.scan.more}`);
  addKeepingOptions(scan).action((options: KeepingOptions, command: Command) =>
    withVault(command, async ({ client, signal }) => {
      const preview = await onlyOneOf(await client.scan.screen(undefined, { signal }));
      await keepPreview(client, preview, options);
    }),
  );
}
