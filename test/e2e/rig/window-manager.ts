import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { endWithTests } from '../../rig/end-with-tests.ts';

/** A person in front of an X screen with a window manager: what they see, and what they press. */
export interface Desk {
  /** The title of the window with the focus; empty if none has it. */
  title(): string;
  /** The number of that window. */
  active(): string;
  /** Whether a window of this class is on the screen. */
  shows(className: string): boolean;
  /** Presses the mouse's button at this place of the screen. */
  click(x: number, y: number): void;
  /** Presses keys, as xdotool names them: `ctrl+alt+l`, `Return`. */
  press(keys: string): void;
  type(text: string): void;
  /** The text on the clipboard. */
  clipboard(): string;
  /** Puts a text there, as another program does. */
  copy(text: string): void;
  stop(): Promise<void>;
}

/**
 * Starts Debian's openbox on a screen.
 * @param bound what its own configuration runs, by keys as openbox names them: `C-A-l`
 */
export async function startWindowManager(
  display: string,
  bound: Record<string, readonly string[]>,
): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-openbox-'));
  const config = join(folder, 'rc.xml');
  await writeFile(config, configuration(bound));
  const env = { ...process.env, DISPLAY: display };
  const manager = spawn('openbox', ['--sm-disable', '--config-file', config], { env, stdio: 'ignore' });
  endWithTests(manager);
  const run = (...args: string[]) => spawnSync('xdotool', args, { env, encoding: 'utf8' }).stdout.trim();
  // It says so itself, on the root window.
  while (Number(run('get_num_desktops')) === 0) {
    if (manager.exitCode !== null) throw new Error('openbox ended before it was ready');
    await pause(20);
  }
  return {
    title: () => run('getactivewindow', 'getwindowname'),
    active: () => run('getactivewindow'),
    shows: (className) => run('search', '--onlyvisible', '--class', className) !== '',
    click: (x, y) => void run('mousemove', String(x), String(y), 'click', '1'),
    press: (keys) => void run('key', '--clearmodifiers', keys),
    type: (text) => void run('type', '--delay', '1', text),
    clipboard: () =>
      spawnSync('xclip', ['-selection', 'clipboard', '-out'], { env, encoding: 'utf8' }).stdout,
    // It stays behind to hand the text out, and ends with the screen.
    copy: (text) =>
      void spawnSync('xclip', ['-selection', 'clipboard', '-in'], {
        env,
        input: text,
        stdio: ['pipe', 'ignore', 'ignore'],
      }),
    async stop() {
      const ended = once(manager, 'exit');
      manager.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

function configuration(bound: Record<string, readonly string[]>): string {
  const binds = Object.entries(bound).map(
    ([keys, command]) =>
      `<keybind key="${keys}"><action name="Execute"><command>${command.join(' ')}</command></action></keybind>`,
  );
  return `<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew></focus>
  <keyboard>${binds.join('')}</keyboard>
</openbox_config>
`;
}
