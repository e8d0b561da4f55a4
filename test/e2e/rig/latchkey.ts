import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';
import { endWithTests } from '../../rig/end-with-tests.ts';

export interface Latchkey {
  pid: number;
  /** The address that lets one window in; empty where Latchkey opened the window itself. */
  startUrl: string;
  /** Presses Enter in its terminal: a new start address. */
  newAddress(): Promise<string>;
  /** Everything it printed, errors too. */
  output(): string;
  stop(): Promise<void>;
}

const root = join(import.meta.dirname, '../../..');

/**
 * Starts Latchkey as a person does, by the start script, in the browser host and without a window of its own;
 * without an account server, unless `env` names one or has LATCHKEY_SERVER empty for the trial.
 *
 * @param on what else it is started on: `on(args)` is the command that runs this Node with `args`
 */
export async function startLatchkey(
  env: Record<string, string>,
  on: (args: string[]) => { command: string; args: string[] } = (args) => ({
    command: process.execPath,
    args,
  }),
): Promise<Latchkey> {
  const { command, args } = on(['src/bootstrap/start.ts']);
  const app = spawn(command, args, {
    cwd: root,
    env: {
      ...process.env,
      LATCHKEY_HOST: 'browser',
      LATCHKEY_NO_WINDOW: '1',
      LATCHKEY_SERVER: 'none',
      ...env,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  endWithTests(app, () => app.kill('SIGINT'));
  let output = '';
  const { promise: ready, resolve, reject } = Promise.withResolvers<string>();
  const addresses = () => output.match(/http:\/\/127\.0\.0\.1:\d+\/#start=[\w-]+/gu) ?? [];
  const waiting = new Set<() => void>();
  const take = (chunk: Buffer) => {
    output += chunk.toString();
    const [url] = addresses();
    if (url) resolve(url);
    else if (output.includes('Latchkey is open in')) resolve('');
    for (const look of waiting) look();
  };
  app.stdout.on('data', take);
  app.stderr.on('data', take);
  app.once('exit', (code) =>
    reject(new Error(`Latchkey ended with ${code} before it was ready:\n${output}`)),
  );
  const startUrl = await ready;
  return {
    pid: app.pid ?? 0,
    startUrl,
    newAddress() {
      const known = addresses().length;
      app.stdin.write('\n');
      return new Promise((found) => {
        const look = () => {
          const fresh = addresses()[known];
          if (fresh === undefined) return;
          waiting.delete(look);
          found(fresh);
        };
        waiting.add(look);
      });
    },
    output: () => output,
    async stop() {
      if (app.exitCode !== null || app.signalCode !== null) return;
      const ended = once(app, 'exit');
      app.kill('SIGINT');
      await ended;
    },
  };
}
