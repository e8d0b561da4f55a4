import process from 'node:process';
import type { MessageBus } from 'dbus-native';
import type { Log, Power } from '../../app/ports.ts';
import type { LockTrigger } from '../../contract/vocabulary.ts';
import { sessionBus, systemBus } from '../d-bus/buses.ts';
import { followBus } from '../d-bus/follow-bus.ts';

type Happened = Parameters<Power['watch']>[0];
/** Notes that there is a source of this trigger. */
type Found = (trigger: LockTrigger) => void;

/** Sources of the screen lock: the first for KDE and others; GNOME, Cinnamon, MATE and Xfce have their own. */
const screenSavers = [
  'org.freedesktop.ScreenSaver',
  'org.gnome.ScreenSaver',
  'org.cinnamon.ScreenSaver',
  'org.mate.ScreenSaver',
  'org.xfce.ScreenSaver',
];
const login = 'org.freedesktop.login1';

/**
 * Adds a Linux desktop's D-Bus signals to those of `power`: the screen lock, from the desktop (`ActiveChanged`)
 * or logind (`Lock`, which `loginctl lock-session` and screen lockers without a desktop cause), and a coming
 * sleep, from logind (`PrepareForSleep`). On other platforms it returns `power` unchanged.
 *
 * `tells.triggers` names what has a source on a bus; it reconnects to a bus that comes back.
 *
 * @param env where the buses are: DBUS_SESSION_BUS_ADDRESS or XDG_RUNTIME_DIR, DBUS_SYSTEM_BUS_ADDRESS
 */
export function withDesktop(power: Power, log: Log, env = process.env, platform = process.platform): Power {
  if (platform !== 'linux') return power;
  const told = new Set(power.tells.triggers);
  const found: Found = (trigger) => void told.add(trigger);

  return {
    get tells() {
      return { ...power.tells, triggers: [...told] };
    },
    idleMs: () => power.idleMs(),
    watch(happened) {
      let isOn = true;
      // Events already on their way when it was stopped still arrive.
      const tell: Happened = (event) => (isOn ? happened(event) : undefined);
      const asLogged = { log, event: 'desktop-watch' };
      const stops = [
        power.watch(happened),
        followBus(sessionBus(env), (bus) => followScreenSavers(bus, tell, found), asLogged),
        followBus(systemBus(env), (bus) => followLogin(bus, tell, found, env), asLogged),
      ];
      return () => {
        isOn = false;
        for (const stop of stops) stop();
      };
    },
  };
}

async function followScreenSavers(bus: MessageBus, happened: Happened, found: Found): Promise<void> {
  bus.connection.on('message', ({ interface: by = '', member, body }) => {
    if (member !== 'ActiveChanged' || !screenSavers.includes(by)) return;
    found('screenLock');
    if (body?.[0] === true) happened('screenLock');
  });
  for (const name of screenSavers) {
    await bus.watch(`type='signal',interface='${name}',member='ActiveChanged'`);
    if (await bus.nameHasOwner(name)) found('screenLock');
  }
}

async function followLogin(
  bus: MessageBus,
  happened: Happened,
  found: Found,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  let session: string | null = null;
  bus.connection.on('message', ({ interface: by, member, path, body }) => {
    if (by === `${login}.Manager` && member === 'PrepareForSleep' && body?.[0] === true) happened('suspend');
    if (by === `${login}.Session` && member === 'Lock' && path === session) happened('screenLock');
  });
  await bus.watch(`type='signal',sender='${login}',interface='${login}.Manager',member='PrepareForSleep'`);
  await bus.watch(`type='signal',sender='${login}',interface='${login}.Session',member='Lock'`);
  if (!(await bus.nameHasOwner(login))) return;
  session = await ownSession(bus, env);
  if (session !== null) found('screenLock');
}

/** The object path of the person's session; null if this process has none (started by a service, say). */
async function ownSession(bus: MessageBus, env: NodeJS.ProcessEnv): Promise<string | null> {
  const ask = (member: string, signature: string, body: unknown[]) =>
    bus
      .invoke<string>({
        destination: login,
        path: '/org/freedesktop/login1',
        interface: `${login}.Manager`,
        member,
        signature,
        body,
      })
      .catch(() => null);
  const byProcess = await ask('GetSessionByPID', 'u', [process.pid]);
  const id = env['XDG_SESSION_ID'];
  return byProcess ?? (id === undefined ? null : ask('GetSession', 's', [id]));
}
