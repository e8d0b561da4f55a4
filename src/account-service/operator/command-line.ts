import { parseArgs } from 'node:util';
import type { Command, Given } from './command.ts';
import * as table from './commands.ts';

const commands: readonly Command[] = Object.values<Command>(table);

export const usage = `latchkey-account <command> [--operator <name>]

${[...commands.map(usageOf), ['help', 'lists the commands'] as const].map(usageLine).join('\n')}

Whoever runs it is recorded under the name given, else under that of the login.`;

export interface CommandLine {
  command: Command;
  given: Given;
  /** The name given with `--operator`. */
  operator: string | undefined;
}

/** The command can't be understood. The message says why. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/**
 * Finds the command and its arguments.
 *
 * @throws UsageError on an unknown command or option, or too many or too few words
 */
export function readCommandLine(args: string[]): CommandLine | 'help' {
  if (args.length === 0 || args.includes('--help') || args.includes('-h')) return 'help';
  const { values, positionals } = parsed(args);
  const command = commands.find(({ name }) => `${positionals.join(' ')} `.startsWith(`${name} `));
  if (!command) {
    if (positionals.join(' ') === 'help') return 'help';
    throw new UsageError(`There is no command "${positionals.join(' ')}".`);
  }
  const { name, word } = command;
  const stray = Object.keys(values).find((option) => option !== 'operator' && !takes(command, option));
  if (stray !== undefined) throw new UsageError(`"${name}" has no option --${stray}.`);
  const rest = positionals.slice(name.split(' ').length);
  if (word === undefined && rest.length > 0) {
    throw new UsageError(`"${name}" takes no "${rest.join(' ')}".`);
  }
  if (word !== undefined && rest.length !== 1) throw new UsageError(`"${name}" needs a ${word}.`);
  const { operator } = values;
  if (operator !== undefined && (operator.trim() === '' || operator.length > 100)) {
    throw new UsageError('--operator needs a name of 1 to 100 characters.');
  }
  const given = { ...values, ...(word !== undefined && { [word]: rest[0] }) };
  return { command, given, operator };
}

function takes(command: Command, option: string): boolean {
  return Object.hasOwn(command.arguments, option) && option !== command.word;
}

function parsed(args: string[]) {
  const options = commands.flatMap((command) =>
    Object.entries(command.arguments).filter(([option]) => takes(command, option)),
  );
  try {
    const read = parseArgs({
      args,
      allowPositionals: true,
      options: {
        ...Object.fromEntries(
          options.map(([option, { description }]) => {
            return [option, { type: description === undefined ? 'boolean' : 'string' } as const];
          }),
        ),
        operator: { type: 'string' },
      },
    });
    return { positionals: read.positionals, values: { ...read.values, operator: read.values.operator } };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'unreadable');
  }
}

/** A command's form and what it does. What may be left out is in brackets. */
function usageOf(command: Command): readonly [form: string, says: string] {
  const parts = Object.entries(command.arguments).map(([name, schema]) => {
    if (name === command.word) return `<${name}>`;
    const part = schema.description === undefined ? `--${name}` : `--${name} <${schema.description}>`;
    return schema.safeParse(undefined).success ? `[${part}]` : part;
  });
  return [[command.name, ...parts].join(' '), command.says];
}

/** A line of the usage, or two when the form is long. */
function usageLine([form, says]: readonly [form: string, says: string]): string {
  const width = 35;
  return form.length < width ? `  ${form.padEnd(width)}${says}` : `  ${form}\n  ${' '.repeat(width)}${says}`;
}
