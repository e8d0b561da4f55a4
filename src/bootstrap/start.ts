/**
 * `npm start`: builds what is missing, then opens Latchkey in Electron, or in the browser host if Electron's
 * runtime is not there and cannot be fetched, or cannot start. Starts the trial account server too, unless one is
 * set. Runs until Ctrl-C or, with Electron, until the app is quit.
 */
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { dataFolder, isDataFolderChosen } from '../adapters/data-folder.ts';
import { registerLinks } from '../adapters/link-handler/register-links.ts';
import { ownScheme } from '../contract/links.ts';
import { startBrowserHost } from '../web/host.ts';
import { chooseAccountServer } from './account-server.ts';
import { openAppWindow } from './app-window.ts';
import { buildIfMissing } from './build.ts';
import { findElectron } from './electron-runtime.ts';
import { electronArguments, startElectron, stopSignals } from './electron-start.ts';
import { createQuickFindWindow } from './quick-find-window.ts';
import packageJson from '../../package.json' with { type: 'json' };

const root = join(import.meta.dirname, '../..');
const ownLinks = {
  file: 'latchkey-npm-start.desktop',
  name: 'Latchkey (npm start)',
  schemes: [ownScheme],
} as const;

// If the terminal or a reader of the output goes away, Latchkey continues without it.
for (const stream of [process.stdin, process.stdout, process.stderr]) stream.on('error', () => undefined);

// First, because it starts up by itself while the rest is built.
const account = await chooseAccountServer(root);
buildIfMissing(root);
const electron = await findElectron(root);
const whyNot = electron.found ? await runElectron(electron.path) : electron.why;
if (whyNot !== null) await runBrowserHost(whyNot);

/** Runs until Electron ends. Returns why it could not start; null once it has run. */
async function runElectron(path: string): Promise<string | null> {
  const args = electronArguments(root, process.getuid?.());
  const env = {
    ...process.env,
    ...(account.server && { LATCHKEY_SERVER: account.server.address }),
    ...(account.server?.trialInbox && { LATCHKEY_TRIAL_INBOX: account.server.trialInbox }),
  };
  const { app, end } = startElectron({ path, args, cwd: root, env });
  account.onFailure((failure) => {
    if (app.connected) app.send(failure ?? 'none', () => undefined);
  });
  const pass = (signal: NodeJS.Signals) => void app.kill(signal);
  for (const signal of stopSignals) process.on(signal, pass);
  const links = await openLinksWith(['env', `LATCHKEY_DATA_DIR=${dataFolder()}`, path, ...args]);
  const ended = await end;
  for (const signal of stopSignals) process.off(signal, pass);
  await Promise.allSettled([links.remove()]);
  if (ended.outcome === 'failed') return ended.why;
  await Promise.allSettled([account.stop()]);
  process.exit(ended.code);
}

async function runBrowserHost(why: string): Promise<void> {
  console.log(`${why} Latchkey runs in your browser instead.`);
  const openLinks = [process.execPath, join(root, 'src/web/open-link.ts'), '--data-folder', dataFolder()];
  const quickFind = createQuickFindWindow(() => host.startUrl('quickFind'));
  const host = await startBrowserHost({
    openLinks,
    root,
    version: packageJson.version,
    port: Number(process.env['LATCHKEY_PORT'] ?? 0),
    accountServer: account.server,
    command: commandHere(),
    windows: {
      // The browser's windows are the browser's: nothing here offers it.
      hide() {},
      comeForward() {
        if (host.hasWindow()) return void window?.comeForward();
        console.log('A link was opened; Latchkey shows it in its window.');
        void reopen();
      },
      quickFind,
    },
  });
  const links = await openLinksWith(openLinks);

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
    void Promise.allSettled([
      window?.close(),
      quickFind.close(),
      host.close(),
      links.remove(),
      account.stop(),
    ]).then(() => process.exit(0));
  };
  for (const signal of stopSignals) process.on(signal, stop);
  await host.started;
}

/** How a shell calls `latchkey` from this checkout, on this data folder, whatever its PATH is. */
function commandHere(): string {
  const words = [process.execPath, join(root, 'src/bootstrap/latchkey.cjs')];
  const chosen = isDataFolderChosen() ? ['env', `LATCHKEY_DATA_DIR=${dataFolder()}`] : [];
  return [...chosen, ...words].map(shellWord).join(' ');
}

/** Plain words stay as they are. */
function shellWord(word: string): string {
  return /^[\w./:=@%+-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
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
  const registration = await registerLinks({ ...ownLinks, command }).catch((error: unknown) => {
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
