import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { textLimits } from '../../../src/contract/limits.ts';
import { askShortcut } from '../../../src/adapters/link-socket/ask-shortcut.ts';
import { handOverLink } from '../../../src/adapters/link-socket/hand-over.ts';
import { listenForLinks } from '../../../src/adapters/link-socket/listen.ts';

const link = 'latchkey://activate?server=https%3A%2F%2Faccount.example.org&token=abc';

const shortcut = {
  way: 'system',
  chosen: 'Control+Alt+K',
  as: 'Control+Alt+K',
  trouble: null,
  hasFired: true,
  isRenewed: false,
  command: 'latchkey toggle',
} as const;

let folder: string;
let taken: string[];
let hosts: { close(): Promise<void> }[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-links-'));
  taken = [];
  hosts = [];
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(hosts.map((host) => host.close()));
  await rm(folder, { recursive: true });
});

async function startHost(name = 'host'): Promise<{ close(): Promise<void> }> {
  const host = await listenForLinks(folder, {
    take: (raw) => void taken.push(`${name}: ${raw}`),
    shortcut: () => shortcut,
  });
  hosts.push(host);
  return host;
}

async function socketPath(): Promise<string> {
  const [name = ''] = await readdir(join(folder, 'links'));
  return join(folder, 'links', name);
}

/** What a connection gets for these bytes, and how it ends. */
async function say(bytes: string): Promise<string> {
  const path = await socketPath();
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(path, () => socket.write(bytes));
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('close', () => resolve(answer));
    socket.on('end', () => socket.end());
  });
}

/** Runs the command that the desktop starts. */
function openLink(...args: string[]): Promise<{ code: number; text: string }> {
  const script = join(import.meta.dirname, '../../../src/web/open-link.ts');
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [script, '--data-folder', folder, ...args],
      (_error, stdout, stderr) => resolve({ code: child.exitCode ?? -1, text: stdout + stderr }),
    );
  });
}

describe('a link that another program hands over', () => {
  it('arrives as it was, once', async () => {
    await startHost();
    expect(await handOverLink(folder, link)).toBe('taken');
    expect(taken).toEqual([`host: ${link}`]);
  });

  it('goes to the Latchkey that was started last, and to the other when that one is gone', async () => {
    await startHost('first');
    // Long ago, however coarse the file system's times are.
    const [first = ''] = await readdir(join(folder, 'links'));
    await utimes(join(folder, 'links', first), 1, 1);
    const second = await startHost('second');
    await handOverLink(folder, link);
    await second.close();
    await handOverLink(folder, link);
    expect(taken).toEqual([`second: ${link}`, `first: ${link}`]);
  });

  it('finds its way past what a killed host left', async () => {
    await startHost();
    const left = join(folder, 'links', '1-dead.sock');
    spawnSync(process.execPath, [
      '-e',
      `require('node:net').createServer().listen(${JSON.stringify(left)}, () => process.kill(process.pid, 'SIGKILL'))`,
    ]);
    expect(await readdir(join(folder, 'links'))).toHaveLength(2);
    expect(await handOverLink(folder, link)).toBe('taken');
    expect(await readdir(join(folder, 'links'))).toHaveLength(1);
  });

  it('is told when nobody listens', async () => {
    expect(await handOverLink(folder, link)).toBe('notRunning');
    const host = await startHost();
    await host.close();
    expect(await handOverLink(folder, link)).toBe('notRunning');
    expect(await readdir(join(folder, 'links'))).toEqual([]);
  });

  it('that is longer than any link is handed over as far as tells that it is; no socket takes more', async () => {
    await startHost();
    const long = `latchkey://${'a'.repeat(textLimits.link)}`;
    expect(await say(`${long}\n`)).toBe('refused\n');
    expect(await say('a'.repeat(textLimits.link + 3))).toBe('refused\n');
    expect(taken).toEqual([]);
    expect(await handOverLink(folder, long)).toBe('taken');
    expect(taken).toEqual([`host: ${long.slice(0, textLimits.link + 1)}`]);
  });

  it('is one line: what comes after it is not looked at', async () => {
    await startHost();
    expect(await handOverLink(folder, `${link}\nlatchkey://other`)).toBe('refused');
    expect(await say(`${link}\nlatchkey://other\n`)).toBe('taken\n');
    expect(taken).toEqual([`host: ${link}`]);
  });
});

