import type { Argument, Command, Option } from 'commander';

/** One thing to offer; the description helps a person to choose. */
export interface Offer {
  readonly value: string;
  readonly description: string;
}

/** What belongs where the cursor is. */
export type Wanted =
  | { kind: 'offers'; offers: readonly Offer[] }
  /** Words of entries' names. */
  | { kind: 'entries' }
  | { kind: 'files' };

/**
 * What can follow on a command line, out of the table of commands.
 * @param before the words before the one that is being typed
 * @param current the word that is being typed, perhaps empty
 */
export function wantedAt(program: Command, before: readonly string[], current: string): Wanted {
  let command = program;
  let operands = 0;
  let pending: Option | null = null;
  for (const word of before) {
    if (pending !== null) {
      pending = null;
    } else if (word.startsWith('-')) {
      const option = optionsOf(command).find(({ long, short }) => word === long || word === short);
      pending = option !== undefined && (option.required || option.optional) ? option : null;
    } else {
      const inner = command.commands.find((one) => one.name() === word);
      if (operands === 0 && inner !== undefined) command = inner;
      else operands += 1;
    }
  }
  if (pending !== null) return valuesOf(pending, pending.flags.endsWith('<file>'));
  if (current.startsWith('-')) return offers(optionsOf(command).map(ofOption));
  const commands = command.createHelp().visibleCommands(command);
  if (operands === 0 && commands.length > 0) return offers(commands.map(ofCommand));
  const argument = argumentAt(command, operands);
  if (argument === undefined) return offers([]);
  return argument.name() === 'query'
    ? { kind: 'entries' }
    : valuesOf(argument, fileArguments.has(argument.name()));
}

/** The arguments that are files. */
const fileArguments: ReadonlySet<string> = new Set(['source', 'files', 'out', 'backup']);

function valuesOf({ argChoices }: Argument | Option, isFile: boolean): Wanted {
  if (argChoices !== undefined) return offers(argChoices.map((value) => ({ value, description: '' })));
  return isFile ? { kind: 'files' } : offers([]);
}

/** The command's own, and those that every command takes. */
function optionsOf(command: Command): Option[] {
  const help = command.createHelp();
  const inherited = command.parent === null ? [] : help.visibleOptions(command.parent).filter(isGlobal);
  return [...help.visibleOptions(command), ...inherited];
}

function isGlobal({ long }: Option): boolean {
  return long !== '--help' && long !== '--version';
}

/** The last argument may take any number of words. */
function argumentAt(command: Command, at: number): Argument | undefined {
  const last = command.registeredArguments.at(-1);
  return command.registeredArguments[at] ?? (last?.variadic === true ? last : undefined);
}

function offers(list: readonly Offer[]): Wanted {
  return { kind: 'offers', offers: list };
}

function ofOption({ long, short, description }: Option): Offer {
  return { value: long ?? short ?? '', description };
}

function ofCommand(command: Command): Offer {
  return { value: command.name(), description: command.description() };
}

/** How many of the names that have a word its description shows. */
const mostNames = 3;

/**
 * The words of names that a query can be made of, each once, with the names that it is in. Only words that no shell
 * takes for anything else.
 */
export function wordsOfNames(entries: readonly { issuer: string; account: string }[]): Offer[] {
  const found = new Map<string, string[]>();
  for (const { issuer, account } of entries) {
    const name = [issuer, account].filter(Boolean).join(' ');
    for (const word of new Set(name.split(/[^\p{L}\p{M}\p{N}._+-]+/u))) {
      if (/^[\p{L}\p{N}]/u.test(word)) found.set(word, [...(found.get(word) ?? []), name]);
    }
  }
  return [...found].map(([value, names]) => {
    const shown = names.slice(0, mostNames);
    return { value, description: [...shown, ...(names.length > shown.length ? ['…'] : [])].join(', ') };
  });
}
