import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { windowShown } from '../contract/host-process.ts';

/** How a start of Electron ended. `why` is for the person: one sentence with the cause, one with the way out. */
export type ElectronEnd = { outcome: 'ended'; code: number } | { outcome: 'failed'; why: string };

/** Ctrl-C, a requested end, and a closed terminal. */
export const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * The arguments of a checkout's Electron. Chromium's sandbox refuses to run as root, so root goes without it; for
 * nobody else is it ever turned off, whatever fails.
 *
 * @param user the person's number; undefined where the system has none
 */
export function electronArguments(root: string, user: number | undefined): string[] {
  return user === 0 ? ['--no-sandbox', root] : [root];
}

/** How much of Electron's messages is kept to find the cause, in characters. */
const mostSaid = 65_536;
/** How long the messages of a dead process may take to arrive, in ms: its children may hold the pipe open. */
const lastWordsMs = 1_000;

/**
 * Starts Electron. A start has failed if Electron ends with an error before its window shows Latchkey; there is no
 * time limit, since a slow machine is not a broken one. Its messages go to the terminal as they come.
 *
 * @param options.path Electron's executable
 */
export function startElectron(options: {
  path: string;
  args: string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
}): { app: ChildProcess; end: Promise<ElectronEnd> } {
  const { path, args, cwd, env } = options;
  const app = spawn(path, args, { cwd, env, stdio: ['inherit', 'inherit', 'pipe', 'ipc'] });
  let said = '';
  app.stderr?.on('data', (chunk: Buffer) => {
    process.stderr.write(chunk);
    said = (said + chunk.toString()).slice(-mostSaid);
  });
  let isShown = false;
  app.on('message', (message) => (isShown ||= message === windowShown));

  const { promise: end, resolve } = Promise.withResolvers<ElectronEnd>();
  app.once('error', ({ message }) =>
    resolve({ outcome: 'failed', why: `Electron could not be started: ${message}.` }),
  );
  const closed = new Promise<void>((done) => app.once('close', () => done()));
  app.once('exit', (code, signal) => {
    const isStopped = stopSignals.some((one) => one === signal);
    if (isShown || isStopped || code === 0) {
      resolve({ outcome: 'ended', code: code ?? 1 });
      return;
    }
    const lastWords = Promise.race([closed, pause(lastWordsMs, undefined, { ref: false })]);
    const ending = signal ?? `exit code ${code}`;
    resolve(lastWords.then(() => ({ outcome: 'failed', why: whyItFailed({ path, said, ending }) })));
  });
  return { app, end };
}

/** The cause of a failed start, from what Chromium or the loader said last. */
function whyItFailed({ path, said, ending }: { path: string; said: string; ending: string }): string {
  if (/No usable sandbox|SUID sandbox helper|zygote_host_impl_linux|setuid_sandbox_host/u.test(said)) {
    return (
      'This system does not let Electron start its sandbox, as Ubuntu 23.10 and later do not. ' +
      "Latchkey's .deb brings the AppArmor profile that allows it; docs/install.md has one for this folder."
    );
  }
  const libraries = missingLibraries(path, said);
  if (libraries.length > 0) {
    return (
      `Electron needs what this system does not have: ${libraries.join(', ')}. ` +
      "Install that, or Latchkey's package, which brings it along."
    );
  }
  if (/Missing X server|cannot open display/iu.test(said)) return 'Electron found no display for its window.';
  return `Electron ended before it showed a window (${ending}); its messages are above.`;
}

/** The shared libraries that the loader did not find. It names only the first one; `ldd` names all of them. */
function missingLibraries(path: string, said: string): string[] {
  const [, first] = /error while loading shared libraries: ([^\s:]+):/u.exec(said) ?? [];
  if (first === undefined) return [];
  const { stdout } = spawnSync('ldd', [path], { encoding: 'utf8' });
  const all = [...(stdout ?? '').matchAll(/^\s*(\S+) => not found$/gmu)].map(([, name = first]) => name);
  return all.length > 0 ? all : [first];
}
