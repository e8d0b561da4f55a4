import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createClient } from 'dbus-native';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { withDesktop } from '../../../src/adapters/power/desktop-watch.ts';
import type { Power } from '../../../src/app/ports.ts';
import { createListLog, createMemoryPower } from '../../rig/memory-ports.ts';
import { startBus, startScreenLocker, type Bus } from './bus.ts';

let folder: string;
let bus: Bus;
const stops: (() => unknown)[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-bus-'));
  bus = await startBus(folder);
});
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  await bus.stop();
  await rm(folder, { recursive: true, force: true });
});

it("tells the desktop's lock of the screen, not its end, and only until it is stopped", async () => {
  const locker = await startScreenLocker(bus.address);
  stops.push(() => locker.stop());
  const { power, events, stop } = watching({ DBUS_SESSION_BUS_ADDRESS: bus.address });
  expect(power.tells.triggers).not.toContain('screenLock');
  // Who is known to tell is listened to.
  await expect.poll(() => power.tells.triggers).toContain('screenLock');
  locker.lockScreen();
  await expect.poll(() => events).toEqual(['screenLock']);
  locker.unlockScreen();
  locker.lockScreen();
  await expect.poll(() => events).toEqual(['screenLock', 'screenLock']);
  const other = watching({ DBUS_SESSION_BUS_ADDRESS: bus.address });
  await expect.poll(() => other.power.tells.triggers).toContain('screenLock');
  stop();
  locker.lockScreen();
  await expect.poll(() => other.events).toEqual(['screenLock']);
  expect(events).toHaveLength(2);
});

it("tells logind's lock of its own session, and a sleep when it begins", async () => {
  const logind = await startLogind(bus.address);
  const { power, events } = watching({ DBUS_SYSTEM_BUS_ADDRESS: bus.address });
  await expect.poll(() => power.tells.triggers).toContain('screenLock');
  logind.lock('/org/freedesktop/login1/session/_32');
  logind.sleep(false);
  logind.lock(logind.session);
  logind.sleep(true);
  await expect.poll(() => events).toEqual(['screenLock', 'suspend']);
});

it('follows a bus that was gone and came back, and says the loss once', async () => {
  const before = await startScreenLocker(bus.address);
  const { power, events, log } = watching({ DBUS_SESSION_BUS_ADDRESS: bus.address });
  await expect.poll(() => power.tells.triggers).toContain('screenLock');
  before.lockScreen();
  await expect.poll(() => events).toEqual(['screenLock']);
  await bus.stop();
  bus = await startBus(folder);
  const locker = await startScreenLocker(bus.address);
  stops.push(() => locker.stop());
  // Nothing tells when it listens again; who listens after a signal misses it.
  await expect
    .poll(() => {
      locker.lockScreen();
      return events.length;
    })
    .toBeGreaterThan(1);
  expect(power.tells.triggers).toContain('screenLock');
  expect(log.lines.filter((line) => line.includes('desktop-watch')).length).toBeLessThanOrEqual(1);
});

it('adds nothing without a bus, with one where nobody tells, and off Linux', async () => {
  const nowhere = watching({ XDG_RUNTIME_DIR: join(folder, 'nothing'), DBUS_SYSTEM_BUS_ADDRESS: undefined });
  const empty = watching({ DBUS_SESSION_BUS_ADDRESS: bus.address });
  await quiet();
  expect(nowhere.power.tells.triggers).not.toContain('screenLock');
  expect(empty.power.tells.triggers).not.toContain('screenLock');
  expect(nowhere.log.lines).toEqual([]);
  const own = createMemoryPower();
  expect(withDesktop(own, createListLog(), {}, 'darwin')).toBe(own);
});

it('leaves what the host tells by itself as it is', async () => {
  const { own, events } = watching({});
  own.happens('suspend');
  expect(events).toEqual(['suspend']);
});

function watching(env: NodeJS.ProcessEnv) {
  const own = createMemoryPower();
  const quietPower: Power = { ...own, tells: { ...own.tells, triggers: ['suspend'] } };
  const log = createListLog();
  const power = withDesktop(quietPower, log, env, 'linux');
  const events: string[] = [];
  const stop = power.watch((event) => events.push(event));
  stops.push(stop);
  return { own, power, events, stop, log };
}

/** Nothing tells that nobody was found: a test that goes on too early misses a fault, and makes up none. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 300));

/** What logind offers of what is asked of it here; the real one needs to be the system's first process's. */
async function startLogind(address: string) {
  const session = '/org/freedesktop/login1/session/_31';
  const client = createClient({ busAddress: address });
  stops.push(() => client.close());
  const manager = 'org.freedesktop.login1.Manager';
  client.exportInterface(
    {
      GetSessionByPID: (pid: number) => {
        if (pid !== process.pid) throw new Error('no such session');
        return session;
      },
    },
    '/org/freedesktop/login1',
    { name: manager, methods: { GetSessionByPID: ['u', 'o', ['pid'], ['path']] } },
  );
  await client.ownName('org.freedesktop.login1');
  return {
    session,
    lock: (path: string) => client.sendSignal(path, 'org.freedesktop.login1.Session', 'Lock'),
    sleep: (begins: boolean) =>
      client.sendSignal('/org/freedesktop/login1', manager, 'PrepareForSleep', 'b', [begins]),
  };
}
