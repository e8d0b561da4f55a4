import { describe, expect, it } from 'vitest';
import type { App } from 'electron';
import { hardenBeforeReady } from '../../../src/main/before-ready.ts';
import { appMenu } from '../../../src/app/desktop/app-menu.ts';
import { menuTemplate } from '../../../src/main/menu.ts';
import { claimSingleInstance } from '../../../src/main/single-instance.ts';
import { comeForward, quickFindOptions, windowOptions } from '../../../src/main/window.ts';
import type { WindowFacts } from '../../../src/main/window.ts';
import { partly } from './partly.ts';

const facts: WindowFacts = {
  preload: '/preload.cjs',
  icon: '/icon.png',
  dark: false,
  platform: 'linux',
  inForce: new Set(),
  devTools: false,
};

describe("the window's options", () => {
  it.each([
    ['the main window', windowOptions(facts, {})],
    ['the quick find', quickFindOptions(facts)],
  ])(
    'leave Node out of every kind of page of %s, and keep the sandbox and the web security on',
    (_name, options) => {
      expect(options.webPreferences).toEqual({
        preload: '/preload.cjs',
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        webviewTag: false,
        navigateOnDragDrop: false,
        spellcheck: false,
        devTools: false,
      });
    },
  );

  it('show nothing before there is something to show, on the background of the theme', () => {
    expect(windowOptions(facts, {}).show).toBe(false);
    expect(windowOptions(facts, {}).backgroundColor).not.toBe(
      windowOptions({ ...facts, dark: true }, {}).backgroundColor,
    );
  });

  it('put the main window where it was, above the others if that was chosen', () => {
    const place = { x: 10, y: 20, width: 500, height: 600 };
    expect(windowOptions(facts, place)).toMatchObject({ ...place, alwaysOnTop: false });
    expect(windowOptions({ ...facts, inForce: new Set(['alwaysOnTop']) }, {}).alwaysOnTop).toBe(true);
  });

  it('put the quick find above the others, without a frame and not in the task bar', () => {
    expect(quickFindOptions(facts)).toMatchObject({ alwaysOnTop: true, frame: false, skipTaskbar: true });
    expect(quickFindOptions({ ...facts, platform: 'darwin' }).type).toBe('panel');
  });
});

describe('before Electron is ready', () => {
  function hardened(isPackaged: boolean) {
    const calls: string[] = [];
    hardenBeforeReady(
      {
        isPackaged,
        enableSandbox: () => void calls.push('sandbox'),
        commandLine: { removeSwitch: (name) => void calls.push(`without ${name}`) },
      },
      {
        registerSchemesAsPrivileged: (schemes) => {
          for (const { scheme, privileges } of schemes) calls.push(`${scheme} ${JSON.stringify(privileges)}`);
        },
      },
    );
    return calls;
  }

  it('every renderer is sandboxed, and app:// is an origin without further rights', () => {
    expect(hardened(false)).toEqual(['sandbox', 'app {"standard":true,"secure":true}']);
  });

  it('the packaged application takes no debugger from the command line', () => {
    expect(hardened(true)).toContain('without remote-debugging-port');
    expect(hardened(true)).toContain('without remote-debugging-pipe');
  });
});

describe('a second start', () => {
  function start(isFirst: boolean) {
    const listeners = new Map<string, (argv: string[]) => void>();
    const seen: (readonly string[])[] = [];
    const app = partly<Pick<App, 'requestSingleInstanceLock' | 'on'>>({
      requestSingleInstanceLock: () => isFirst,
      on(event: string, listener: (...details: never[]) => void) {
        listeners.set(event, (argv) => Reflect.apply(listener, undefined, [{}, argv, '/']));
        return partly<App>({});
      },
    });
    const runs = claimSingleInstance(app, (argv) => seen.push(argv));
    return { runs, listeners, seen };
  }

  it('does not run, and listens for nothing', () => {
    const { runs, listeners } = start(false);
    expect(runs).toBe(false);
    expect(listeners.size).toBe(0);
  });

  it('hands its arguments to the first one', () => {
    const { runs, listeners, seen } = start(true);
    expect(runs).toBe(true);
    listeners.get('second-instance')?.(['latchkey', 'latchkey://activate']);
    expect(seen).toEqual([['latchkey', 'latchkey://activate']]);
  });

  it('finds a minimized window too', () => {
    const calls: string[] = [];
    const window = (isMinimized: boolean) => ({
      isMinimized: () => isMinimized,
      restore: () => void calls.push('restore'),
      show: () => void calls.push('show'),
      focus: () => void calls.push('focus'),
    });
    comeForward(window(true));
    expect(calls).toEqual(['restore', 'show', 'focus']);
    calls.length = 0;
    comeForward(window(false));
    expect(calls).toEqual(['show', 'focus']);
  });
});

describe('the menu', () => {
  it('holds no DevTools, no reload and no links', () => {
    const roles = menuTemplate('darwin', [])?.map(({ role }) => role);
    expect(roles).toEqual(['appMenu', 'fileMenu', 'editMenu', 'windowMenu']);
  });

  it.each(['linux', 'win32'] as const)('is not there on %s', (platform) => {
    expect(menuTemplate(platform, [])).toBeNull();
  });

  it('has the commands of the table, by their keys, in the person’s language', () => {
    const told: string[] = [];
    const submenu = menuTemplate(
      'darwin',
      appMenu('nl', (id) => void told.push(id)),
    )?.[1]?.submenu;
    const items = Array.isArray(submenu) ? submenu : [];
    expect(
      items.flatMap(({ label, accelerator }) => (label ? [`${label} ${accelerator ?? ''}`.trim()] : [])),
    ).toEqual([
      'Code toevoegen Command+N',
      'Het scherm op een code scannen',
      'Codes importeren',
      'Codes exporteren',
      'Instellingen Command+,',
      'Nu vergrendelen Command+L',
    ]);
    for (const { click } of items) if (click !== undefined) Reflect.apply(click, undefined, []);
    expect(told).toEqual(['add', 'scan', 'import', 'export', 'settings', 'lock']);
  });
});
