import { setUpLinkOf } from '../../contract/links.ts';
import { textLimits } from '../../contract/limits.ts';
import type { OpenedSetUpLink } from '../../contract/scan.ts';
import { isFailure } from '../failure.ts';
import type { Ports } from '../ports.ts';
import type { Preferences } from '../preferences/preferences.ts';
import { failureReport } from '../report-failure.ts';
import type { Scan } from '../scan/scan.ts';
import type { Vault } from '../vault/vault.ts';
import { createWatched } from '../watched.ts';

export interface SetUpLinks {
  /** Makes Latchkey the program for these links while the preferences say so. */
  start(): void;
  /** Takes a link that the system opened. It waits, in memory only, for an open vault; a newer one replaces it. */
  open(raw: string): void;
  /** What each link holds, once it is opened and the vault is open. Throws VAULT_NOT_OPEN. */
  watch(signal?: AbortSignal): AsyncGenerator<OpenedSetUpLink>;
  /** The link for the import that begins with it, once; empty if there is none. */
  takeForImport(): string;
  /** Forgets the link of an import that did not begin; for when the vault closes. */
  forget(): void;
  close(): void;
}

/** Links with set-up codes (`otpauth://`, `otpauth-migration://`). Opening one only shows what it holds. */
export function createSetUpLinks({
  linkHandler,
  preferences,
  vault,
  scan,
  log,
}: {
  preferences: Pick<Preferences, 'get' | 'watch'>;
  vault: Pick<Vault, 'document'>;
  scan: Pick<Scan, 'text'>;
} & Pick<Ports, 'linkHandler' | 'log'>): SetUpLinks {
  const opened = createWatched<string | null>(null);
  const stopping = new AbortController();
  const failed = failureReport(log, stopping.signal)('set-up-links');
  let forImport = '';

  async function follow(): Promise<void> {
    let isOn = false;
    for await (const { openSetUpLinks } of preferences.watch(stopping.signal)) {
      if (openSetUpLinks === isOn) continue;
      isOn = openSetUpLinks;
      await linkHandler.set(isOn).catch(failed);
    }
  }

  /** Another program can hand a link over whether the person wants it or not. Where they can't say so, they may. */
  const isWanted = () => !linkHandler.isSupported || preferences.get().openSetUpLinks;

  /** A link that was cut off could still be read, as something else. */
  function read(raw: string): OpenedSetUpLink {
    if (raw.length > textLimits.link) return { holds: 'codes', previews: [], refused: [] };
    if (setUpLinkOf(raw) === 'many') {
      forImport = raw;
      return { holds: 'import' };
    }
    try {
      return { holds: 'codes', ...scan.text(raw) };
    } catch (error) {
      if (!isFailure(error, 'TEXT_HAS_NO_CODE')) throw error;
      return { holds: 'codes', previews: [], refused: [] };
    }
  }

  return {
    start() {
      if (linkHandler.isSupported) follow().catch(failed);
    },
    open: (raw) => opened.set(raw),

    async *watch(signal) {
      for await (const raw of opened.watch(signal)) {
        if (raw === null) continue;
        // The window asks again once the vault is open.
        if (vault.document() === null) return;
        opened.set(null);
        yield isWanted() ? read(raw) : { holds: 'unread' };
      }
    },

    takeForImport() {
      const raw = forImport;
      forImport = '';
      return raw;
    },

    forget() {
      forImport = '';
    },

    close() {
      stopping.abort();
      opened.close();
    },
  };
}
