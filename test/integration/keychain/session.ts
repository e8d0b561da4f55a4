import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** A real keychain of its own: gnome-keyring in a private D-Bus session, away from the person's. */
export interface Keyring {
  /** What a process needs to use it. */
  env: Record<string, string>;
  /** Starts the keyring anew without unlocking it: as after a restart with automatic sign-in. */
  lock(): Promise<void>;
  /** Starts it anew and unlocks it, as signing in with the password does. */
  unlock(): Promise<void>;
  /** Removes everything that was kept, as a reset of the keyring does, and starts it anew, unlocked. */
  empty(): Promise<void>;
  /** Ends the keyring; the D-Bus session stays and starts no other. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

const password = 'the password of the keyring';

/** Starts a keyring that is unlocked and empty. */
export async function startKeyring(): Promise<Keyring> {
  const home = await mkdtemp(join(tmpdir(), 'latchkey-keyring-'));
  const runtime = join(home, 'runtime');
  await mkdir(runtime, { mode: 0o700 });
  // No services folder: D-Bus must not start another keyring, or a prompt on somebody's screen, by itself.
  const configuration = join(home, 'bus.conf');
  await writeFile(configuration, busConfiguration(runtime));
  const bus = spawn('dbus-daemon', ['--nofork', '--print-address=3', `--config-file=${configuration}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const pipe = bus.stdio[3];
  if (!pipe) throw new Error('dbus-daemon has no pipe to name its address');
  const [line] = await Promise.race([
    once(pipe, 'data'),
    once(bus, 'exit').then(() => Promise.reject(new Error('dbus-daemon ended before it was ready'))),
  ]);
  const env = {
    DBUS_SESSION_BUS_ADDRESS: String(line).trim(),
    XDG_RUNTIME_DIR: runtime,
    XDG_DATA_HOME: join(home, 'data'),
    XDG_CACHE_HOME: join(home, 'cache'),
    HOME: home,
  };

  let daemon: ChildProcess | null = null;
  const kill = async () => {
    if (daemon !== null) await end(daemon);
    daemon = null;
  };
  const start = async (unlocked: boolean) => {
    await kill();
    const args = ['--foreground', '--components=secrets', ...(unlocked ? ['--unlock'] : [])];
    const started = spawn('gnome-keyring-daemon', args, {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...process.env, ...env },
    });
    started.stdin?.end(unlocked ? password : '');
    daemon = started;
    await ownsTheName(env);
  };
  await start(true);

  return {
    env,
    lock: () => start(false),
    unlock: () => start(true),
    async empty() {
      await kill();
      await rm(join(env.XDG_DATA_HOME, 'keyrings'), { recursive: true, force: true });
      await start(true);
    },
    kill,
    async stop() {
      await kill();
      await end(bus);
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/** Waits until somebody answers for the Secret Service on the bus. */
async function ownsTheName(env: Record<string, string>): Promise<void> {
  const until = Date.now() + 15_000;
  for (;;) {
    const asked = spawn(
      'dbus-send',
      [
        '--session',
        '--print-reply',
        '--dest=org.freedesktop.DBus',
        '/',
        'org.freedesktop.DBus.NameHasOwner',
        'string:org.freedesktop.secrets',
      ],
      { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'ignore'] },
    );
    let reply = '';
    asked.stdout.on('data', (chunk: Buffer) => (reply += chunk.toString()));
    await once(asked, 'close');
    if (reply.includes('boolean true')) return;
    if (Date.now() > until) throw new Error('the keyring did not come up');
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

function busConfiguration(folder: string): string {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
    "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
  <busconfig>
    <type>session</type>
    <listen>unix:path=${join(folder, 'bus')}</listen>
    <policy context="default">
      <allow send_destination="*" eavesdrop="true"/>
      <allow eavesdrop="true"/>
      <allow own="*"/>
    </policy>
  </busconfig>`;
}