test('where the shortcut stands, a running Latchkey says when it is asked', async () => {
  vi.stubEnv('LATCHKEY_DATA_DIR', folder);
  expect(await askShortcut()).toBeNull();
  await startHost();
  expect(await askShortcut()).toEqual(shortcut);
  expect(taken).toEqual([]);
});

test('an answer that is no such state counts as none', async () => {
  vi.stubEnv('LATCHKEY_DATA_DIR', folder);
  await startHost();
  await utimes(await socketPath(), 1, 1);
  let answer = '';
  const other = createServer({ allowHalfOpen: true }, (socket) => socket.resume().end(`${answer}\n`));
  await new Promise<void>((resolve) => other.listen(join(folder, 'links', 'other.sock'), resolve));
  for (answer of ['taken', '{', '{"way":"elsewhere"}', '']) expect(await askShortcut()).toBeNull();
  answer = JSON.stringify(shortcut);
  expect(await askShortcut()).toEqual(shortcut);
  await new Promise((resolve) => other.close(resolve));
});

describe('the socket', () => {
  it("is its owner's alone, also where the folder was open before", async () => {
    await startHost();
    expect((await stat(join(folder, 'links'))).mode & 0o777).toBe(0o700);
    expect((await stat(await socketPath())).mode & 0o777).toBe(0o600);
  });

  it('cannot be reached by another user of the machine', async () => {
    await startHost();
    const path = await socketPath();
    // As root this is somebody else for certain; otherwise the modes above are what there is to see.
    const isRoot = process.getuid?.() === 0;
    const other = spawnSync(
      process.execPath,
      [
        '-e',
        `require('node:net').connect(${JSON.stringify(path)}, () => process.exit(0)).on('error', (error) => { console.log(error.code); process.exit(1); })`,
      ],
      { encoding: 'utf8', cwd: '/', ...(isRoot && { uid: 65_534, gid: 65_534 }) },
    );
    expect(other.status === 1 && other.stdout.trim() === 'EACCES').toBe(isRoot);
  });

  it('says so where its path has no room', async () => {
    await expect(
      listenForLinks(join(folder, 'x'.repeat(90)), { take: () => undefined, shortcut: () => shortcut }),
    ).rejects.toThrow('too long');
  });
});

describe('the command that the desktop starts', () => {
  it('hands the link over and ends with 0, without repeating it', async () => {
    await startHost();
    const { code, text } = await openLink(link);
    expect({ code, taken }).toEqual({ code: 0, taken: [`host: ${link}`] });
    expect(text).toContain('Handed over');
    expect(text).not.toContain('abc');
  });

  it('ends with 3 where Latchkey is not running', async () => {
    expect(await openLink(link)).toEqual({
      code: 3,
      text: 'Latchkey is not running. Start it, then open the link again.\n',
    });
  });

  it.each([[['https://example.org/?token=abc']], [['--token=abc']], [[]], [[link, link]]])(
    'ends with 2 on anything else: %j',
    async (args) => {
      await startHost();
      const { code, text } = await openLink(...args);
      expect({ code, taken }).toEqual({ code: 2, taken: [] });
      expect(text).not.toContain('abc');
    },
  );

  it('takes the link out of its command line, where everybody could read it', async () => {
    const path = join(folder, 'links');
    await startHost();
    await hosts[0]?.close();
    // One that takes its time to answer, so that there is time to look.
    const slow = createServer();
    await new Promise<void>((resolve) => slow.listen(join(path, 'slow.sock'), resolve));
    const { promise: connected, resolve: isConnected } = Promise.withResolvers<() => void>();
    slow.on('connection', (socket) => isConnected(() => socket.resume().end('taken\n')));
    const opening = openLink(link);
    const answer = await connected;
    const lines = spawnSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).stdout;
    answer();
    expect((await opening).code).toBe(0);
    expect(lines).toContain('latchkey-open-link');
    expect(lines).not.toContain('token=abc');
    await new Promise((resolve) => slow.close(resolve));
  });
});

it('a file in place of a socket is no reason to fail', async () => {
  await startHost();
  await writeFile(join(folder, 'links', 'zz.sock'), '');
  expect(await handOverLink(folder, link)).toBe('taken');
});
