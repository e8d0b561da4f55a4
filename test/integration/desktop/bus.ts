import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { createClient } from 'dbus-native';
import { endWithTests } from '../../rig/end-with-tests.ts';

/** A real D-Bus of its own. */
export interface Bus {
  address: string;
  /** From now on nobody may send to this name (and nobody who may not is told more than that), as in a sandbox. */
  deny(name: string): Promise<void>;
  allowAll(): Promise<void>;
  /** Waits until somebody answers for the name. */
  owned(name: string): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a `dbus-daemon` whose socket and configuration are in `folder`. */
export async function startBus(folder: string): Promise<Bus> {
  // No services folder: D-Bus must not start another keyring, or a prompt on somebody's screen, by itself.
  const configuration = join(folder, 'bus.conf');
  const socket = join(folder, 'bus');
  await writeFile(configuration, configurationOf(socket));
  const daemon = spawn('dbus-daemon', ['--nofork', '--print-address=3', `--config-file=${configuration}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  endWithTests(daemon);
  const pipe = daemon.stdio[3];
  if (!pipe) throw new Error('dbus-daemon has no pipe to name its address');
  const [line] = await Promise.race([
    once(pipe, 'data'),
    once(daemon, 'exit').then(() => Promise.reject(new Error('dbus-daemon ended before it was ready'))),
  ]);
  const address = String(line).trim();

  const configure = async (denied?: string) => {
    await writeFile(configuration, configurationOf(socket, denied));
    await call(address, 'ReloadConfig');
  };
  return {
    address,
    deny: (name) => configure(name),
    allowAll: () => configure(),
    async owned(name) {
      const until = Date.now() + 60_000;
      while (!(await call(address, 'NameHasOwner', `string:${name}`)).includes('boolean true')) {
        if (Date.now() > until) throw new Error(`nobody answers for ${name}`);
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
    },
    stop: () => end(daemon),
  };
}

/** What locks a screen, as desktops tell it on the bus at `address`. */
export async function startScreenLocker(
  address: string,
): Promise<{ lockScreen(): void; unlockScreen(): void; stop(): Promise<void> }> {
  const bus = createClient({ busAddress: address });
  await bus.ownName('org.freedesktop.ScreenSaver');
  const tell = (isLocked: boolean) =>
    bus.sendSignal('/ScreenSaver', 'org.freedesktop.ScreenSaver', 'ActiveChanged', 'b', [isLocked]);
  return { lockScreen: () => tell(true), unlockScreen: () => tell(false), stop: () => bus.close() };
}

/** Ends a process and waits until it is gone. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/** Asks the bus itself, with D-Bus's own program. */
async function call(address: string, member: string, ...args: string[]): Promise<string> {
  const asked = spawn(
    'dbus-send',
    [
      '--session',
      '--print-reply',
      '--dest=org.freedesktop.DBus',
      '/',
      `org.freedesktop.DBus.${member}`,
      ...args,
    ],
    { env: { ...process.env, DBUS_SESSION_BUS_ADDRESS: address }, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  let reply = '';
  asked.stdout.on('data', (chunk: Buffer) => (reply += chunk.toString()));
  await once(asked, 'close');
  return reply;
}

function configurationOf(socket: string, denied?: string): string {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
    "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
  <busconfig>
    <type>session</type>
    <listen>unix:path=${socket}</listen>
    <policy context="default">
      <allow send_destination="*" eavesdrop="true"/>
      <allow eavesdrop="true"/>
      <allow own="*"/>
      ${denied === undefined ? '' : `<deny send_destination="${denied}"/>`}
    </policy>
  </busconfig>`;
}
