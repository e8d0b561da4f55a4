/** Latchkey in Electron itself, each test with a data folder of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { _electron, expect, test as base } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import { installedElectron } from '../../src/bootstrap/electron-runtime.ts';
import { firstRun } from '../../src/renderer/words/en/vault.ts';

export const root = join(import.meta.dirname, '../..');
export const passphrase = 'correct horse battery staple';
/** RFC 6238's secret, in base32. */
export const setUpCode = 'otpauth://totp/Example:ada?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Example';

export interface Latchkey {
  electron: ElectronApplication;
  window: Page;
}

interface Fixtures {
  folder: string;
  /** Starts Latchkey on the test's data folder; again after it has ended. */
  start: () => Promise<Latchkey>;
  electron: ElectronApplication;
  window: Page;
}

export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'latchkey-electron-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  start: async ({ folder }, use) => {
    const started: ElectronApplication[] = [];
    await use(async () => {
      const electron = await _electron.launch({ args: [root], env: environment(folder) });
      started.push(electron);
      return { electron, window: await electron.firstWindow() };
    });
    for (const electron of started) await end(electron);
  },
  electron: async ({ start }, use) => use((await start()).electron),
  window: async ({ electron }, use) => use(await electron.firstWindow()),
});

export { expect } from '@playwright/test';

/** Quits Latchkey as the person does, if it still runs, and waits for the end of its process. */
export async function end(electron: ElectronApplication): Promise<void> {
  const child = electron.process();
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => void child.once('exit', resolve));
  await electron.evaluate(({ app }) => app.quit()).catch(() => undefined);
  await ended;
}

/** A second start on the same data folder; what its process ended with. */
export async function startAgain(folder: string, ...parameters: string[]): Promise<number | null> {
  const executable = installedElectron(root);
  if (executable === null) throw new Error("Electron's runtime is not installed");
  return exitOf(spawn(executable, [root, ...parameters], { env: environment(folder) }));
}

export function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => void child.once('exit', resolve));
}

export function environment(folder: string): Record<string, string> {
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return {
    ...Object.fromEntries(inherited),
    LATCHKEY_DATA_DIR: join(folder, 'data'),
    XDG_STATE_HOME: folder,
    XDG_CONFIG_HOME: join(folder, 'config'),
    LATCHKEY_SERVER: 'none',
  };
}

/** Makes a vault that a passphrase opens, so that it can lock: alone, or beside the keychain. */
export async function makeVault(window: Page): Promise<void> {
  await window.getByRole('button', { name: firstRun.continue, exact: true }).click();
  const start = window.getByRole('button', { name: firstRun.start, exact: true });
  const field = window.getByLabel(firstRun.passphrase, { exact: true });
  await expect(start.or(field).first()).toBeVisible();
  if (await start.isVisible()) return start.click();
  await field.fill(passphrase);
  await window.getByLabel(firstRun.repeat).fill(passphrase);
  await window.getByRole('button', { name: firstRun.create }).click();
}

/** What is on the clipboard, as the main process reads it. */
export function clipboardOf(electron: ElectronApplication): Promise<string> {
  return electron.evaluate(({ clipboard }) => clipboard.readText());
}
