import { fork, type ChildProcess } from 'node:child_process';
import { createHash, randomInt } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, openSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, relative } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { dataFolder } from '../adapters/data-folder.ts';
import { trialFailureSchema, type TrialFailure } from '../contract/account-state.ts';
import { endLeftDatabase } from './left-database.ts';
import { LockError, withLock } from '../adapters/vault-file/lock.ts';

/** The trial account service that `npm start` brings up, entirely on this machine. */
export interface Trial {
  /** The service's origin; it may take a few seconds to answer. */
  address: string;
  /** The page with every mail and SMS that the service sent. */
  inbox: string;
  /** Why it is not up; null while it is, or is still coming up. */
  failure(): TrialFailure | null;
  /** Stops the service, its database and its inbox, and waits for them to end. */
  stop(): Promise<void>;
}

const portsSchema = z.object({ service: z.int(), smtp: z.int(), web: z.int() });
type Ports = z.infer<typeof portsSchema>;

/** How often a second `npm start` checks whether the first one's trial is gone, in ms. */
const patienceMs = 500;
/** Time limit for service, inbox and database to end, in ms. */
const stopLimitMs = 15_000;

/**
 * Starts the trial in its own process (private PostgreSQL, account service, MailDev inbox), on ports that are
 * chosen once and kept, so that accounts and links survive a restart. Returns before it is up.
 *
 * The data are in the project's `.account-service/`, separate for each data folder of Latchkey. Two concurrent
 * `npm start` share one trial: the second uses the first one's, and starts it itself when the first ends.
 *
 * @param say tells the person one line
 * @param changed called after each change of `failure`
 */
export async function startTrial(
  root: string,
  say: (line: string) => void,
  changed: () => void = () => {},
): Promise<Trial> {
  const name = createHash('sha256').update(dataFolder()).digest('hex').slice(0, 8);
  const folder = join(root, '.account-service', `trial-${name}`);
  await mkdir(folder, { recursive: true });
  const lock = join(folder, 'lock');
  const ports = await choosePorts(folder, lock);
  const trial = { address: `http://127.0.0.1:${ports.service}`, inbox: `http://127.0.0.1:${ports.web}` };

  const stopping = new AbortController();
  let failure: TrialFailure | null = null;
  const keeping = keepUp().catch((error: unknown) => {
    say(`The trial account service could not be started: ${String(error)}`);
    // Errors of files and processes here name paths, which are for the terminal only.
    fail({ part: 'service', reason: '' });
  });
  return {
    ...trial,
    failure: () => failure,
    async stop() {
      stopping.abort();
      await keeping;
    },
  };

  function fail(next: TrialFailure | null): void {
    failure = next;
    changed();
  }

  /** Waits for its turn, then runs the service until it is stopped. */
  async function keepUp(): Promise<void> {
    let isFirstLook = true;
    while (!stopping.signal.aborted) {
      try {
        await withLock(lock, 0, run);
        return;
      } catch (error) {
        if (!(error instanceof LockError)) throw error;
        if (isFirstLook) {
          say(`The trial account service of another npm start is used: ${trial.address}`);
          say(`Every mail and SMS of it lands in the inbox: ${trial.inbox}`);
        }
        isFirstLook = false;
        await pause(patienceMs, null, { signal: stopping.signal }).catch(() => null);
      }
    }
  }

  async function run(): Promise<void> {
    const log = join(folder, 'service.log');
    const cluster = join(folder, 'postgres/cluster');
    await endLeftDatabase(cluster);
    const service = startService(root, folder, ports, log);
    let told: TrialFailure | undefined;
    service.on('message', (message) => {
      told = trialFailureSchema.safeParse(message).data;
      if (told !== undefined) return;
      fail(null);
      say(`Trial account service, on this machine only: ${trial.address}`);
      say(`Every mail and SMS of it lands in the inbox: ${trial.inbox}`);
      say(`Its data: ${relative(root, folder)}`);
    });
    // A broken channel, or no process at all; the first shows when it ends, the second is reported here.
    const { promise: unborn, reject } = Promise.withResolvers<never>();
    service.on('error', (error) => {
      if (service.pid === undefined) reject(error);
    });
    const ended = Promise.race([
      new Promise<[number | null, string | null]>((resolve) =>
        service.once('exit', (...how) => resolve(how)),
      ),
      unborn,
    ]);
    const stop = () => service.connected && service.disconnect();
    stopping.signal.addEventListener('abort', stop);
    if (stopping.signal.aborted) stop();
    const limit = once(stopping.signal, 'abort').then(() =>
      pause(stopLimitMs, 'late' as const, { ref: false }),
    );
    if ((await Promise.race([ended, limit])) === 'late') service.kill('SIGKILL');
    const [code, signal] = await ended;
    interruptGroup(service);
    await endLeftDatabase(cluster);
    if (stopping.signal.aborted) return;
    fail(told ?? { part: 'service', reason: '' });
    say(
      `The trial account service ended by itself (${signal ?? `code ${code}`}); codes go on without it. ` +
        `Its last words are in ${relative(root, log)}; the next npm start brings it up again.`,
    );
  }
}

