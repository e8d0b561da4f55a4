/**
 * `npm run test:electron`: the suite that needs Electron itself. Where its runtime is not installed (it is not
 * part of the npm package) this says so and is content; nothing else depends on it.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { installedElectron } from '../../src/bootstrap/electron-runtime.ts';

const root = join(import.meta.dirname, '../..');
const reason = whyNot();
if (reason === null) {
  run('electron-vite/bin/electron-vite.js', 'build');
  run('@playwright/test/cli.js', 'test', '--config', 'test/electron/playwright.config.ts');
} else {
  console.log(`The Electron suite did not run: ${reason}.`);
}

/** What this machine lacks for the suite; null where it has all. */
function whyNot(): string | null {
  // Not by `require('electron')`: that starts a download where there is none.
  if (installedElectron(root) === null) {
    return "Electron's runtime is not installed here (npx install-electron fetches it)";
  }
  if (process.platform !== 'linux') return null;
  if (process.getuid?.() === 0)
    return 'Chromium does not keep its sandbox as root, and the sandbox is tested';
  const hasDisplay = process.env['DISPLAY'] !== undefined || process.env['WAYLAND_DISPLAY'] !== undefined;
  return hasDisplay ? null : 'there is no display (xvfb-run gives it one)';
}

function run(script: string, ...parameters: string[]): void {
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', script), ...parameters], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
