/**
 * `node src/web/open-link.ts [--data-folder FOLDER] LINK`: hands a link of Latchkey's own or with a set-up code to the Latchkey that
 * runs on this data folder. The desktop starts it for a click on such a link (`src/adapters/link-handler/`).
 *
 * Exits with 0 if handed over, 2 for no link or wrong arguments, 3 if Latchkey is not running.
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { dataFolder } from '../adapters/data-folder.ts';
import { isLink } from '../contract/links.ts';
import { handOverLink, type HandedOver } from '../adapters/link-socket/hand-over.ts';

// Everybody on this machine can read a command line; from here on, this one shows nothing but the title.
process.title = 'latchkey-open-link';

const endings: Record<HandedOver, { code: number; words: string }> = {
  taken: { code: 0, words: 'Handed over: Latchkey asks you there before anything happens.' },
  refused: { code: 2, words: 'This is not a link of Latchkey.' },
  notRunning: { code: 3, words: 'Latchkey is not running. Start it, then open the link again.' },
};

const { code, words } = endings[await open()];
console.log(words);
process.exitCode = code;

async function open(): Promise<HandedOver> {
  try {
    const { values, positionals } = parseArgs({
      options: { 'data-folder': { type: 'string' } },
      allowPositionals: true,
    });
    const [link = ''] = positionals;
    if (positionals.length !== 1 || !isLink(link)) return 'refused';
    return await handOverLink(values['data-folder'] ?? dataFolder(), link);
  } catch {
    // Node's message about a wrong argument would repeat it.
    return 'refused';
  }
}
