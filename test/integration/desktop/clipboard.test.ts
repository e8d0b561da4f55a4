import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { text as textOf } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findClipboardPrograms } from '../../../src/adapters/clipboard/clipboard-programs.ts';
import { startScreen, type Screen } from '../../e2e/rig/screen.ts';
import { startWayland, type WaylandSession } from './wayland.ts';

const code = '493 021 code';
const paths = (process.env['PATH'] ?? '').split(delimiter);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-clipboard-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

let screen: Screen;
let wayland: WaylandSession;
beforeAll(async () => {
  screen = await startScreen(320, 240);
  wayland = await startWayland();
});
afterAll(async () => {
  await screen.stop();
  await wayland.stop();
});

const ways = [
  { session: 'X', program: 'xclip', other: ['xclip', '-selection', 'clipboard'] },
  { session: 'X', program: 'xsel', other: ['xclip', '-selection', 'clipboard'] },
  { session: 'Wayland', program: 'wl-copy', other: ['wl-copy'] },
] as const;

describe.each(ways)('the clipboard of a $session session by $program', ({ session, program, other }) => {
  const env = async () => {
    // On X the first of several is taken, so there must be only one. wl-copy starts programs of its own.
    if (session === 'Wayland') return { PATH: process.env['PATH'], ...wayland.env };
    await link(program);
    return { PATH: folder, HOME: folder, DISPLAY: screen.display };
  };
  const outside = () => ({
    ...process.env,
    ...(session === 'X' ? { DISPLAY: screen.display } : wayland.env),
  });
  const held = () =>
    outputOf(
      session === 'X' ? ['xclip', '-selection', 'clipboard', '-out'] : ['wl-paste', '--no-newline'],
      outside(),
    );

  it('takes a code, which no command line shows, and gives it to others until it is cleared', async () => {
    const clipboard = findClipboardPrograms(await env(), 'linux');
    expect(await clipboard?.write(code)).toBe(true);
    expect(await held()).toBe(code);
    expect((await commandLines()).filter((line) => line.includes(code))).toEqual([]);
    await clipboard?.clearIf(code);
    await expect.poll(held).toBe('');
    expect(await clipboard?.write('another')).toBe(true);
  });

  it('keeps what somebody copied since', async () => {
    const clipboard = findClipboardPrograms(await env(), 'linux');
    await clipboard?.write(code);
    const [copies, ...args] = other;
    const child = spawn(copies, args, { env: outside(), stdio: ['pipe', 'ignore', 'ignore'] });
    child.stdin.end('a letter');
    await once(child, 'exit');
    await expect.poll(held).toBe('a letter');
    await clipboard?.clearIf(code);
    expect(await held()).toBe('a letter');
  });
});

describe('a desktop', () => {
  it('that reports success and writes nothing is told from one that writes', async () => {
    await script('wl-copy', 'cat > /dev/null');
    await script('wl-paste', 'exit 0');
    expect(await findClipboardPrograms(stoodIn(), 'linux')?.write(code)).toBe(false);
  });

  it('without its session refuses the program: nothing is written', async () => {
    await link('xclip');
    const clipboard = findClipboardPrograms({ PATH: folder, DISPLAY: ':54321' }, 'linux');
    expect(await clipboard?.write(code)).toBe(false);
  });

  it('whose wl-copy can mark a text as sensitive is asked to', async () => {
    const said = join(folder, 'said');
    const answer = '--help) echo "  --sensitive  Mark it";;';
    await script('wl-copy', `case "$1" in ${answer} *) echo "$@" >> "${said}"; cat > "${said}.text";; esac`);
    await script('wl-paste', `cat "${said}.text"`);
    const clipboard = findClipboardPrograms(stoodIn(), 'linux');
    expect(await clipboard?.write(code)).toBe(true);
    await clipboard?.clearIf(code);
    expect(await readFile(said, 'utf8')).toBe('--sensitive\n--clear\n');
  });

  it('without any program leaves the clipboard to the window', () => {
    expect(findClipboardPrograms({ PATH: folder, DISPLAY: screen.display }, 'linux')).toBeNull();
    expect(findClipboardPrograms({ PATH: process.env['PATH'] }, 'linux')).toBeNull();
    expect(findClipboardPrograms({ ...process.env, DISPLAY: screen.display }, 'win32')).toBeNull();
  });
});

function stoodIn() {
  return { PATH: [folder, ...paths].join(delimiter), WAYLAND_DISPLAY: 'wayland-0' };
}

async function script(name: string, body: string): Promise<void> {
  await writeFile(join(folder, name), `#!/bin/sh\n${body}\n`);
  await chmod(join(folder, name), 0o755);
}

/** Puts a program of this machine into the folder, which is then the only place where programs are found. */
async function link(program: string): Promise<void> {
  const places = paths.map((path) => join(path, program));
  await symlink(places.find((place) => existsSync(place)) ?? '', join(folder, program));
}

async function outputOf([program, ...args]: [string, ...string[]], env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  const [output] = await Promise.all([textOf(child.stdout), once(child, 'exit')]);
  return output;
}

async function commandLines(): Promise<string[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/u.test(name));
  return Promise.all(ids.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')));
}
