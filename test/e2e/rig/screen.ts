import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { endWithTests } from '../../rig/end-with-tests.ts';

export interface Screen {
  /** Value of DISPLAY. */
  display: string;
  stop(): Promise<void>;
}

/** A real X screen of its own (Xvfb), on a display number that is free. */
export async function startScreen(width: number, height: number): Promise<Screen> {
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], env: process.env },
  );
  endWithTests(server);
  const pipe = server.stdio[3];
  if (!pipe) throw new Error('Xvfb has no pipe to name its display');
  const [line] = await Promise.race([
    once(pipe, 'data'),
    once(server, 'exit').then(() => Promise.reject(new Error('Xvfb ended before it was ready'))),
  ]);
  return {
    display: `:${String(line).trim()}`,
    async stop() {
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      await ended;
    },
  };
}
