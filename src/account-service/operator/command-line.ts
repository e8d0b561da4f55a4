import { parseArgs } from 'node:util';

export const usage = `latchkey-account <command> [--operator <name>]

  support list                       open requests for help; those with the right password first
  support show <reference>           one request and its account
  support close <reference> --reason <why>
                                     closes a request without changing anything
  mfa reset --request <reference> --operator <name> --proof <what was checked, and how>
                                     removes every second factor; all addresses are told
  sessions end --account <address> --reason <why>
  sessions end --everyone --reason <why>
                                     ends sessions and trust, of one account or of all
  audit --account <address>          the audit trail of an account
  audit --operators                  what operators did
  keys reseal                        seals authenticator secrets anew under the first of SECRET_KEYS
  migrate                            brings the schema up to date
  doctor                             checks configuration, database, keys, clocks, mail and outbox
  help                               this

Whoever runs it is recorded under the name given, else under that of the login.`;

/** The options of each command, and how many words follow it. */
const commands = {
  'support list': { options: [], words: 0 },
  'support show': { options: [], words: 1 },
  'support close': { options: ['reason'], words: 1 },
  'mfa reset': { options: ['request', 'proof'], words: 0 },
  'sessions end': { options: ['account', 'everyone', 'reason'], words: 0 },
  audit: { options: ['account', 'operators'], words: 0 },
  'keys reseal': { options: [], words: 0 },
  migrate: { options: [], words: 0 },
  doctor: { options: [], words: 0 },
  help: { options: [], words: 0 },
} as const satisfies Record<string, { options: readonly string[]; words: number }>;

export type CommandName = keyof typeof commands;

export interface CommandLine {
  command: CommandName;
  /** The word after the command: a reference. */
  subject: string;
  values: {
    operator?: string | undefined;
    request?: string | undefined;
    proof?: string | undefined;
    account?: string | undefined;
    reason?: string | undefined;
    everyone?: boolean | undefined;
    operators?: boolean | undefined;
  };
}

/** The command can't be understood. The message says why. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** @throws UsageError on an unknown command or option, or too many or too few words */
export function readCommandLine(args: string[]): CommandLine {
  if (args.length === 0 || args.includes('--help') || args.includes('-h')) {
    return { command: 'help', subject: '', values: {} };
  }
  const { values, positionals } = parsed(args);
  const command = [positionals.slice(0, 2).join(' '), positionals[0] ?? ''].find(isCommand);
  if (!command) throw new UsageError(`There is no command "${positionals.join(' ')}".`);
  const { options, words } = commands[command];
  const known = new Set<string>(['operator', ...options]);
  const stray = Object.keys(values).find((name) => !known.has(name));
  if (stray !== undefined) throw new UsageError(`"${command}" has no option --${stray}.`);
  const rest = positionals.slice(command.split(' ').length);
  if (rest.length !== words) {
    throw new UsageError(
      words === 0 ? `"${command}" takes no "${rest.join(' ')}".` : `"${command}" needs a reference.`,
    );
  }
  return { command, subject: rest[0] ?? '', values };
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}

function parsed(args: string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        operator: text,
        request: text,
        proof: text,
        account: text,
        reason: text,
        everyone: { type: 'boolean' },
        operators: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'unreadable');
  }
}