/** Starts the service out of reach of Ctrl-C: it ends in order when this process asks for it or ends. */
function startService(root: string, folder: string, ports: Ports, log: string): ChildProcess {
  const output = openSync(log, 'w', 0o600);
  return fork(join(root, 'src/account-service/main.ts'), {
    cwd: root,
    detached: true,
    stdio: ['ignore', output, output, 'ipc'],
    // Not the person's whole environment: its NODE_ENV or DATABASE_URL would mean something else.
    env: {
      ...Object.fromEntries(passedOn.map((name) => [name, process.env[name]])),
      NODE_ENV: 'development',
      DATA_FOLDER: folder,
      PORT: String(ports.service),
      MAILDEV_SMTP_PORT: String(ports.smtp),
      MAILDEV_WEB_PORT: String(ports.web),
    },
  });
}

/** Ends what a service that was killed or died while starting left behind: a database or its creation. */
function interruptGroup({ pid }: ChildProcess): void {
  if (pid === undefined || process.platform === 'win32') return;
  try {
    process.kill(-pid, 'SIGINT');
  } catch {
    // Nothing is left of it: the usual end.
  }
}

const passedOn = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SYSTEMROOT', 'LANG', 'LC_ALL', 'USER', 'LOGNAME'];

/** The trial's ports: the previous ones, or new ones if another program has taken one in the meantime. */
async function choosePorts(folder: string, lock: string): Promise<Ports> {
  const file = join(folder, 'ports.json');
  const choose = async () => {
    const known = existsSync(file) ? portsSchema.parse(JSON.parse(await readFile(file, 'utf8'))) : null;
    if (known !== null && (await areFree(Object.values(known)))) return known;
    const [service = 0, smtp = 0, web = 0] = await freePorts(3);
    const fresh = { service, smtp, web };
    await writeFile(`${file}.new`, JSON.stringify(fresh));
    await rename(`${file}.new`, file);
    return fresh;
  };
  for (;;) {
    try {
      return await withLock(lock, 0, choose);
    } catch (error) {
      if (!(error instanceof LockError)) throw error;
      // Another npm start has chosen already, or is about to.
      if (existsSync(file)) return portsSchema.parse(JSON.parse(await readFile(file, 'utf8')));
      await pause(patienceMs / 10);
    }
  }
}

/** Below the range that systems assign themselves, so that they are still free next time. */
async function freePorts(count: number): Promise<number[]> {
  const found = new Set<number>();
  while (found.size < count) {
    const port = randomInt(20_000, 30_000);
    if (await areFree([port])) found.add(port);
  }
  return [...found];
}

async function areFree(ports: number[]): Promise<boolean> {
  const answers = await Promise.all(
    ports.map(async (port) => {
      const probe = createServer();
      const { promise, resolve } = Promise.withResolvers<boolean>();
      probe.once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
      return promise;
    }),
  );
  return answers.every(Boolean);
}
