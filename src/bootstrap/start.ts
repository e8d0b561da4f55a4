/**
 * `npm start`: builds what is missing, then opens Latchkey in Electron, or, where Electron's runtime is neither
 * installed nor to be had, in the browser host. Runs until Ctrl-C or, with Electron, until the app is quit.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { startBrowserHost } from '../web/host.ts';
import { openAppWindow } from './app-window.ts';
import { buildIfMissing } from './build.ts';
import { findElectron } from './electron-runtime.ts';
import packageJson from '../../package.json' with { type: 'json' };

const root = join(import.meta.dirname, '../..');

buildIfMissing(root);
const electron = await findElectron(root);
if (electron.found) runElectron(electron.path);
else await runBrowserHost(electron.why);

function runElectron(path: string): void {
  // Chromium's sandbox refuses to run as root; nothing else is loosened by this.
  const args = process.getuid?.() === 0 ? ['--no-sandbox', '.'] : ['.'];
  const app = spawn(path, args, { cwd: root, stdio: 'inherit' });
  process.on('SIGINT', () => app.kill('SIGINT'));
  process.on('SIGTERM', () => app.kill('SIGTERM'));
  app.on('exit', (code) => process.exit(code ?? 1));
}

async function runBrowserHost(why: string): Promise<void> {
  console.log(`${why} Latchkey runs in your browser instead.`);
  const host = await startBrowserHost({
    root,
    version: packageJson.version,
    port: Number(process.env['LATCHKEY_PORT'] ?? 0),
  });

  const open = async () => {
    const window = process.env['LATCHKEY_NO_WINDOW'] ? null : await openAppWindow(host.startUrl());
    if (window === null) {
      console.log(`Open this address; it lets one browser in, once:\n\n  ${host.startUrl()}\n`);
      console.log('Enter: a new address. Ctrl-C: stop.');
    } else {
      console.log(`Latchkey is open in ${window.browser}. Enter: open it again. Ctrl-C: stop.`);
    }
    return window;
  };

  let window = await open();
  const lines = createInterface({ input: process.stdin });
  lines.on('line', () => {
    void (async () => {
      await window?.close();
      window = await open();
    })();
  });

  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    lines.close();
    void Promise.allSettled([window?.close(), host.close()]).then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
