import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';
import process from 'node:process';

/** What became of the wish to open the links. */
export type Registration =
  | { outcome: 'registered'; remove(): Promise<void> }
  /** Another program opens them; `by` is its .desktop file. */
  | { outcome: 'taken'; by: string }
  /** Only freedesktop.org's way is known here. */
  | { outcome: 'unsupported' };

const mimeType = 'x-scheme-handler/latchkey';
const desktopFile = 'latchkey-npm-start.desktop';
const defaultLine = `${mimeType}=${desktopFile}`;
const group = '[Default Applications]';

/**
 * Makes this checkout the program that opens `latchkey:` links, for this person, until it is removed; never in
 * another program's place. Two files: a `.desktop` entry in XDG_DATA_HOME, and a line of `mimeapps.list` in
 * XDG_CONFIG_HOME (freedesktop.org: Desktop Entry Specification, Association between MIME types and applications).
 * What a process left that was killed is taken over.
 *
 * @param command what to start; the link is added to it
 */
export async function registerLinks(
  command: string[],
  env = process.env,
  platform = process.platform,
): Promise<Registration> {
  if (platform !== 'linux') return { outcome: 'unsupported' };
  const folders = xdgFolders(env);
  const entry = join(folders.data, 'applications', desktopFile);
  const list = join(folders.config, 'mimeapps.list');
  const by = await findOther(folders, entry, list);
  if (by !== null) return { outcome: 'taken', by };

  await mkdir(join(folders.data, 'applications'), { recursive: true });
  await mkdir(folders.config, { recursive: true });
  await replaceFile(entry, desktopEntry(command));
  await replaceFile(list, withDefault(await readOr(list, '')));
  return {
    outcome: 'registered',
    async remove() {
      // Another npm start may have come after this one.
      if (ownerOf(await readOr(entry, '')) !== process.pid) return;
      await rm(entry, { force: true });
      const rest = withoutDefault(await readOr(list, ''));
      if (rest.trim() === '') await rm(list, { force: true });
      else await replaceFile(list, rest);
    },
  };
}

interface Folders {
  data: string;
  config: string;
  /** Every folder with `.desktop` files, and every one with lists of defaults. */
  all: string[];
}

/** XDG Base Directory Specification; relative paths in it are to be ignored. */
function xdgFolders(env: NodeJS.ProcessEnv): Folders {
  const home = env['HOME'] ?? homedir();
  const one = (name: string, otherwise: string) => {
    const set = env[name];
    return set && isAbsolute(set) ? set : join(home, otherwise);
  };
  const many = (name: string, otherwise: string) =>
    (env[name] || otherwise).split(delimiter).filter((path) => isAbsolute(path));
  const data = one('XDG_DATA_HOME', '.local/share');
  const config = one('XDG_CONFIG_HOME', '.config');
  return {
    data,
    config,
    all: [
      config,
      ...many('XDG_CONFIG_DIRS', '/etc/xdg'),
      ...[data, ...many('XDG_DATA_DIRS', '/usr/local/share:/usr/share')].map((path) =>
        join(path, 'applications'),
      ),
    ],
  };
}

/** A program that says it opens these links, or that the person chose for them: its file's name; null: none. */
async function findOther(folders: Folders, own: string, ownList: string): Promise<string | null> {
  const owner = ownerOf(await readOr(own, ''));
  if (owner !== null && owner !== process.pid && isAlive(owner)) return own;
  for (const folder of folders.all) {
    const names = await readdir(folder).catch(() => []);
    for (const name of names.filter((file) => file.endsWith('.desktop') || file.endsWith('mimeapps.list'))) {
      const path = join(folder, name);
      if (path === own) continue;
      const text = await readOr(path, '');
      if ((path === ownList ? withoutDefault(text) : text).includes(mimeType)) return path;
    }
  }
  return null;
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

/** Desktop Entry Specification, "The Exec key". Plain words stay bare: xdg-open splits at spaces, quoted or not. */
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

function withDefault(list: string): string {
  const lines = withoutDefault(list).split('\n');
  const at = lines.indexOf(group);
  if (at !== -1) return lines.toSpliced(at + 1, 0, defaultLine).join('\n');
  const before = lines.at(-1) === '' ? lines.slice(0, -1) : lines;
  return [...before, group, defaultLine, ''].join('\n');
}

/** Without our line, and without the group where that was all of it. */
function withoutDefault(list: string): string {
  const lines = list.split('\n').filter((line) => line !== defaultLine);
  const at = lines.indexOf(group);
  const next = lines.slice(at + 1).find((line) => line !== '');
  const isEmpty = at !== -1 && (next === undefined || next.startsWith('['));
  return (isEmpty ? lines.toSpliced(at, 1) : lines).join('\n');
}

async function replaceFile(path: string, text: string): Promise<void> {
  await writeFile(`${path}.latchkey`, text);
  await rename(`${path}.latchkey`, path);
}

async function readOr(path: string, otherwise: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => otherwise);
}
