import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { test as base } from '../../e2e/rig/account-fixtures.ts';
import { startLatchkey } from '../../e2e/rig/latchkey.ts';
import { startScreen } from '../../e2e/rig/screen.ts';
import { startWindowManager } from '../../e2e/rig/window-manager.ts';
import { startKeyring } from '../../integration/keychain/session.ts';
import { startOrca } from './orca.ts';

/** A person who hears Latchkey and has a keyboard: its own browser window on a screen, with Orca. */
interface Listener {
  /** Waits until something that was said since the last key matches; returns all of it, a line each. */
  hear(what: RegExp): Promise<string>;
  /** Presses a key, as xdotool names it, of which nothing need be heard; or waits until the answer to it matches. */
  press(key: string, what?: RegExp): Promise<string>;
  /** Types a text, of which nothing is to be heard, or what matches. */
  type(text: string, what?: RegExp): Promise<void>;
  /** Presses Tab, or Shift+Tab, until what is said matches. */
  tabTo(what: RegExp, key?: 'Tab' | 'shift+Tab'): Promise<string>;
  /** How often something was said that contains this. */
  times(text: string): number;
  clipboard(): string;
  /** Copies a text in another program. */
  copy(text: string): void;
}

/** What there is when the person comes to the computer. */
interface Start {
  /** What is in the vault; left out: this is the first run. */
  addresses?: readonly string[];
  /** A second way into it. */
  passphrase?: string;
  /** The account service of this computer. */
  server?: string;
}

const root = join(import.meta.dirname, '../../..');
/** What Orca says of an element that Tab leads to. */
const element = /push button|check box|entry|password text|combo box|\d \d \d, \d \d \d/u;
/** How long a person waits for an answer to Tab before they press it again, in ms. */
const patience = 10_000;
/** How long it is quiet when everything was said, in ms. */
const quietFor = 1_500;
/** Where the speech of each flow is written: beside the script of the flows if it is to be kept. */
const speechFolder = join(
  root,
  process.env['LATCHKEY_KEEP_SPEECH'] ? 'docs/screen-readers' : 'test-results/orca',
);

export const test = base.extend<{ start: (start: Start) => Promise<Listener> }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of what a fixture needs
  start: async ({}, use, { title }) => {
    const stops: (() => Promise<unknown>)[] = [];
    await use((start) => startListener(start, title, stops));
    for (const stop of stops.toReversed()) await stop();
  },
});

export { expect } from '@playwright/test';

async function startListener(
  { addresses, passphrase = '', server = 'none' }: Start,
  title: string,
  stops: (() => Promise<unknown>)[],
): Promise<Listener> {
  const screen = await startScreen(1280, 900);
  stops.push(() => screen.stop());
  const keyring = await startKeyring();
  stops.push(() => keyring.stop());
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-orca-'));
  stops.push(() => rm(folder, { recursive: true }));
  const env = {
    ...keyring.env,
    LATCHKEY_DATA_DIR: join(folder, 'data'),
    XDG_STATE_HOME: join(folder, 'state'),
    DISPLAY: screen.display,
    LANG: 'en_GB.UTF-8',
  };
  if (addresses !== undefined) {
    const script = join(root, 'test/e2e/rig/make-vault.ts');
    const own = { ...process.env, ...env, PASSPHRASE: passphrase };
    execFileSync(process.execPath, [script, ...addresses], { env: own });
  }
  const desk = await startWindowManager(screen.display, {});
  stops.push(() => desk.stop());
  const orca = await startOrca(env, folder);
  stops.push(() => orca.stop());

  const transcript: string[] = [];
  let from = orca.said().length;
  const since = () => orca.said().slice(from);
  const turn = (action: string) => {
    const said = orca.said();
    transcript.push(...said.slice(from).map((line) => `    ${line}`), action);
    from = said.length;
  };
  const hear = async (what: RegExp, more: { timeout?: number } = {}) => {
    await expect
      .poll(() => since().join('\n'), { message: transcript.at(-1) ?? 'at the start', ...more })
      .toMatch(what);
    return since().join('\n');
  };
  const hearAll = async () => {
    for (let said = -1; said !== orca.said().length; await pause(quietFor)) said = orca.said().length;
  };
  stops.push(async () => {
    turn('');
    await mkdir(speechFolder, { recursive: true });
    await writeFile(
      join(speechFolder, `${title.replaceAll(/\W+/gu, '-')}.txt`),
      `${transcript.join('\n').trimEnd()}\n`,
    );
  });
  const listener: Listener = {
    hear,
    async press(key, what) {
      turn(`[${key}]`);
      desk.press(key);
      return what === undefined ? '' : hear(what);
    },
    async type(text, what) {
      turn(`[types “${text}”]`);
      desk.type(text);
      if (what !== undefined) await hear(what);
    },
    async tabTo(what, key = 'Tab') {
      // What still belongs to the key before is not taken for the answer to Tab.
      await hearAll();
      for (let presses = 0; presses < 30; presses += 1) {
        // Orca may say nothing of a key that is pressed while a page changes: a person presses it once more.
        await listener.press(key);
        const heard = await hear(element, { timeout: patience }).catch(() => '');
        if (what.test(heard)) return heard;
      }
      throw new Error(`Tab does not reach ${what}:\n${transcript.join('\n')}`);
    },
    times: (text) => orca.said().filter((line) => line.includes(text)).length,
    clipboard: () => desk.clipboard(),
    copy: (text) => desk.copy(text),
  };
  const latchkey = await startLatchkey({ ...env, LATCHKEY_SERVER: server, LATCHKEY_NO_WINDOW: '' });
  stops.push(() => latchkey.stop());
  return listener;
}
