import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { createOnScreen } from './on-screen.ts';

export interface AppWindow {
  /** The browser's name, for the person. */
  browser: string;
  /** Resolves when it is closed, by whomever. */
  ended: Promise<void>;
  /** Gives it the focus; a window of `onX` comes to the middle of the display. Does nothing without an X server. */
  comeForward(): Promise<void>;
  /**
   * Takes it off the screen with all that it shows, ready to come forward again. The focus goes back to the window that
   * had it before.
   * @returns false if it can't be hidden: there is no X server
   */
  hide(): Promise<boolean>;
  /** Whether it has the focus; without an X server, whether it is open. */
  isFocused(): Promise<boolean>;
  close(): Promise<void>;
}

export interface AppWindowOptions {
  /** In pixels, with the title bar. */
  size: { width: number; height: number };
  /**
   * Makes it a window of the X server where there is one, also in a Wayland session: a page can't hide its own window,
   * and Wayland lets no other program do it (docs/decisions/0029).
   */
  onX: boolean;
}

/** The main window's. */
const mainWindow: AppWindowOptions = { size: { width: 440, height: 760 }, onX: false };

/**
 * Opens a start URL in an app window of an installed Chromium or Chrome, with its own profile that is removed
 * afterwards. Null if there is no such browser or no display, or if it ends at once.
 */
export async function openAppWindow(startUrl: string, options = mainWindow): Promise<AppWindow | null> {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return null;
  const path = findBrowser();
  if (path === null) return null;

  const folder = await mkdtemp(join(tmpdir(), 'latchkey-window-'));
  // Other people on this machine can read a command line; only its owner can read this file.
  const page = join(folder, 'start.html');
  await writeFile(page, `<!doctype html><meta http-equiv="refresh" content="0; url=${startUrl}">`, {
    mode: 0o600,
  });
  // The window's class on the X server, by which it is found there.
  const name = basename(folder);
  const { width, height } = options.size;
  const args = [
    `--app=${pathToFileURL(page).href}`,
    `--user-data-dir=${join(folder, 'profile')}`,
    `--window-size=${width},${height}`,
    `--class=${name}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    ...(options.onX && process.env['DISPLAY'] ? ['--ozone-platform=x11'] : []),
    // Chromium's sandbox refuses to run as root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : []),
  ];
  const onScreen = createOnScreen(name);
  if (options.onX) await onScreen.remember();
  const browser = spawn(path, args, { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => {
    browser.on('error', () => resolve());
    browser.once('exit', () => resolve());
  });
  const removeFolder = () => rm(folder, { recursive: true, force: true, maxRetries: 5 });

  const endedAtOnce = await Promise.race([ended.then(() => true), pause(1_500, false)]);
  if (endedAtOnce) {
    onScreen.letGo();
    await removeFolder();
    return null;
  }
  return {
    browser: path.includes('chromium') || path.includes('Chromium') ? 'Chromium' : 'Chrome',
    ended,
    comeForward: () => (options.onX ? onScreen.popUp() : onScreen.activate()),
    hide: () => onScreen.hide(),
    isFocused: async () => (await onScreen.isFocused()) ?? true,
    async close() {
      onScreen.letGo();
      browser.kill('SIGTERM');
      await Promise.race([ended, pause(3_000)]);
      await removeFolder();
    },
  };
}

/**
 * An installed Chromium or Chrome; null if there is none.
 *
 * @param preferred a command to look for before the usual ones
 */
export function findBrowser(preferred?: string): string | null {
  const usual = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const onPath = (names: string[]) =>
    folders.flatMap((folder) =>
      names.map((name) => join(folder, process.platform === 'win32' ? `${name}.exe` : name)),
    );
  const places = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    join(process.env['PROGRAMFILES'] ?? '', 'Google/Chrome/Application/chrome.exe'),
    join(process.env['LOCALAPPDATA'] ?? '', 'Google/Chrome/Application/chrome.exe'),
  ];
  const first = preferred === undefined ? [] : onPath([preferred]);
  return [...first, ...onPath(usual), ...places].find((path) => existsSync(path)) ?? null;
}
