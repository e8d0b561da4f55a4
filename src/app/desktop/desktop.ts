import type { EntryView } from '../../contract/entry.ts';
import type { Preferences as Values } from '../../contract/preferences.ts';
import type { Need } from '../../contract/commands.ts';
import { hasMeaning, type DesktopChoice } from '../../contract/vocabulary.ts';
import type { Codes } from '../codes/codes.ts';
import type { Entries } from '../entries/entries.ts';
import { isFailure } from '../failure.ts';
import type { Ports } from '../ports.ts';
import type { OutsideCommands } from '../commands/outside.ts';
import type { Preferences } from '../preferences/preferences.ts';
import { failureReport } from '../report-failure.ts';
import type { Vault } from '../vault/vault.ts';
import { createWatched } from '../watched.ts';
import { trayMenu, type TrayActions, type TrayContent } from './tray-menu.ts';
import { outsideLanguage } from './outside-language.ts';

export interface DesktopLife {
  /** The choices that are in force: chosen, honoured here, and meaningful beside the others. */
  inForce(): ReadonlySet<DesktopChoice>;
  /** The procedure `host.tray`. */
  tray(signal?: AbortSignal): AsyncGenerator<{ isThere: boolean }>;
  /** Follows the person's choices, the vault and its pins, until `close`. */
  start(): void;
  close(): void;
}

/** The tray of a vault that is not open. */
const closed: TrayContent = { has: new Set(['closed']), pinned: [] };

/** What Latchkey is on a desktop beyond its windows: the tray, its start with the session, its window's habits. */
export function createDesktopLife(
  app: {
    preferences: Preferences;
    vault: Vault;
    entries: Entries;
    codes: Codes;
    outside: Pick<OutsideCommands, 'run' | 'orShow'>;
  },
  { desktop, log }: Pick<Ports, 'desktop' | 'log'>,
): DesktopLife {
  const { preferences, vault, entries, codes, outside } = app;
  const { loginItem } = desktop;
  const stopping = new AbortController();
  const tray = createWatched({ isThere: true });
  let stopTray = (): void => {};
  let content = closed;

  const failed = failureReport(log, stopping.signal);
  const act: TrayActions = {
    copy: (entry) => void copy(entry).catch(outside.orShow('tray-copy')),
    run: (id) => outside.run(id),
  };

  async function copy({ id, kind }: EntryView): Promise<void> {
    if (kind === 'hotp') await codes.advance(id);
    await codes.copy(id, 'current');
  }

  function inForce(values: Values): ReadonlySet<DesktopChoice> {
    // Without a tray there is nothing to close into, and nothing would be seen of a hidden start.
    const chosen = { ...values, trayIcon: values.trayIcon && tray.get().isThere };
    return new Set(desktop.choices.filter((choice) => chosen[choice] && hasMeaning(choice, chosen)));
  }

  function followTray(): void {
    stopTray = desktop.watchTray((isThere) => {
      if (isThere === tray.get().isThere) return;
      tray.set({ isThere });
      desktop.apply(inForce(preferences.get()));
      drawTray();
    });
  }

  function drawTray(): void {
    const values = preferences.get();
    const language = outsideLanguage(values.language, desktop.languages());
    desktop.showTray(inForce(values).has('trayIcon') ? trayMenu(content, language, act) : null);
  }

  async function followVault(): Promise<void> {
    let leave = new AbortController();
    for await (const state of vault.watchState(stopping.signal)) {
      leave.abort();
      leave = new AbortController();
      content = closed;
      if (state.state !== 'open') drawTray();
      else {
        const has = new Set<Need>(['open']);
        if (state.mode !== 'session' || state.unlockMethods.passphrase) has.add('lockable');
        if (!state.readOnly) has.add('writable');
        followPins(has, AbortSignal.any([leave.signal, stopping.signal])).catch(failed('tray'));
      }
    }
  }

  async function followPins(has: ReadonlySet<Need>, signal: AbortSignal): Promise<void> {
    try {
      for await (const { entries: present } of entries.watch(signal)) {
        if (signal.aborted) return;
        content = { has, pinned: present.filter(({ pinned }) => pinned) };
        drawTray();
      }
    } catch (error) {
      // It was locked in between: the vault's next state says so.
      if (!isFailure(error, 'VAULT_NOT_OPEN')) throw error;
    }
  }

  async function followChoices(): Promise<void> {
    let former: boolean | null = null;
    for await (const values of preferences.watch(stopping.signal)) {
      desktop.apply(inForce(values));
      drawTray();
      if (!desktop.choices.includes('openAtLogin') || values.openAtLogin === former) continue;
      try {
        // At the start the system has the last word; a present item only gets this start's command.
        if (former !== null || (values.openAtLogin && loginItem.isOn())) loginItem.set(values.openAtLogin);
      } catch (error) {
        failed('login-item')(error);
      }
      former = loginItem.isOn();
      if (former !== values.openAtLogin) keepOpenAtLogin(former);
    }
  }

  function keepOpenAtLogin(openAtLogin: boolean): void {
    try {
      preferences.change({ openAtLogin });
    } catch {
      // The preferences have reported it; the next change says what holds.
    }
  }

  return {
    inForce: () => inForce(preferences.get()),
    tray: (signal) => tray.watch(signal),
    start() {
      if (desktop.choices.length === 0) return;
      followTray();
      followChoices().catch(failed('desktop'));
      followVault().catch(failed('tray'));
    },
    close() {
      stopping.abort();
      stopTray();
      tray.close();
      desktop.showTray(null);
    },
  };
}
