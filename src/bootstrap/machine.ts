import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { pythonWith } from './python.ts';

/** A program that something needs beyond npm, and its Debian package. */
export interface Tool {
  what: string;
  /** Any of these commands is enough. */
  commands?: string[];
  /** Or a module of Python. */
  pythonModule?: string;
  /** Or a file. */
  file?: string;
  package: string;
}

const testTools: Tool[] = [
  { what: 'a browser', commands: ['chromium', 'chromium-browser', 'google-chrome'], package: 'chromium' },
  {
    what: 'a browser without windows of its own',
    commands: ['chromium-headless-shell', 'google-chrome'],
    package: 'chromium-headless-shell',
  },
  { what: 'a virtual screen', commands: ['Xvfb'], package: 'xvfb' },
  { what: 'a keychain', commands: ['gnome-keyring-daemon'], package: 'gnome-keyring' },
  { what: 'a D-Bus session', commands: ['dbus-run-session'], package: 'dbus-x11' },
  { what: 'another program that speaks D-Bus', commands: ['gdbus'], package: 'libglib2.0-bin' },
  {
    what: "the description of GNOME's search",
    file: '/usr/share/dbus-1/interfaces/org.gnome.ShellSearchProvider2.xml',
    package: 'gnome-shell-common',
  },
  { what: 'an independent one-time-code program', commands: ['oathtool'], package: 'oathtool' },
  { what: 'a strict reader of set-up addresses', pythonModule: 'pyotp', package: 'python3-pyotp' },
  { what: 'an independent QR reader', commands: ['zbarimg'], package: 'zbar-tools' },
  { what: 'a keyboard and mouse for the X screen', commands: ['xdotool'], package: 'xdotool' },
  { what: 'a window manager for the X screen', commands: ['openbox'], package: 'openbox' },
  { what: 'a clipboard for the X screen', commands: ['xclip'], package: 'xclip' },
  { what: 'another clipboard for the X screen', commands: ['xsel'], package: 'xsel' },
  { what: 'a Wayland session', commands: ['sway'], package: 'sway' },
  { what: 'a clipboard for Wayland', commands: ['wl-copy'], package: 'wl-clipboard' },
  { what: 'a shell with completions', commands: ['zsh'], package: 'zsh' },
  { what: 'another shell with completions', commands: ['fish'], package: 'fish' },
  { what: 'a reader of manual pages', commands: ['man'], package: 'man-db' },
  { what: 'a pseudo-terminal', commands: ['script'], package: 'bsdutils' },
  { what: 'a clock that can be moved', commands: ['faketime'], package: 'faketime' },
  { what: 'a background for the X screen', commands: ['xsetroot'], package: 'x11-xserver-utils' },
  {
    what: "the descriptions of the desktop's interfaces",
    file: '/usr/share/dbus-1/interfaces/org.freedesktop.portal.Screenshot.xml',
    package: 'xdg-desktop-portal-dev',
  },
  { what: 'a strict reader of manual pages', commands: ['mandoc'], package: 'mandoc' },
  { what: 'a maker of keys', commands: ['openssl'], package: 'openssl' },
  { what: "Debian's rules for packages", commands: ['lintian'], package: 'lintian' },
  { what: 'the packages of Fedora and openSUSE', commands: ['rpm', 'rpmbuild'], package: 'rpm' },
  {
    what: "the desktop's rules for its entries",
    commands: ['desktop-file-validate'],
    package: 'desktop-file-utils',
  },
  { what: 'the compiler of installers for Windows', commands: ['makensis'], package: 'nsis' },
  { what: "the desktop's way to open links", commands: ['xdg-open'], package: 'xdg-utils' },
];

/** What `npm run test:orca` needs beyond that: half of a desktop, which no other test does. */
export const screenReaderTools: Tool[] = [
  ...testTools,
  { what: 'a screen reader', commands: ['orca'], package: 'orca' },
  {
    what: 'the bus of assistive technologies',
    file: '/usr/libexec/at-spi-bus-launcher',
    package: 'at-spi2-core',
  },
];

/**
 * Finds what the tests (or another part) need, installs what is missing if allowed (root on a machine with apt), and
 * returns one sentence that names what is still missing, or null.
 */
export function prepareMachine(tools = testTools, who = 'The tests'): string | null {
  let missing = tools.filter((tool) => !isThere(tool));
  if (missing.length > 0 && mayInstall()) {
    const packages = missing.map((tool) => tool.package);
    console.log(`Installing what ${who.toLowerCase()} need: ${packages.join(', ')}…`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'], env });
    const install = ['install', '-y', '-qq', '--no-install-recommends', ...packages, 'fonts-dejavu-core'];
    spawnSync('apt-get', install, { stdio: ['ignore', 'ignore', 'inherit'], env });
    missing = tools.filter((tool) => !isThere(tool));
  }
  if (missing.length === 0) return null;
  const names = missing.map((tool) => `${tool.what} (${tool.package})`);
  return `${who} need what is missing on this machine: ${names.join(', ')}.`;
}

function isThere({ commands = [], pythonModule, file }: Tool): boolean {
  if (file !== undefined) return existsSync(file);
  if (pythonModule !== undefined) return pythonWith(pythonModule) !== null;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return commands.some((command) => folders.some((folder) => existsSync(join(folder, command))));
}

function mayInstall(): boolean {
  return process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
}
