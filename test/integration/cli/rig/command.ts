import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { startKeyring, type Keyring } from '../../keychain/session.ts';
import { addAddresses, openWindow, type RunningWindow } from './window.ts';

const root = join(import.meta.dirname, '../../../..');

/** How a run of the command ended. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** The built command, on a vault and a keychain of its own. */
export interface Person {
  readonly keyring: Keyring;
  /** The data folder. */
  readonly folder: string;
  readonly env: Record<string, string>;
  /** Runs `latchkey ARGS` through pipes, without a terminal, and waits for its end. */
  run(args: string[], input?: string): Promise<Ended>;
  /** Starts it and gives the process. */
  start(args: string[]): ChildProcess;
  /** Starts it at a pseudo-terminal, as part of a pipeline if more is given. */
  atTerminal(args: string[], more?: string, columns?: number): Terminal;
  /** Opens a window; it is closed with the person. */
  openWindow(): Promise<RunningWindow>;
  /** Opens a window, makes a vault in it, adds addresses, and closes it. */
  makeVault(
    protection: Parameters<RunningWindow['client']['vault']['create']>[0],
    ...addresses: string[]
  ): Promise<void>;
  leave(): Promise<void>;
}

/** A person at a pseudo-terminal. */
export interface Terminal {
  /** Types text; `\r` is Enter. */
  type(text: string): void;
  /** Waits until the screen has shown a text, from where the last wait ended. Gives what a pattern matched. */
  shows(text: string): Promise<void>;
  shows(text: RegExp): Promise<RegExpExecArray>;
  /** Everything that was on the screen so far. */
  screen(): string;
  /** Waits for the command's end; everything that was on the screen. */
  ended: Promise<{ code: number | null; screen: string }>;
}

/** Builds the command, beside the packages that it loads. Each test file has a copy of its own. */
export async function buildCommand(name: string): Promise<string> {
  const folder = join(root, 'out', `test-cli-${name}`);
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', '--config', 'src/cli/vite.ts', '--outDir', folder, '--logLevel', 'error'];
  await promisify(execFile)(process.execPath, args, { cwd: root });
  return join(folder, 'latchkey.cjs');
}

/** @param command the path of the built command */
export async function createPerson(command: string): Promise<Person> {
  const keyring = await startKeyring();
  const place = await mkdtemp(join(tmpdir(), 'latchkey-command-'));
  const folder = join(place, 'data');
  const env = {
    ...keyring.env,
    LATCHKEY_DATA_DIR: folder,
    XDG_STATE_HOME: join(place, 'state'),
    // Whatever language this computer speaks.
    LC_ALL: 'C.UTF-8',
  };
  const windows: RunningWindow[] = [];

  function start(args: string[]): ChildProcess {
    // In a session of its own, it has no terminal to ask at.
    return spawn(process.execPath, [command, ...args], {
      env: { ...process.env, ...env },
      cwd: place,
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
  }

  const person: Person = {
    keyring,
    folder,
    env,
    start,
    async run(args, input = '') {
      const child = start(args);
      child.stdin?.on('error', () => undefined).end(input);
      const [stdout, stderr, [code]] = await Promise.all([
        child.stdout ? text(child.stdout) : '',
        child.stderr ? text(child.stderr) : '',
        once(child, 'exit'),
      ]);
      return { code: typeof code === 'number' ? code : null, stdout, stderr };
    },
    atTerminal: (args, more = '', columns = 80) =>
      startTerminal(
        `stty cols ${columns}; ${[process.execPath, command, ...args].map(quoted).join(' ')} ${more}`,
        { ...process.env, ...env },
        place,
      ),
    async openWindow() {
      const window = await openWindow(env);
      windows.push(window);
      return window;
    },
    async makeVault(protection, ...addresses) {
      const { client, ...window } = await openWindow(env);
      await client.vault.create(protection);
      if (addresses.length > 0) await addAddresses(client, ...addresses);
      await window.close();
    },
    async leave() {
      for (const window of windows) await window.close();
      await keyring.stop();
      await rm(place, { recursive: true, force: true });
    },
  };
  return person;
}

/** `script` gives the command a terminal whose screen is its output and whose keyboard is its input. */
export function startTerminal(line: string, env: NodeJS.ProcessEnv, cwd: string): Terminal {
  const child = spawn('script', ['--quiet', '--flush', '--return', '--command', line, '/dev/null'], {
    env: { ...env, TERM: 'xterm', SHELL: '/bin/sh' },
    cwd,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let screen = '';
  let seen = 0;
  // What is typed after the end goes nowhere.
  child.stdin.on('error', () => undefined);
  let wake: () => void = () => undefined;
  child.stdout.setEncoding('utf8').on('data', (shown: string) => {
    screen += shown;
    wake();
  });
  const ended = once(child, 'close').then(([code]) => {
    wake();
    return { code: typeof code === 'number' ? code : null, screen };
  });
  async function shows(wanted: string): Promise<void>;
  async function shows(wanted: RegExp): Promise<RegExpExecArray>;
  async function shows(wanted: string | RegExp): Promise<RegExpExecArray | void> {
    const pattern =
      typeof wanted === 'string'
        ? new RegExp(wanted.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`), 'u')
        : wanted;
    for (;;) {
      const found = pattern.exec(screen.slice(seen));
      if (found !== null) {
        seen += found.index + found[0].length;
        return found;
      }
      if (child.exitCode !== null) throw new Error(`it ended without showing “${String(wanted)}”: ${screen}`);
      const { promise, resolve } = Promise.withResolvers<void>();
      wake = resolve;
      await promise;
    }
  }
  return {
    type: (keys) => void child.stdin.write(keys),
    shows,
    screen: () => screen,
    ended,
  };
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
