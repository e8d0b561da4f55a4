import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { startKeyring } from '../../integration/keychain/session.ts';
import { startLatchkey } from './latchkey.ts';
import { startScreen } from './screen.ts';
import { startWindowManager, type Desk } from './window-manager.ts';

export interface DeskWithQuickFind {
  desk: Desk;
  display: string;
  /** Of this person's computer, data included. */
  folder: string;
  env: Record<string, string>;
  /** The command that hands a link to Latchkey; the link comes last. */
  openLink: [program: string, ...args: string[]];
  stop(this: void): Promise<void>;
}

/** The title of the quick find's window once it takes keys. */
export const quickFindTitle = 'Latchkey – Quick find';

/** What shows the quick find, as xdotool names the keys. */
export const quickFindKeys = {
  /** Bound in the window manager, to the command that the settings name. */
  bound: 'ctrl+alt+l',
  /** Chosen in the settings; Latchkey registers them itself. */
  own: 'ctrl+alt+k',
};

/**
 * Latchkey with an open vault, in its own browser window, on a screen with a window manager. `quickFindKeys` show the
 * quick find.
 *
 * @param addresses what is in the vault
 * @param bound further keys of the window manager, and what they run, for the folder
 */
export async function startDeskWithQuickFind(
  addresses: readonly string[],
  bound: (folder: string) => Promise<Record<string, readonly string[]>> = async () => ({}),
): Promise<DeskWithQuickFind> {
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const end of stops.splice(0).toReversed()) await end();
  };
  try {
    const screen = await startScreen(1280, 900);
    stops.push(() => screen.stop());
    const keyring = await startKeyring();
    stops.push(() => keyring.stop());
    const folder = await mkdtemp(join(tmpdir(), 'latchkey-quick-find-'));
    stops.push(() => rm(folder, { recursive: true }));
    const env = {
      ...keyring.env,
      LATCHKEY_DATA_DIR: folder,
      XDG_STATE_HOME: join(folder, 'state'),
      DISPLAY: screen.display,
    };
    execFileSync(process.execPath, [join(import.meta.dirname, 'make-vault.ts'), ...addresses], {
      env: { ...process.env, ...env },
    });
    const sources = join(import.meta.dirname, '../../../src');
    const script = join(sources, 'web/open-link.ts');
    const openLink: DeskWithQuickFind['openLink'] = [process.execPath, script, '--data-folder', folder];
    const command = [
      'env',
      `LATCHKEY_DATA_DIR=${folder}`,
      process.execPath,
      join(sources, 'bootstrap/latchkey.cjs'),
    ];
    const desk = await startWindowManager(screen.display, {
      'C-A-l': [...command, 'toggle'],
      ...(await bound(folder)),
    });
    stops.push(() => desk.stop());
    const latchkey = await startLatchkey({ ...env, LATCHKEY_NO_WINDOW: '' });
    stops.push(() => latchkey.stop());
    return { desk, display: screen.display, folder, env, openLink, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
