import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { test as base, expect } from '@playwright/test';
import { startLatchkey } from '../../e2e/rig/latchkey.ts';
import { startScreen } from '../../e2e/rig/screen.ts';
import { startWindowManager } from '../../e2e/rig/window-manager.ts';
import { startKeyring } from '../../integration/keychain/session.ts';
import { startOrca } from './orca.ts';

/** A person who hears Latchkey and has a keyboard: its own browser window on a screen, with Orca. */
interface Listener {
  /** Waits until something that was said since the last key matches; returns all of it, a line each. */
  hear(what: RegExp): Promise<string>;
  /** Presses a key, as xdotool names it, and waits until the answer to it matches. */
  press(key: string, what: RegExp): Promise<string>;
  /** Types a text, of which nothing is to be heard, or what matches. */
  type(text: string, what?: RegExp): Promise<void>;
  /** Presses Tab until what is said matches. */
  tabTo(what: RegExp): Promise<string>;
  /** How often something was said that contains this. */
  times(text: string): number;
  clipboard(): string;
}

/** What there is when the person comes to the computer. */
interface Start {
  /** What is in the vault; left out: this is the first run. */
  addresses?: readonly string[];
}

const root = join(import.meta.dirname, '../../..');
/** What Orca says of an element that Tab leads to. */
const element = /push button|check box|entry|password text|\d \d \d, \d \d \d/u;
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
  { addresses }: Start,
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
    execFileSync(process.execPath, [script, ...addresses], { env: { ...process.env, ...env } });
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
  const hear = async (what: RegExp) => {
    await expect
      .poll(() => since().join('\n'), { message: transcript.at(-1) ?? 'at the start' })
      .toMatch(what);
    return since().join('\n');
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
    press(key, what) {
      turn(`[${key}]`);
      desk.press(key);
      return hear(what);
    },
    async type(text, what) {
      turn(`[types “${text}”]`);
      desk.type(text);
      if (what !== undefined) await hear(what);
    },
    async tabTo(what) {
      for (let presses = 0; presses < 20; presses += 1) {
        const heard = await listener.press('Tab', element);
        if (what.test(heard)) return heard;
      }
      throw new Error(`Tab does not reach ${what}:\n${transcript.join('\n')}`);
    },
    times: (text) => orca.said().filter((line) => line.includes(text)).length,
    clipboard: () => desk.clipboard(),
  };
  const latchkey = await startLatchkey({ ...env, LATCHKEY_NO_WINDOW: '' });
  stops.push(() => latchkey.stop());
  return listener;
}
