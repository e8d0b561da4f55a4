import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { App, Menu, MenuItemConstructorOptions, Tray } from 'electron';
import { honouredChoices } from '../../../src/adapters/desktop/honoured.ts';
import { trayIcon } from '../../../src/adapters/desktop/tray-icon.ts';
import { createDesktop } from '../../../src/main/desktop.ts';
import { createLoginItem, wasOpenedAtLogin } from '../../../src/main/login-item.ts';
import { listenTo } from './listen-to.ts';
import { partly } from './partly.ts';

function desktopOn(platform: NodeJS.Platform) {
  const calls: string[] = [];
  const menus: MenuItemConstructorOptions[][] = [];
  const events = new EventEmitter();
  const desktop = createDesktop({
    app: { getPreferredSystemLanguages: () => ['nl-BE'], quit: () => void calls.push('quit') },
    platform,
    choices: [],
    loginItem: { isOn: () => false, set: () => undefined },
    apply: () => undefined,
    watchTray: () => () => undefined,
    makeTray() {
      calls.push('tray');
      const tray: Tray = partly<Tray>({
        setToolTip: (text) => void calls.push(`called ${text}`),
        setContextMenu: () => void calls.push('menu'),
        destroy: () => void calls.push('destroy'),
        on: listenTo(events, () => tray),
      });
      return tray;
    },
    buildMenu(template) {
      menus.push(template);
      return partly<Menu>({});
    },
    show: () => void calls.push('show'),
  });
  return { desktop, calls, menus, events };
}

const nothing = (): void => undefined;

describe("Electron's tray", () => {
  it('is one icon, with a new menu each time, until it is taken away', () => {
    const { desktop, calls } = desktopOn('linux');
    desktop.showTray([[{ label: 'Quit', press: nothing }]]);
    desktop.showTray([[{ label: 'Quit', press: nothing }]]);
    desktop.showTray(null);
    desktop.showTray(null);
    expect(calls).toEqual(['tray', 'called Latchkey', 'menu', 'menu', 'destroy']);
  });

  it('draws lines between the groups, spells out an ampersand and greys what only says something', () => {
    const { desktop, menus } = desktopOn('linux');
    const pressed: string[] = [];
    desktop.showTray([
      [{ label: 'Barnes & Noble', press: () => void pressed.push('copy') }],
      [{ label: 'Locked', press: null }],
    ]);
    const [code, line, hint] = menus[0] ?? [];
    expect(code).toMatchObject({ label: 'Barnes && Noble' });
    expect(line).toEqual({ type: 'separator' });
    expect(hint).toEqual({ label: 'Locked', enabled: false });
    Reflect.apply(code?.click ?? nothing, undefined, []);
    expect(pressed).toEqual(['copy']);
  });

  it('shows the window at a click, but on macOS, where a click opens the menu', () => {
    const { desktop, calls, events } = desktopOn('win32');
    desktop.showTray([]);
    events.emit('click');
    expect(calls).toContain('show');
    const mac = desktopOn('darwin');
    mac.desktop.showTray([]);
    expect(mac.events.listenerCount('click')).toBe(0);
  });
});

describe('what a computer honours', () => {
  const linux = { platform: 'linux', wayland: false, isPackaged: true, env: {} } as const;

  it.each([
    [
      'Linux',
      linux,
      ['trayIcon', 'closeToTray', 'openAtLogin', 'startHidden', 'alwaysOnTop', 'hideAfterCopy'],
    ],
    [
      'Wayland',
      { ...linux, wayland: true },
      ['trayIcon', 'closeToTray', 'openAtLogin', 'startHidden', 'hideAfterCopy'],
    ],
    [
      'a checkout',
      { ...linux, isPackaged: false },
      ['trayIcon', 'closeToTray', 'alwaysOnTop', 'hideAfterCopy'],
    ],
    [
      'a Flatpak',
      { ...linux, env: { FLATPAK_ID: 'x' } },
      ['trayIcon', 'closeToTray', 'alwaysOnTop', 'hideAfterCopy'],
    ],
    [
      'Windows',
      { ...linux, platform: 'win32' },
      [
        'trayIcon',
        'closeToTray',
        'openAtLogin',
        'startHidden',
        'alwaysOnTop',
        'hideAfterCopy',
        'contentProtection',
      ],
    ],
    [
      'macOS',
      { ...linux, platform: 'darwin' },
      ['trayIcon', 'openAtLogin', 'startHidden', 'alwaysOnTop', 'hideAfterCopy'],
    ],
  ] as const)('%s', (_name, computer, choices) => {
    expect(honouredChoices(computer)).toEqual(choices);
  });
});

describe("the tray's icon", () => {
  it.each([
    ['linux', { XDG_CURRENT_DESKTOP: 'ubuntu:GNOME' }, false, 'on-dark'],
    ['linux', { XDG_CURRENT_DESKTOP: 'KDE' }, false, 'on-light'],
    ['linux', {}, true, 'on-dark'],
    ['win32', {}, false, 'on-light'],
    ['darwin', {}, true, 'iconTemplate'],
  ] as const)('on %s with %j and a dark theme: %s is %s, and is there', (platform, env, isDark, icon) => {
    expect(trayIcon(platform, env, { shouldUseDarkColors: isDark })).toBe(icon);
    expect(existsSync(join(import.meta.dirname, `../../../resources/tray/${icon}.png`))).toBe(true);
  });
});

describe('the login item', () => {
  type LoginApp = Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>;
  const file = { isOn: () => true, set: () => undefined };
  const on = (
    given: Parameters<App['setLoginItemSettings']>[0][],
    wasOpenedAtLoginNow = false,
  ): LoginApp => ({
    setLoginItemSettings: (settings) => void given.push(settings),
    getLoginItemSettings: (options) => ({
      openAtLogin: given.some((one) => one.openAtLogin && one.args?.[0] === options?.args?.[0]),
      wasOpenedAtLogin: wasOpenedAtLoginNow,
      executableWillLaunchAtLogin: false,
      status: 'enabled',
      launchItems: [],
    }),
  });

  it('is a file of the desktop on Linux', () => {
    expect(createLoginItem(partly<LoginApp>({}), 'linux', file)).toBe(file);
  });

  it.each([
    ['win32', { openAtLogin: true, args: ['--at-login'] }],
    ['darwin', { openAtLogin: true }],
  ] as const)("is the system's on %s", (platform, settings) => {
    const given: Parameters<App['setLoginItemSettings']>[0][] = [];
    const item = createLoginItem(on(given), platform, file);
    expect(item.isOn()).toBe(false);
    item.set(true);
    expect(given).toEqual([settings]);
    expect(item.isOn()).toBe(true);
  });

  it('tells an opening by the session from one by the person', () => {
    expect(wasOpenedAtLogin(on([]), 'linux', ['latchkey', '--at-login'])).toBe(true);
    expect(wasOpenedAtLogin(on([]), 'win32', ['latchkey'])).toBe(false);
    expect(wasOpenedAtLogin(on([], true), 'darwin', ['latchkey'])).toBe(true);
    expect(wasOpenedAtLogin(on([]), 'darwin', ['latchkey', '--at-login'])).toBe(false);
  });
});
