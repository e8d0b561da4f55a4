import process from 'node:process';
import { Command, CommanderError, Help, type Argument, type Option } from 'commander';
import { addAccount } from './commands/account.ts';
import { addAdd } from './commands/add.ts';
import { addBackup } from './commands/backup.ts';
import { addCode } from './commands/code.ts';
import { addCompletion } from './commands/completion.ts';
import { addDoctor } from './commands/doctor.ts';
import { addEdit } from './commands/edit.ts';
import { addExport } from './commands/export.ts';
import { addImport } from './commands/import.ts';
import { addInit } from './commands/init.ts';
import { addList } from './commands/list.ts';
import { addManual } from './commands/manual.ts';
import { addRemove } from './commands/remove.ts';
import { addScan } from './commands/scan.ts';
import { addShow } from './commands/show.ts';
import { addUnlock } from './commands/unlock.ts';
import { addWindows } from './commands/windows.ts';
import { plainLine } from '../contract/plain-line.ts';
import { exitCodes, exits } from './exits.ts';
import { streams } from './streams.ts';
import { words } from './words/words.ts';
import packageJson from '../../package.json' with { type: 'json' };

/** Every command, a file each: the help, the manual and the completions follow this order. */
const commands: readonly ((program: Command) => void)[] = [
  addCode,
  addList,
  addShow,
  addAdd,
  addScan,
  addEdit,
  addRemove,
  addImport,
  addExport,
  addBackup,
  addUnlock,
  addInit,
  addWindows,
  addAccount,
  addDoctor,
  addCompletion,
  addManual,
];

/** The command line, as a table of commands that Commander reads. */
function createProgram(): Command {
  const program = new Command('latchkey')
    .description(words.about)
    .version(packageJson.version, '-V, --version', words.options.version)
    .helpOption('-h, --help', words.options.help)
    .helpCommand('help [command]', words.options.helpCommand)
    .option('--passphrase-file <file>', words.options.passphraseFile)
    .addHelpText('after', `\n${words.more}\n\n${words.exits}\n${exitLines().join('\n')}`)
    .exitOverride()
    .configureHelp(helpInWords)
    .configureOutput({ writeErr: () => undefined });
  for (const add of commands) add(program);
  return program;
}

/**
 * Runs the command line and says in one line why it could not be done.
 * @returns the exit code
 */
export async function runLatchkey(args: readonly string[]): Promise<number> {
  try {
    await createProgram().parseAsync(args, { from: 'user' });
    return typeof process.exitCode === 'number' ? process.exitCode : exits.done.code;
  } catch (error) {
    return await report(error);
  }
}

async function report(error: unknown): Promise<number> {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exits.done.code;
    streams.say(`latchkey: USAGE: ${usageOf(error)}`);
    return exits.usage.code;
  }
  const { describe } = await import('./describe.ts');
  const { code, text, more, exit } = await describe(error);
  streams.say(`latchkey: ${code}: ${text}`, ...more);
  return exits[exit].code;
}

const help = new Help();
/** Commander's own titles and remarks, in the person's language. Each command takes this over from the program. */
const helpInWords = {
  styleTitle: (title: string) => words.titles[title] ?? title,
  optionDescription: (option: Option) => inWords(help.optionDescription(option)),
  argumentDescription: (argument: Argument) => inWords(help.argumentDescription(argument)),
};

/** With `(choices: …, default: …)` in the person's language. */
function inWords(description: string): string {
  return description.replaceAll(
    /(?<=\(|, )(?:choices|default)(?=: )/gu,
    (word) => words.titles[word] ?? word,
  );
}

/** Commander's words on one line. They quote the command line; a set-up address in it is a secret. */
function usageOf({ code, message }: CommanderError): string {
  if (code === 'commander.help') return words.errors.noCommand;
  const [said = ''] = words.usage(message.replace(/^error: /u, '')).split('\n', 1);
  return plainLine(said).replaceAll(/'[^']*otpauth[^']*'/giu, "'otpauth…'");
}

function exitLines(): string[] {
  return exitCodes().map(([exit, code]) => `  ${String(code).padEnd(4)} ${words.exitMeanings[exit]}`);
}
