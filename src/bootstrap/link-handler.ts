import { execFile } from 'node:child_process';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';

/** The result of registering as the links' handler. */
export type Registration =
  | { outcome: 'registered'; remove(): Promise<void> }
  /** Another program opens them; `by` is its .desktop file. */
  | { outcome: 'taken'; by: string }
  /** Only freedesktop.org's method is supported here. */
  | { outcome: 'unsupported' };

const mimeType = 'x-scheme-handler/latchkey';
const desktopFile = 'latchkey-npm-start.desktop';

/**
 * Makes this checkout the program that opens `latchkey:` links for this person, until removed; never replaces
 * another program. Writes a `.desktop` entry in XDG_DATA_HOME (freedesktop.org: Desktop Entry Specification),
 * and `xdg-mime` makes it the default. Ignores a default whose entry is gone. Takes over what a killed process
 * left.
 *
 * @param command what to start; the link is added to it
 * @throws if `xdg-mime` is missing or fails
 */
export async function registerLinks(
  command: string[],
  env = process.env,
  platform = process.platform,
): Promise<Registration> {
  if (platform !== 'linux') return { outcome: 'unsupported' };
  const folder = join(dataHome(env), 'applications');
  const entry = join(folder, desktopFile);
  const owner = ownerOf(await readOr(entry, ''));
  if (owner !== null && owner !== process.pid && isAlive(owner)) return { outcome: 'taken', by: entry };
  const by = await xdgMime(env, 'query', 'default', mimeType);
  if (by !== '' && by !== desktopFile) return { outcome: 'taken', by };

  await mkdir(folder, { recursive: true });
  await replaceFile(entry, desktopEntry(command));
  await xdgMime(env, 'default', desktopFile, mimeType);
  return {
    outcome: 'registered',
    async remove() {
      // Another npm start may have replaced this one.
      if (ownerOf(await readOr(entry, '')) === process.pid) await rm(entry, { force: true });
    },
  };
}

async function xdgMime(env: NodeJS.ProcessEnv, ...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('xdg-mime', args, { env });
  return stdout.trim();
}

/** XDG Base Directory Specification; relative paths are ignored. */
function dataHome(env: NodeJS.ProcessEnv): string {
  const set = env['XDG_DATA_HOME'];
  return set && isAbsolute(set) ? set : join(env['HOME'] ?? homedir(), '.local/share');
}

function desktopEntry(command: string[]): string {
  return `[Desktop Entry]
Type=Application
Name=Latchkey (npm start)
Exec=${[...command.map(quoted), '%u'].join(' ')}
MimeType=${mimeType};
NoDisplay=true
Terminal=false
X-Latchkey-Process=${process.pid}
`;
}

/** Desktop Entry Specification, "The Exec key". Plain words stay bare: xdg-open splits even quoted spaces. */
function quoted(word: string): string {
  const escaped = word.replaceAll('%', '%%');
  if (/^[\w./:=@%+-]+$/u.test(escaped)) return escaped;
  return `"${escaped.replaceAll(/["`$\\]/gu, String.raw`\$&`).replaceAll('\\', String.raw`\\`)}"`;
}

function ownerOf(entry: string): number | null {
  const found = /^X-Latchkey-Process=(\d+)$/mu.exec(entry)?.[1];
  return found === undefined ? null : Number(found);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function replaceFile(path: string, text: string): Promise<void> {
  await writeFile(`${path}.latchkey`, text);
  await rename(`${path}.latchkey`, path);
}

async function readOr(path: string, otherwise: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => otherwise);
}
