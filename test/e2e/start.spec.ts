import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { isAlive } from '../../src/adapters/is-alive.ts';
import { startKeyring } from '../integration/keychain/session.ts';
import { expect, test } from './rig/fixtures.ts';
import { startLatchkey } from './rig/latchkey.ts';
import { endWithTests } from '../rig/end-with-tests.ts';

test('npm start opens an app window and the trial account service, and Ctrl-C ends all of it', async ({
  desktop,
}) => {
  const keyring = await startKeyring();
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-start-'));
  const env = {
    ...process.env,
    ...keyring.env,
    DISPLAY: desktop.display,
    LATCHKEY_DATA_DIR: folder,
    XDG_STATE_HOME: folder,
    LATCHKEY_HOST: 'browser',
    LATCHKEY_LINKS: '1',
  };
  const npm = spawn('npm', ['start'], { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  endWithTests(npm, () => process.kill(-(npm.pid ?? 0), 'SIGINT'));
  let output = '';
  npm.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  npm.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));

  await expect.poll(() => output, { timeout: 120_000 }).toContain('Ctrl-C: stop.');
  expect(output).toContain('LATCHKEY_HOST asks for the browser host. Latchkey runs in your browser instead.');
  await expect
    .poll(() => windowsNamed('Latchkey', desktop.display), { timeout: 120_000 })
    .toBeGreaterThanOrEqual(1);
  const [host] = /127\.0\.0\.1:\d+/u.exec(processesOf(npm.pid ?? 0)) ?? [];
  expect(host, 'no start address stands in a command line').toBeUndefined();

  await expect.poll(() => output, { timeout: 120_000 }).toContain('Its data:');
  const trial = trialIn(output);
  expect((await fetch(`${trial.address}/readyz`)).status).toBe(200);
  const inbox = await fetch(trial.inbox, { headers: { accept: 'text/html' } });
  expect(await inbox.text()).toContain('<title>MailDev');
  const started = descendantsOf(npm.pid ?? 0);
  expect(started.filter(({ command }) => command.includes('postgres')).length).toBeGreaterThan(1);
  expect(handlerOf(keyring.env)).toBe('latchkey-npm-start.desktop');

  const ended = once(npm, 'exit');
  // As a terminal does it: to the whole group.
  process.kill(-(npm.pid ?? 0), 'SIGINT');
  await ended;
  await expect.poll(() => processesOf(npm.pid ?? 0), { timeout: 120_000 }).toBe('');
  // A process that gives way to everything else ends when it gets its turn.
  await expect.poll(() => started.filter(({ pid }) => isAlive(pid)), { timeout: 120_000 }).toEqual([]);
  expect(windowsNamed('Latchkey', desktop.display)).toBe(0);
  expect(handlerOf(keyring.env)).toBe('');
  await keyring.stop();
  await rm(trial.data, { recursive: true });
  await rm(folder, { recursive: true });
});

