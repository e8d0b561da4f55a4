import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { end } from '../../integration/desktop/bus.ts';
import { endWithTests } from '../../rig/end-with-tests.ts';

/** Debian's screen reader. */
export interface Orca {
  /** Everything it has said so far, in its order. */
  said(): string[];
  stop(): Promise<void>;
}

/** Starts the bus of the assistive technologies; no folder of `PATH` has it. */
export const busLauncher = '/usr/libexec/at-spi-bus-launcher';

/**
 * Orca runs it at its start. The log is to be read while it is written. The test knows which keys it presses, and does not
 * wait until all of a page is read.
 */
const customization = `from orca import debug, settings
debug.debugFile.reconfigure(line_buffering=True)
settings.enableKeyEcho = False
settings.sayAllOnLoad = False
`;

/**
 * Starts Orca on a screen, in the D-Bus session of `env`, as a desktop does that has its screen reader switched on.
 * @param folder where it keeps its settings and its log
 */
export async function startOrca(env: Record<string, string>, folder: string): Promise<Orca> {
  const own = { ...process.env, ...env, LC_ALL: 'C.UTF-8', NO_AT_BRIDGE: '1' };
  const launcher = spawn(busLauncher, ['--launch-immediately', '--a11y=1', '--screen-reader=1'], {
    // The usual place of these settings needs a service that this session does not start.
    env: { ...own, GSETTINGS_BACKEND: 'memory' },
    stdio: 'ignore',
  });
  endWithTests(launcher);
  const log = join(folder, 'orca.log');
  const preferences = join(folder, 'orca');
  await mkdir(preferences);
  await writeFile(join(preferences, 'orca-customizations.py'), customization);
  const orca = spawn('orca', ['--disable=braille', '--debug-file', log, '--user-prefs', preferences], {
    // Nobody speaks for it: Orca writes to its log what it would have spoken.
    env: { ...own, SPEECHD_ADDRESS: `unix_socket:${join(folder, 'nobody')}` },
    stdio: 'ignore',
  });
  endWithTests(orca, () => orca.kill('SIGKILL'));
  const said = () => (existsSync(log) ? spoken(readFileSync(log, 'utf8')) : []);
  while (said().length === 0) {
    if (orca.exitCode !== null) throw new Error('Orca ended before it was ready');
    await pause(50);
  }
  return {
    said,
    async stop() {
      await end(orca);
      const ended = once(launcher, 'exit');
      launcher.kill('SIGTERM');
      await ended;
    },
  };
}

/** What Orca's log says that it spoke; the voice's properties stand behind each text. */
function spoken(log: string): string[] {
  return [...log.matchAll(/ - SPEECH OUTPUT: '(.*?)'(?: voice=\w+)?(?:\{.*\})?$/gmu)].map(([, text = '']) =>
    text.trim(),
  );
}
