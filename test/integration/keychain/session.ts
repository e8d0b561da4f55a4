import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { endWithTests } from '../../rig/end-with-tests.ts';
import { end, startBus } from '../desktop/bus.ts';

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
  /** The keyring is there, but programs are not let near it, as by a sandbox's policy, until it is started anew. */
  deny(): Promise<void>;
  stop(): Promise<void>;
}

const secretService = 'org.freedesktop.secrets';
const password = 'the password of the keyring';

/** Starts a keyring that is unlocked and empty. */
export async function startKeyring(): Promise<Keyring> {
  const home = await mkdtemp(join(tmpdir(), 'latchkey-keyring-'));
  const runtime = join(home, 'runtime');
  await mkdir(runtime, { mode: 0o700 });
  const bus = await startBus(runtime);
  const env = {
    DBUS_SESSION_BUS_ADDRESS: bus.address,
    XDG_RUNTIME_DIR: runtime,
    XDG_DATA_HOME: join(home, 'data'),
    XDG_CACHE_HOME: join(home, 'cache'),
    HOME: home,
  };

  let isDenied = false;
  let daemon: ChildProcess | null = null;
  const kill = async () => {
    if (daemon !== null) await end(daemon);
    daemon = null;
  };
  const start = async (unlocked: boolean) => {
    await kill();
    if (isDenied) await bus.allowAll();
    isDenied = false;
    const args = ['--foreground', '--components=secrets', ...(unlocked ? ['--unlock'] : [])];
    const started = spawn('gnome-keyring-daemon', args, {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...process.env, ...env },
    });
    endWithTests(started, () => started.kill('SIGKILL'));
    started.stdin?.end(unlocked ? password : '');
    daemon = started;
    await bus.owned(secretService);
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
    async deny() {
      isDenied = true;
      await bus.deny(secretService);
    },
    async stop() {
      await kill();
      await bus.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}
