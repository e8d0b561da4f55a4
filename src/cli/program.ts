import process from 'node:process';
import { Command, CommanderError, Help, type Argument, type Option } from 'commander';
import { plainLine } from '../contract/plain-line.ts';
import { exitCodes, exits } from './exits.ts';
import { streams } from './streams.ts';
import { words } from './words/words.ts';
import packageJson from '../../package.json' with { type: 'json' };

/**
 * Every command, a file each: the help, the manual and the completions follow this order. A command line that begins
 * with one of the names needs no other file. What reads the whole table names none.
 */
const commands: readonly { names: readonly string[]; add: () => Promise<(program: Command) => void> }[] = [
  { names: ['code'], add: async () => (await import('./commands/code.ts')).addCode },
  { names: ['list'], add: async () => (await import('./commands/list.ts')).addList },
  { names: ['show'], add: async () => (await import('./commands/show.ts')).addShow },
  { names: ['add'], add: async () => (await import('./commands/add.ts')).addAdd },
  { names: ['scan'], add: async () => (await import('./commands/scan.ts')).addScan },
  { names: ['edit'], add: async () => (await import('./commands/edit.ts')).addEdit },
  { names: ['rm'], add: async () => (await import('./commands/remove.ts')).addRemove },
  { names: ['import'], add: async () => (await import('./commands/import.ts')).addImport },
  { names: ['export'], add: async () => (await import('./commands/export.ts')).addExport },
  { names: ['backup', 'restore'], add: async () => (await import('./commands/backup.ts')).addBackup },
  { names: ['unlock', 'lock'], add: async () => (await import('./commands/unlock.ts')).addUnlock },
  { names: ['init'], add: async () => (await import('./commands/init.ts')).addInit },
  { names: ['toggle', 'search'], add: async () => (await import('./commands/windows.ts')).addWindows },
  { names: ['account'], add: async () => (await import('./commands/account.ts')).addAccount },
  { names: ['sync'], add: async () => (await import('./commands/sync.ts')).addSync },
  { names: ['doctor'], add: async () => (await import('./commands/doctor.ts')).addDoctor },
  { names: [], add: async () => (await import('./commands/completion.ts')).addCompletion },
  { names: [], add: async () => (await import('./commands/manual.ts')).addManual },
];

/** The files that a command line needs: most of a code's time is the start. */
function filesFor([first]: readonly string[]): typeof commands {
  const asked = commands.filter(({ names }) => names.some((name) => name === first));
  return asked.length > 0 ? asked : commands;
}

/** The command line, as a table of commands that Commander reads. */
async function createProgram(args: readonly string[]): Promise<Command> {
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
  for (const { add } of filesFor(args)) (await add())(program);
  return program;
}

/**
 * Runs the command line and says in one line why it could not be done.
 * @returns the exit code
 */
export async function runLatchkey(args: readonly string[]): Promise<number> {
  try {
    const program = await createProgram(args);
    await program.parseAsync(args, { from: 'user' });
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
