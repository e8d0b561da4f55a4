/**
 * What `npm run package` makes sure of before electron-builder fetches Electron: `node resources/check-package.ts`.
 * electron-builder itself then checks its configuration against its schema.
 */
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import electron from 'electron/package.json' with { type: 'json' };
import { refuseOldElectron } from './electron-age.ts';
import { staleIcons } from './make-icons.ts';

const root = join(import.meta.dirname, '..');

/** What is wrong, a sentence each. */
const problems = [
  ...(await staleIcons()).map(
    (path) => `resources/${path} is not what icon.svg gives: run resources/make-icons.ts.`,
  ),
  ...missingFiles().map((path) => `electron-builder.yml names ${path}, which is not there.`),
];
refuseOldElectron(electron.version, new Date());
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;

/** The files and folders of this checkout that the configuration names, and that are not there. */
function missingFiles(): string[] {
  const lines = readFileSync(join(root, 'electron-builder.yml'), 'utf8').split('\n');
  const named = lines.map((line) => /^[^#]*?((?:resources|out)\/[\w./-]+)/u.exec(line)?.[1]);
  return named.filter((path) => path !== undefined).filter((path) => !isThere(join(root, path)));
}

/** Links count by themselves: theirs lead to where the package will be installed. */
function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
