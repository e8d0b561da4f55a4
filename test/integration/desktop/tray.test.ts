/** Whether the desktop shows tray icons, as somebody on the bus tells it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, defineInterface } from 'dbus-native';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTrayWatch } from '../../../src/adapters/desktop/tray-host.ts';
import { createListLog } from '../../rig/memory-ports.ts';
import { startBus, type Bus } from './bus.ts';

const watcher = 'org.kde.StatusNotifierWatcher';
const gnome = { XDG_CURRENT_DESKTOP: 'ubuntu:GNOME' };

let folder: string;
let bus: Bus;
const stops: (() => unknown)[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-tray-'));
  bus = await startBus(folder);
});
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  await bus.stop();
  await rm(folder, { recursive: true, force: true });
});

/** What it tells, each change once. */
function watching(env: NodeJS.ProcessEnv, platform: NodeJS.Platform = 'linux') {
  const told: boolean[] = [];
  const watch = createTrayWatch(createListLog(), { DBUS_SESSION_BUS_ADDRESS: bus.address, ...env }, platform);
  const stop = watch((isThere) => {
    if (told.at(-1) !== isThere) told.push(isThere);
  });
  stops.push(stop);
  return { told, stop };
}

/** Keeps the icons' names, as KDE's and GNOME's extension do; draws them once it has a host. */
async function startWatcher(hasHost: boolean) {
  const service = createClient({ busAddress: bus.address });
  let has = hasHost;
  await service.export(
    '/StatusNotifierWatcher',
    defineInterface({
      name: watcher,
      properties: { IsStatusNotifierHostRegistered: { type: 'b', access: 'read', get: () => has } },
    }),
  );
  await service.ownName(watcher);
  const stop = () => service.close();
  return {
    stop,
    host(isThere: boolean) {
      has = isThere;
      const member = isThere ? 'StatusNotifierHostRegistered' : 'StatusNotifierHostUnregistered';
      service.sendSignal('/StatusNotifierWatcher', watcher, member, '', []);
    },
  };
}

it('GNOME without its extension shows none; the extension is seen when it comes and when it goes', async () => {
  const { told, stop } = watching(gnome);
  await expect.poll(() => told).toEqual([false]);
  const extension = await startWatcher(true);
  await expect.poll(() => told).toEqual([false, true]);
  await extension.stop();
  await expect.poll(() => told).toEqual([false, true, false]);
  stop();
  const again = await startWatcher(true);
  stops.push(() => again.stop());
  const other = watching(gnome);
  await expect.poll(() => other.told).toEqual([true]);
  expect(told).toEqual([false, true, false]);
});

it('a watcher that nobody draws for shows none', async () => {
  const service = await startWatcher(false);
  stops.push(() => service.stop());
  const { told } = watching({ XDG_SESSION_TYPE: 'wayland', WAYLAND_DISPLAY: 'wayland-0' });
  await expect.poll(() => told).toEqual([false]);
  service.host(true);
  await expect.poll(() => told).toEqual([false, true]);
  service.host(false);
  await expect.poll(() => told).toEqual([false, true, false]);
});

it('other desktops on X11, Windows and macOS have one', () => {
  expect(watching({ XDG_CURRENT_DESKTOP: 'XFCE' }).told).toEqual([true]);
  expect(watching({}, 'win32').told).toEqual([true]);
  expect(watching({}, 'darwin').told).toEqual([true]);
});

it('GNOME without a bus has none', () => {
  const told: boolean[] = [];
  createTrayWatch(createListLog(), gnome, 'linux')((isThere) => told.push(isThere));
  expect(told).toEqual([false]);
});
