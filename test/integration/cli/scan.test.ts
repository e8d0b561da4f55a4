/** `latchkey scan` on a real X screen, and with the desktop's portal in between. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startScreen, type Screen } from '../../e2e/rig/screen.ts';
import { startPortal } from '../desktop/portal.ts';
import { showCode } from '../desktop/show-code.ts';
import { buildCommand, createPerson, type Person } from './rig/command.ts';

const address = 'otpauth://totp/Shop:ann?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Shop';

let ann: Person;
let screen: Screen;
beforeAll(async () => {
  ann = await createPerson(await buildCommand('scan'));
  screen = await startScreen(800, 600);
  Object.assign(ann.env, { DISPLAY: screen.display, WAYLAND_DISPLAY: '', XDG_SESSION_TYPE: 'x11' });
  await ann.makeVault({ protection: 'keychain' });
});
afterAll(async () => {
  await ann.leave();
  await screen.stop();
});

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const names = async () => (await ann.run(['list'])).stdout;

test('on an empty screen there is nothing to add', async () => {
  expect(await ann.run(['scan'])).toEqual({
    code: 1,
    stdout: '',
    stderr: 'latchkey: INPUT_INVALID: No set-up code was found.\n',
  });
});

test('what the desktop does not show is not added: it says why', async () => {
  const portal = await startPortal(ann.env['DBUS_SESSION_BUS_ADDRESS'] ?? '', [
    'org.freedesktop.portal.Screenshot',
  ]);
  stops.push(() => portal.stop());
  await showCode(address, screen.display);
  const scanning = ann.run(['scan']);
  (await portal.next()).respond(1);
  expect(await scanning).toEqual({
    code: 1,
    stdout: '',
    stderr: 'latchkey: SCREEN_UNAVAILABLE: The screen could not be read. You called it off.\n',
  });
  expect(await names()).toBe('');
});

test('the one set-up code on the screen is added, once, under the names that are given', async () => {
  await showCode(address, screen.display);
  const { code, stdout, stderr } = await ann.run(['scan', '--account', 'anna']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^[\da-f-]{36}\n$/u);
  expect(await names()).toContain('Shop\tanna');
  const again = await ann.run(['scan']);
  expect(again).toMatchObject({ code: 1, stdout: '' });
  expect(again.stderr).toContain('Shop');
});
