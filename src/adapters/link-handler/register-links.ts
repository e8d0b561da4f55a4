import { execFile } from 'node:child_process';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { execLine } from '../desktop-entry.ts';
import { isAlive } from '../is-alive.ts';
import { xdgFolder } from '../xdg-folder.ts';

/** The result of registering as the links' handler. */
export type Registration =
  | { outcome: 'registered'; remove(): Promise<void> }
  /** Another program opens them; `by` is its .desktop file. */
  | { outcome: 'taken'; by: string }
  /** Only freedesktop.org's method is supported here. */
  | { outcome: 'unsupported' };

/** A program for links, as a desktop knows it. */
export interface LinkProgram {
  /** The name of its `.desktop` file. */
  file: `${string}.desktop`;
  name: string;
  schemes: readonly string[];
  /** What to start; the link is added to it. */
  command: readonly string[];
}

/**
 * Makes a program the one that opens links of its schemes for this person, until removed. Writes a `.desktop` entry
 * in XDG_DATA_HOME (freedesktop.org: Desktop Entry Specification), and `xdg-mime` makes it the default. Ignores a
 * default whose entry is gone. Takes over what an ended process left, and its own entry with another command.
 *
 * @param options.replaces whether it takes the place of another program: only if the person said so
 * @throws if `xdg-mime` is missing or fails
 */
export async function registerLinks(
  { file, name, schemes, command }: LinkProgram,
  options: { env?: NodeJS.ProcessEnv; platform?: NodeJS.Platform; replaces?: boolean } = {},
): Promise<Registration> {
  const { env = process.env, platform = process.platform, replaces = false } = options;
  if (platform !== 'linux') return { outcome: 'unsupported' };
  const folder = applications(env);
  const entry = join(folder, file);
  const mimeTypes = schemes.map((scheme) => `x-scheme-handler/${scheme}`);
  if (!replaces) {
    const owner = ownerOf(await readOr(entry, ''));
    if (owner !== null && owner !== process.pid && isAlive(owner)) return { outcome: 'taken', by: entry };
    for (const mimeType of mimeTypes) {
      const by = await xdgMime(env, 'query', 'default', mimeType);
      if (by !== '' && by !== file) return { outcome: 'taken', by };
    }
  }
  await mkdir(folder, { recursive: true });
  await replaceFile(entry, desktopEntry(name, mimeTypes, command));
  await xdgMime(env, 'default', file, ...mimeTypes);
  return {
    outcome: 'registered',
    async remove() {
      // Another process may have replaced this one.
      if (ownerOf(await readOr(entry, '')) === process.pid) await rm(entry, { force: true });
    },
  };
}

/** Takes back what `registerLinks` registered, whichever process did. */
export async function unregisterLinks(file: string, env: NodeJS.ProcessEnv): Promise<void> {
  await rm(join(applications(env), file), { force: true });
}

function applications(env: NodeJS.ProcessEnv): string {
  return join(xdgFolder('XDG_DATA_HOME', env), 'applications');
}

async function xdgMime(env: NodeJS.ProcessEnv, ...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('xdg-mime', args, { env });
  return stdout.trim();
}

function desktopEntry(name: string, mimeTypes: string[], command: readonly string[]): string {
  return `[Desktop Entry]
Type=Application
Name=${name}
Exec=${execLine(command, '%u')}
MimeType=${mimeTypes.join(';')};
NoDisplay=true
Terminal=false
X-Latchkey-Process=${process.pid}
`;
}

function ownerOf(entry: string): number | null {
  const found = /^X-Latchkey-Process=(\d+)$/mu.exec(entry)?.[1];
  return found === undefined ? null : Number(found);
}

async function replaceFile(path: string, text: string): Promise<void> {
  await writeFile(`${path}.latchkey`, text);
  await rename(`${path}.latchkey`, path);
}

async function readOr(path: string, otherwise: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => otherwise);
}