test('two npm start at once share one trial, and the next finds its data, its mails and its address', async ({
  desktop,
}) => {
  test.setTimeout(600_000);
  const keyring = await startKeyring();
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-start-'));
  const env = {
    ...keyring.env,
    LATCHKEY_DATA_DIR: folder,
    XDG_STATE_HOME: folder,
    LATCHKEY_SERVER: '',
    DISPLAY: desktop.display,
  };
  const first = await startLatchkey(env);
  await expect.poll(() => first.output(), { timeout: 120_000 }).toContain('Its data:');
  const trial = trialIn(first.output());
  const second = await startLatchkey(env);
  expect(handlerOf(env), 'nobody asked for links to open here').toBe('');
  expect(second.output()).toContain(`of another npm start is used: ${trial.address}`);
  expect(second.output()).toContain('Links in its mails can be pasted; LATCHKEY_LINKS=1');

  await test.step('an account is begun, and its mail arrives', async () => {
    const body = {
      name: 'Ada',
      email: 'ada@example.org',
      password: 'seven quiet otters paint',
      language: 'en',
    };
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${trial.address}/v1/sign-up`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(202);
    await expect.poll(() => linkInInbox(trial.inbox)).toContain(`${trial.address}/activate?token=`);
  });

  await test.step('the first ends: the second brings the same trial up', async () => {
    await first.stop();
    await expect.poll(() => second.output(), { timeout: 120_000 }).toContain('Its data:');
    expect(trialIn(second.output())).toEqual(trial);
    const page = await (await fetch(await linkInInbox(trial.inbox))).text();
    expect(page).toContain('href="latchkey://activate?');
  });

  await test.step('its service dies: said once, and codes go on', async () => {
    const service = descendantsOf(second.pid).find(({ command }) => command.includes('account-service'));
    expect(service).toBeDefined();
    if (service) process.kill(service.pid, 'SIGKILL');
    await expect.poll(() => second.output()).toContain('ended by itself (SIGKILL); codes go on without it.');
    expect((await fetch(second.startUrl, { method: 'HEAD' })).status).toBe(200);
  });

  await second.stop();
  const third = await startLatchkey(env);
  await expect.poll(() => third.output(), { timeout: 120_000 }).toContain('Its data:');
  expect(trialIn(third.output())).toEqual(trial);
  const page = await (await fetch(await linkInInbox(trial.inbox))).text();
  expect(page).toContain('href="latchkey://activate?');
  await third.stop();
  expect(third.output().match(/ended by itself/gu)).toBeNull();

  await keyring.stop();
  await rm(trial.data, { recursive: true });
  await rm(folder, { recursive: true });
});

test('a trial whose database does not start is named in the window, and the codes work without it', async ({
  computer,
}, testInfo) => {
  test.setTimeout(120_000);
  const name = createHash('sha256').update(computer.dataFolder).digest('hex').slice(0, 8);
  const data = join(import.meta.dirname, '../../.account-service', `trial-${name}`);
  // A folder that PostgreSQL never made.
  await mkdir(join(data, 'postgres/cluster'), { recursive: true });
  const page = await computer.openLatchkey({ env: { LATCHKEY_SERVER: '' } });
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByRole('heading', { name: 'Add your first code' })).toBeVisible();
  await page.getByRole('button', { name: 'Account' }).click();
  await expect(page.getByText('The trial’s database did not start.')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('The reason it gave:')).toBeVisible();
  await expect(page.getByText('Check your connection')).toBeHidden();
  await page.screenshot({ path: testInfo.outputPath('trial-failure.png') });
  await page.getByRole('button', { name: 'Back to the codes' }).click();
  await expect(page.getByRole('heading', { name: 'Add your first code' })).toBeVisible();
  await computer.quitLatchkey();
  await rm(data, { recursive: true });
});

test('an Electron that cannot start says why within its start, and Latchkey opens in the browser', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-start-'));
  const electron = [
    '#!/bin/sh',
    `echo "$@" > ${folder}/arguments`,
    'echo "No usable sandbox!" >&2',
    'kill -TRAP $$',
  ];
  await writeFile(join(folder, 'electron'), electron.join('\n'), { mode: 0o755 });
  const latchkey = await startLatchkey({
    LATCHKEY_HOST: '',
    LATCHKEY_DATA_DIR: folder,
    XDG_STATE_HOME: folder,
    ELECTRON_OVERRIDE_DIST_PATH: folder,
  });
  expect(latchkey.output()).toMatch(
    /sandbox, as Ubuntu 23\.10 and later do not\. .*AppArmor profile.* Latchkey runs in your browser instead\.\n/u,
  );
  const page = await fetch(latchkey.startUrl);
  expect(await page.text()).toContain('<title>Latchkey');
  const root = join(import.meta.dirname, '../..');
  const expected = process.getuid?.() === 0 ? `--no-sandbox ${root}` : root;
  expect((await readFile(join(folder, 'arguments'), 'utf8')).trim()).toBe(expected);
  await latchkey.stop();
  await rm(folder, { recursive: true });
});

/** Where the trial is, as the person is told. */
function trialIn(output: string): { address: string; inbox: string; data: string } {
  const [, address = ''] = /^Trial account service[^:]*: (\S+)$/mu.exec(output) ?? [];
  const [, inbox = ''] = /lands in the inbox: (\S+)$/mu.exec(output) ?? [];
  const [, data = ''] = /^Its data: (\S+)$/mu.exec(output) ?? [];
  return { address, inbox, data: join(import.meta.dirname, '../..', data) };
}

/** The link in the only mail of the trial's inbox; empty while there is none. */
async function linkInInbox(inbox: string): Promise<string> {
  const mails: unknown = await (await fetch(`${inbox}/api/email`)).json();
  return /http:\S+\/activate\?token=[\w-]+/u.exec(JSON.stringify(mails))?.[0] ?? '';
}

/** What the desktop opens the links with. */
function handlerOf(env: Record<string, string>): string {
  return execFileSync('xdg-mime', ['query', 'default', 'x-scheme-handler/latchkey'], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  }).trim();
}

function descendantsOf(root: number): { pid: number; command: string }[] {
  const all = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/u.exec(line) ?? [])
    .map(([, pid, parent, command = '']) => ({ pid: Number(pid), parent: Number(parent), command }));
  const below = (pid: number): typeof all =>
    all.filter(({ parent }) => parent === pid).flatMap((child) => [child, ...below(child.pid)]);
  return below(root).map(({ pid, command }) => ({ pid, command }));
}

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
