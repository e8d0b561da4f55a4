import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';

export interface WaylandSession {
  /** What a program runs with on it. */
  env: { WAYLAND_DISPLAY: string; XDG_SESSION_TYPE: 'wayland' };
  stop(): Promise<void>;
}

/** As whom it runs where the tests run as root, which sway refuses. */
const nobody = 65_534;

/** A real Wayland session of its own without a display: sway on the headless backend of wlroots. */
export async function startWayland(): Promise<WaylandSession> {
  const runtime = await mkdtemp(join(tmpdir(), 'latchkey-wayland-'));
  await chmod(runtime, 0o700);
  const configuration = join(runtime, 'sway.conf');
  const ready = join(runtime, 'ready');
  await writeFile(
    configuration,
    `xwayland disable\nexec sh -c 'echo "$WAYLAND_DISPLAY" > "${ready}.new" && mv "${ready}.new" "${ready}"'\n`,
  );
  const isRoot = process.getuid?.() === 0;
  if (isRoot) await chown(runtime, nobody, nobody);
  const asNobody = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'];
  const [program, ...args] = [...(isRoot ? asNobody : []), 'sway', '-c', configuration];
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...rest } = process.env;
  const server = spawn(program, args, {
    env: {
      ...rest,
      HOME: runtime,
      XDG_RUNTIME_DIR: runtime,
      WLR_BACKENDS: 'headless',
      WLR_LIBINPUT_NO_DEVICES: '1',
      WLR_RENDERER: 'pixman',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  server.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  let display = '';
  while (display === '') {
    if (server.exitCode !== null) throw new Error(`sway ended before it was ready:\n${said}`);
    display = (await readFile(ready, 'utf8').catch(() => '')).trim();
    if (display === '') await pause(50);
  }
  return {
    env: { WAYLAND_DISPLAY: join(runtime, display), XDG_SESSION_TYPE: 'wayland' },
    async stop() {
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      await ended;
      await rm(runtime, { recursive: true, force: true });
    },
  };
}
