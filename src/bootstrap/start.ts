/**
 * `npm start`: builds what is missing, then opens Latchkey in Electron, or in the browser host if Electron's
 * runtime is not installed and cannot be fetched. Starts the trial account server too, unless one is set. Runs
 * until Ctrl-C or, with Electron, until the app is quit.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { dataFolder } from '../adapters/data-folder.ts';
import { startBrowserHost } from '../web/host.ts';
import { chooseAccountServer } from './account-server.ts';
import { openAppWindow } from './app-window.ts';
import { buildIfMissing } from './build.ts';
import { findElectron } from './electron-runtime.ts';
import { registerLinks } from './link-handler.ts';
import packageJson from '../../package.json' with { type: 'json' };

const root = join(import.meta.dirname, '../..');
/** Ctrl-C, a requested end, and a closed terminal. */
const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

// If the terminal or a reader of the output goes away, Latchkey continues without it.
for (const stream of [process.stdin, process.stdout, process.stderr]) stream.on('error', () => undefined);

// First, because it starts up by itself while the rest is built.
const account = await chooseAccountServer(root);
buildIfMissing(root);
const electron = await findElectron(root);
if (electron.found) await runElectron(electron.path);
else await runBrowserHost(electron.why);

async function runElectron(path: string): Promise<void> {
  // Chromium's sandbox refuses to run as root; this loosens nothing else.
  const args = process.getuid?.() === 0 ? ['--no-sandbox', root] : [root];
  const env = {
    ...process.env,
    ...(account.server && { LATCHKEY_SERVER: account.server.address }),
    ...(account.server?.trialInbox && { LATCHKEY_TRIAL_INBOX: account.server.trialInbox }),
  };
  // The channel only tells it why its trial is not up.
  const app = spawn(path, args, { cwd: root, stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env });
  account.onFailure((failure) => {
    if (app.connected) app.send(failure ?? 'none', () => undefined);
  });
  app.on('error', (failure) => {
    console.error(`Electron could not be started: ${failure.message}`);
    void Promise.allSettled([account.stop()]).then(() => process.exit(1));
  });
  const links = await openLinksWith(['env', `LATCHKEY_DATA_DIR=${dataFolder()}`, path, ...args]);
  for (const signal of stopSignals) process.on(signal, () => app.kill(signal));
  app.on('exit', (code) => {
    void Promise.allSettled([links.remove(), account.stop()]).then(() => process.exit(code ?? 1));
  });
}

async function runBrowserHost(why: string): Promise<void> {
  console.log(`${why} Latchkey runs in your browser instead.`);
  const host = await startBrowserHost({
    root,
    version: packageJson.version,
    port: Number(process.env['LATCHKEY_PORT'] ?? 0),
    accountServer: account.server,
    linkArrived() {
      if (host.hasWindow()) return;
      console.log('A link was opened; Latchkey asks you in its window.');
      void reopen();
    },
  });
  const links = await openLinksWith([
    process.execPath,
    join(root, 'src/web/open-link.ts'),
    '--data-folder',
    dataFolder(),
  ]);

  const open = async () => {
    const window = process.env['LATCHKEY_NO_WINDOW'] ? null : await openAppWindow(host.startUrl());
    if (window === null) {
      console.log(`Open this address; it lets one window in, once:\n\n  ${host.startUrl()}\n`);
      console.log('Enter: a new address. Ctrl-C: stop.');
    } else {
      console.log(`Latchkey is open in ${window.browser}. Enter: open it again. Ctrl-C: stop.`);
    }
    return window;
  };
  const reopen = async () => {
    await window?.close();
    window = await open();
  };

  let window = await open();
  const lines = createInterface({ input: process.stdin });
  lines.on('line', () => void reopen());

  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    lines.close();
    void Promise.allSettled([window?.close(), host.close(), links.remove(), account.stop()]).then(() =>
      process.exit(0),
    );
  };
  for (const signal of stopSignals) process.on(signal, stop);
  await host.started;
}

/** Opens `latchkey:` links with this command while it runs, if LATCHKEY_LINKS=1. */
async function openLinksWith(command: string[]): Promise<{ remove(): Promise<void> }> {
  const nothing = { remove: async () => {} };
  if (process.env['LATCHKEY_LINKS'] !== '1') {
    if (account.server?.trialInbox) {
      console.log('Links in its mails can be pasted; LATCHKEY_LINKS=1 npm start opens them with a click.');
    }
    return nothing;
  }
  const registration = await registerLinks(command).catch((error: unknown) => {
    console.error(`latchkey:// links cannot be opened here: ${String(error)}`);
    return { outcome: 'unsupported' } as const;
  });
  switch (registration.outcome) {
    case 'registered':
      console.log('latchkey:// links open here until Latchkey stops.');
      return registration;
    case 'taken':
      console.log(
        `latchkey:// links are opened by another program (${registration.by}). Paste them instead.`,
      );
      return nothing;
    case 'unsupported':
      return nothing;
  }
}
