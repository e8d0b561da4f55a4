import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Variant } from 'dbus-native';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock } from '../../../src/adapters/clock/system-clock.ts';
import { createPortalShortcut } from '../../../src/adapters/portal/global-shortcuts.ts';
import type { Clock } from '../../../src/app/ports.ts';
import { createManualClock } from '../../rig/manual-clock.ts';
import { createListLog } from '../../rig/memory-ports.ts';
import { startBus, type Bus } from './bus.ts';
import { startPortal, type Portal } from './portal.ts';

const shortcuts = 'org.freedesktop.portal.GlobalShortcuts';
const session = '/org/freedesktop/portal/desktop/session/1_7/latchkey';

let folder: string;
let bus: Bus;
const stops: (() => unknown)[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-shortcuts-'));
  bus = await startBus(folder);
});
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  await bus.stop();
  await rm(folder, { recursive: true, force: true });
});

it('is bound as the person chose it, and each press arrives until it is given up', async () => {
  const portal = await portalHere();
  const { shortcut, presses, register } = shortcutHere();
  const registering = register('Control+Shift+L');
  const made = await portal.next();
  expect(made).toMatchObject({ member: 'CreateSession' });
  made.respond(0, { session_handle: session });
  const asked = await portal.next();
  expect(asked).toMatchObject({
    member: 'BindShortcuts',
    args: {
      session_handle: session,
      parent_window: '',
      shortcuts: [['quick-find', { description: 'Een code zoeken', preferred_trigger: 'CTRL+SHIFT+l' }]],
    },
  });
  asked.respond(0, bound('Press <Super>k'));
  expect(await registering).toEqual({ outcome: 'registered', as: 'Press <Super>k' });
  expect(portal.heard).toEqual(['app.latchkey.Latchkey', 'CreateSession', 'BindShortcuts']);
  expect(portal.mistakes).toEqual([]);

  press(portal, '/some/other/session', 'quick-find');
  press(portal, session, 'another');
  press(portal, session, 'quick-find');
  press(portal, session, 'quick-find');
  await expect.poll(() => presses).toHaveLength(2);
  await shortcut.unregister();
  press(portal, session, 'quick-find');
  // Whoever still listens hears it before this is answered.
  await portal.bus.getId();
  expect(presses).toHaveLength(2);
});

it.each([
  { code: 1, at: 'CreateSession', cause: 'denied' },
  { code: 1, at: 'BindShortcuts', cause: 'denied' },
  { code: 2, at: 'BindShortcuts', cause: 'denied' },
])('is refused with $code at $at', async ({ code, at, cause }) => {
  const portal = await portalHere();
  const registering = shortcutHere().register('F9');
  const made = await portal.next();
  if (at === 'CreateSession') made.respond(code);
  else {
    made.respond(0, { session_handle: session });
    (await portal.next()).respond(code);
  }
  expect(await registering).toEqual({ outcome: 'failed', cause });
});

it('is denied where the person left it out of what they bound', async () => {
  const portal = await portalHere();
  const registering = shortcutHere().register('F9');
  (await portal.next()).respond(0, { session_handle: session });
  (await portal.next()).respond(0);
  expect(await registering).toMatchObject({ cause: 'denied' });
});

it('fails where the desktop is silent; its late answer binds nothing, and the next try is a new one', async () => {
  const portal = await portalHere();
  const clock = createManualClock(0);
  const { presses, register } = shortcutHere(clock);
  const registering = register('F9');
  (await portal.next()).respond(0, { session_handle: session });
  const asked = await portal.next();
  clock.move(120_000);
  expect(await registering).toEqual({ outcome: 'failed', cause: 'failed' });
  asked.respond(0, bound('F9'));
  press(portal, session, 'quick-find');

  const again = register('F10');
  (await portal.next()).respond(0, { session_handle: session });
  (await portal.next()).respond(0, bound('F10'));
  expect(await again).toEqual({ outcome: 'registered', as: 'F10' });
  expect(presses).toEqual([]);
});

