import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Builds the Electron bundle, the window and the command into `out/` if they are missing or older than their
 * sources.
 */
export function buildIfMissing(root: string): void {
  const built = [
    'out/main/index.js',
    'out/preload/index.cjs',
    'out/renderer/index.html',
    'out/cli/latchkey.cjs',
  ].map((file) => join(root, file));
  const oldest = Math.min(...built.map((file) => (existsSync(file) ? statSync(file).mtimeMs : 0)));
  const sources = ['src', 'electron.vite.config.ts', 'package-lock.json'].map((path) => join(root, path));
  if (oldest > Math.max(...sources.map(newestIn))) return;

  console.log('Building Latchkey (once)…');
  const args = [join(root, 'src/bootstrap/run.mjs'), 'build'];
  const build = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (build.status === 0) return;
  console.error(`${build.stdout}${build.stderr}\nThe build failed; its message is above.`);
  process.exit(1);
}

/** The time of the newest file under a path, in milliseconds since 1970. */
function newestIn(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestIn(join(path, name))), 0);
}
