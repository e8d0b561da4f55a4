import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { pythonWith } from './python.ts';

/** A program that the tests need beyond npm, and its Debian package. */
interface Tool {
  what: string;
  /** Any of these commands is enough. */
  commands?: string[];
  /** Or a module of Python. */
  pythonModule?: string;
  package: string;
}

const tools: Tool[] = [
  { what: 'a browser', commands: ['chromium', 'chromium-browser', 'google-chrome'], package: 'chromium' },
  {
    what: 'a browser without windows of its own',
    commands: ['chromium-headless-shell', 'google-chrome'],
    package: 'chromium-headless-shell',
  },
  { what: 'a virtual screen', commands: ['Xvfb'], package: 'xvfb' },
  { what: 'a keychain', commands: ['gnome-keyring-daemon'], package: 'gnome-keyring' },
  { what: 'a D-Bus session', commands: ['dbus-run-session'], package: 'dbus-x11' },
  { what: 'an independent one-time-code program', commands: ['oathtool'], package: 'oathtool' },
  { what: 'a strict reader of set-up addresses', pythonModule: 'pyotp', package: 'python3-pyotp' },
  { what: 'an independent QR reader', commands: ['zbarimg'], package: 'zbar-tools' },
  { what: 'a keyboard and mouse for the X screen', commands: ['xdotool'], package: 'xdotool' },
  { what: 'a clipboard for the X screen', commands: ['xclip'], package: 'xclip' },
  { what: 'a reader of manual pages', commands: ['man'], package: 'man-db' },
  { what: 'a pseudo-terminal', commands: ['script'], package: 'bsdutils' },
  { what: 'a clock that can be moved', commands: ['faketime'], package: 'faketime' },
  { what: "the desktop's way to open links", commands: ['xdg-open'], package: 'xdg-utils' },
];

/**
 * Finds what the tests need, installs what is missing if allowed (root on a machine with apt), and returns one
 * sentence that names what is still missing, or null.
 */
export function prepareMachine(): string | null {
  let missing = tools.filter((tool) => !isThere(tool));
  if (missing.length > 0 && mayInstall()) {
    const packages = missing.map((tool) => tool.package);
    console.log(`Installing what the tests need: ${packages.join(', ')}…`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'], env });
    const install = ['install', '-y', '-qq', '--no-install-recommends', ...packages, 'fonts-dejavu-core'];
    spawnSync('apt-get', install, { stdio: ['ignore', 'ignore', 'inherit'], env });
    missing = tools.filter((tool) => !isThere(tool));
  }
  if (missing.length === 0) return null;
  const names = missing.map((tool) => `${tool.what} (${tool.package})`);
  return `The tests need what is missing on this machine: ${names.join(', ')}.`;
}

function isThere({ commands = [], pythonModule }: Tool): boolean {
  if (pythonModule !== undefined) return pythonWith(pythonModule) !== null;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return commands.some((command) => folders.some((folder) => existsSync(join(folder, command))));
}

function mayInstall(): boolean {
  return process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
}
