import process from 'node:process';
import { styleText } from 'node:util';
import type { Command } from 'commander';
import { wrapAnsi } from 'fast-wrap-ansi';
import type { Check, CheckLevel } from '../../contract/doctor.ts';
import { CommandError } from '../command-error.ts';
import { sayCheck } from '../say-check.ts';
import { withHost } from '../run.ts';
import { streams } from '../streams.ts';
import { words } from '../words/words.ts';

const styles = { good: 'green', attention: 'yellow', trouble: 'red' } as const satisfies Record<
  CheckLevel,
  Parameters<typeof styleText>[0]
>;
const gap = '  ';
/** In fewer columns, a text is easier to read below its name than beside it. */
const leastRoom = 30;

/** `latchkey doctor`. It asks the person for nothing, so it opens the vault only if the keychain is unlocked. */
export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description(words.doctor.about)
    .option('--json', words.options.json)
    .addHelpText('after', `\n${words.doctor.more}`)
    .action(({ json }: { readonly json?: true }) =>
      withHost(
        async ({ client }) => {
          await client.vault.retry();
          const { checks } = await client.doctor.look();
          if (json === true) streams.printJson(checks.map((check) => ({ ...check, text: sayCheck(check) })));
          else printChecks(checks);
          const troubles = checks.filter(({ level }) => level === 'trouble').length;
          if (troubles > 0) throw new CommandError('TROUBLE_FOUND', words.doctor.troubles(troubles));
        },
        { isQuiet: true },
      ),
    );
}

/** Three columns for a person; for a program, fields that no width changes. */
function printChecks(checks: readonly Check[]): void {
  if (!streams.isForPerson) {
    return streams.printFields(...checks.map((check) => [check.level, check.check, sayCheck(check)]));
  }
  const levelWidth = widthOf(Object.values(words.doctor.levels));
  const nameWidth = widthOf(checks.map(({ check }) => words.doctor.checks[check]));
  const indent = levelWidth + nameWidth + 2 * gap.length;
  const room = process.stdout.columns - indent;
  for (const check of checks) {
    const level = styleText(styles[check.level], words.doctor.levels[check.level].padEnd(levelWidth), {
      stream: process.stdout,
    });
    const name = words.doctor.checks[check.check];
    const text = sayCheck(check);
    if (room >= leastRoom) {
      const [first = '', ...rest] = wrapAnsi(text, room).split('\n');
      const more = rest.map((line) => ' '.repeat(indent) + line);
      streams.print([level, name.padEnd(nameWidth), first].join(gap), ...more);
    } else {
      const lines = wrapAnsi(text, process.stdout.columns - gap.length).split('\n');
      streams.print([level, name].join(gap), ...lines.map((line) => gap + line));
    }
  }
}

function widthOf(texts: readonly string[]): number {
  return Math.max(...texts.map(({ length }) => length));
}
