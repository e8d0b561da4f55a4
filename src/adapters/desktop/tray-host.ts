import process from 'node:process';
import type { MessageBus } from 'dbus-native';
import type { Desktop, Log } from '../../app/ports.ts';
import { sessionBus } from '../d-bus/buses.ts';
import { followBus } from '../d-bus/follow-bus.ts';
import { isGnome } from './gnome.ts';
import { isWaylandSession } from './wayland.ts';

/** freedesktop.org, StatusNotifierItem; KDE's name is the one that everybody uses. */
const watcher = 'org.kde.StatusNotifierWatcher';

/**
 * Tells at once and at each change whether the desktop shows tray icons: on Linux whether somebody on the person's bus
 * does (GNOME only with an extension). On X11 other desktops may have the older kind of tray, which is on no bus; what
 * Electron shows there is taken for seen.
 *
 * @param env where the bus is: DBUS_SESSION_BUS_ADDRESS or XDG_RUNTIME_DIR; the kind of session
 */
export function createTrayWatch(
  log: Log,
  env = process.env,
  platform = process.platform,
): Desktop['watchTray'] {
  return (changed) => {
    const address = sessionBus(env);
    const isOnBus = platform === 'linux' && (isGnome(env) || isWaylandSession(platform, env));
    if (!isOnBus || address === null) {
      changed(!isOnBus);
      return () => undefined;
    }
    let isOn = true;
    const tell = (isThere: boolean) => (isOn ? changed(isThere) : undefined);
    const stop = followBus(address, (bus) => follow(bus, tell), { log, event: 'tray' });
    return () => {
      isOn = false;
      stop();
    };
  };
}

async function follow(bus: MessageBus, tell: (isThere: boolean) => void): Promise<void> {
  /** One answer after the other. */
  let turn = Promise.resolve();
  const look = () => (turn = turn.then(async () => tell(await showsIcons(bus))));
  bus.connection.on('message', ({ interface: by, member = '', body }) => {
    const isHost = by === watcher && /^StatusNotifierHost(?:Unr|R)egistered$/u.test(member);
    if (isHost || (member === 'NameOwnerChanged' && body?.[0] === watcher)) void look();
  });
  await bus.watch(`type='signal',member='NameOwnerChanged',arg0='${watcher}'`);
  for (const member of ['StatusNotifierHostRegistered', 'StatusNotifierHostUnregistered']) {
    await bus.watch(`type='signal',interface='${watcher}',member='${member}'`);
  }
  await look();
}

/** Whether icons that are told to the watcher are drawn by anybody. */
async function showsIcons(bus: MessageBus): Promise<boolean> {
  if (!(await bus.nameHasOwner(watcher).catch(() => false))) return false;
  const { variantValue } = await import('dbus-native');
  const answer = await bus
    .invoke({
      destination: watcher,
      path: '/StatusNotifierWatcher',
      interface: 'org.freedesktop.DBus.Properties',
      member: 'Get',
      signature: 'ss',
      body: [watcher, 'IsStatusNotifierHostRegistered'],
    })
    .catch(() => null);
  return variantValue(answer) === true;
}