it('is over when the desktop closes the session, which is said once, and can be bound again at once', async () => {
  const portal = await portalHere();
  const { register, log, presses, ends } = shortcutHere();
  const registering = register('F9');
  (await portal.next()).respond(0, { session_handle: session });
  (await portal.next()).respond(0, bound(''));
  expect(await registering).toEqual({ outcome: 'registered', as: 'F9' });
  portal.bus.sendSignal(session, 'org.freedesktop.portal.Session', 'Closed', 'a{sv}', [{}]);
  await expect.poll(() => ends).toEqual(['F9']);
  expect(log.lines).toHaveLength(1);
  press(portal, session, 'quick-find');
  await portal.bus.getId();
  expect(presses).toEqual([]);
  await bindAgain(portal, register);
  press(portal, session, 'quick-find');
  await expect.poll(() => presses).toEqual(['F9']);
  expect(ends).toEqual(['F9']);
});

it('is over when the portal ends, and is bound by the next one', async () => {
  const portal = await portalHere();
  const { register, ends, shortcut } = shortcutHere();
  await bindAgain(portal, register);
  await portal.stop();
  await expect.poll(() => ends).toEqual(['F9']);
  expect(await shortcut.way()).toBe('none');
  await bindAgain(await portalHere(), register);
  expect(ends).toEqual(['F9']);
});

it('given up by Latchkey itself has not ended', async () => {
  const portal = await portalHere();
  const { register, ends, shortcut, log } = shortcutHere();
  await bindAgain(portal, register);
  await shortcut.unregister();
  await portal.bus.getId();
  await bindAgain(portal, register);
  expect(ends).toEqual([]);
  expect(log.lines).toEqual([]);
});

it('is a matter of the portal where there is one, which nobody is asked for', async () => {
  expect(await shortcutHere().shortcut.way()).toBe('none');
  const portal = await portalHere();
  expect(await shortcutHere().shortcut.way()).toBe('portal');
  expect(portal.heard).toEqual(['app.latchkey.Latchkey']);
});

it('is unsupported without a bus, without a portal, and with one that has no shortcuts', async () => {
  const unsupported = { outcome: 'failed', cause: 'unsupported' };
  expect(await shortcutHere().register('F9')).toEqual(unsupported);
  await portalHere('org.freedesktop.portal.Screenshot');
  expect(await shortcutHere().register('F9')).toEqual(unsupported);
  const nowhere = createPortalShortcut({ clock: systemClock, log: createListLog() }, {});
  const nothing = () => undefined;
  expect(await nowhere.register('F9', nothing, nothing)).toEqual(unsupported);
  expect(await nowhere.way()).toBe('none');
});

async function portalHere(name = shortcuts): Promise<Portal> {
  const portal = await startPortal(bus.address, [name]);
  stops.push(() => portal.stop());
  return portal;
}

function shortcutHere(clock: Clock = systemClock) {
  const log = createListLog();
  const env = { DBUS_SESSION_BUS_ADDRESS: bus.address, LANG: 'nl_NL.UTF-8' };
  const shortcut = createPortalShortcut({ clock, log }, env);
  stops.push(() => shortcut.unregister());
  const presses: string[] = [];
  const ends: string[] = [];
  const register = (accelerator: string) =>
    shortcut.register(
      accelerator,
      () => presses.push(accelerator),
      () => ends.push(accelerator),
    );
  return { shortcut, log, presses, ends, register };
}

/** The desktop gives the keys without a question. */
async function bindAgain(portal: Portal, register: (accelerator: string) => Promise<unknown>): Promise<void> {
  const registering = register('F9');
  (await portal.next()).respond(0, { session_handle: session });
  (await portal.next()).respond(0, bound('F9'));
  expect(await registering).toEqual({ outcome: 'registered', as: 'F9' });
}

/** What the portal says of a bound shortcut. */
function bound(keys: string) {
  return { shortcuts: new Variant('a(sa{sv})', [['quick-find', { trigger_description: keys }]]) };
}

function press(portal: Portal, of: string, id: string): void {
  portal.bus.sendSignal('/org/freedesktop/portal/desktop', shortcuts, 'Activated', 'osta{sv}', [
    of,
    id,
    0n,
    {},
  ]);
}
