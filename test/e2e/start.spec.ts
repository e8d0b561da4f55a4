import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { startKeyring } from '../integration/keychain/session.ts';
import { expect, test } from './rig/fixtures.ts';

test('npm start opens an app window on the screen, and Ctrl-C ends all of it', async ({ desktop }) => {
  const keyring = await startKeyring();
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-start-'));
  const env = {
    ...process.env,
    ...keyring.env,
    DISPLAY: desktop.display,
    LATCHKEY_DATA_DIR: folder,
    LATCHKEY_HOST: 'browser',
  };
  const npm = spawn('npm', ['start'], { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let output = '';
  npm.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  npm.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));

  await expect.poll(() => output, { timeout: 60_000 }).toContain('Ctrl-C: stop.');
  expect(output).toContain('LATCHKEY_HOST asks for the browser host. Latchkey runs in your browser instead.');
  await expect
    .poll(() => windowsNamed('Latchkey', desktop.display), { timeout: 30_000 })
    .toBeGreaterThanOrEqual(1);
  const [host] = /127\.0\.0\.1:\d+/u.exec(processesOf(npm.pid ?? 0)) ?? [];
  expect(host, 'no start address stands in a command line').toBeUndefined();

  const ended = once(npm, 'exit');
  // As a terminal does it: to the whole group.
  process.kill(-(npm.pid ?? 0), 'SIGINT');
  await ended;
  await expect.poll(() => processesOf(npm.pid ?? 0), { timeout: 10_000 }).toBe('');
  expect(windowsNamed('Latchkey', desktop.display)).toBe(0);
  await keyring.stop();
  await rm(folder, { recursive: true });
});

/** How many windows on the display have this name. */
function windowsNamed(name: string, display: string): number {
  try {
    const found = execFileSync('xdotool', ['search', '--onlyvisible', '--name', `^${name}$`], {
      env: { ...process.env, DISPLAY: display },
      encoding: 'utf8',
    });
    return found.trim().split('\n').length;
  } catch {
    // xdotool ends with 1 where there is none.
    return 0;
  }
}

/** The command lines of a process group, a line each. */
function processesOf(group: number): string {
  try {
    return execFileSync('ps', ['-o', 'args=', '--no-headers', '-g', String(group)], {
      encoding: 'utf8',
    }).trim();
  } catch {
    return '';
  }
}
