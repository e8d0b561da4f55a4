import type { Copied } from '../../contract/codes.ts';
import type { Code } from '../../contract/entry.ts';
import { messageOf } from '../../core/message-of.ts';
import { createCodeSource, hotpCode, steamCode, totpCode, type CodeSource } from '../../core/otp/code.ts';
import type { Entry } from '../../core/entry/entry.ts';
import type { CodeClock } from '../clock/code-clock.ts';
import { changeEntry, findEntry } from '../entries/change.ts';
import { Failure, isFailure } from '../failure.ts';
import type { Ports, PreferenceStore } from '../ports.ts';
import type { Vault } from '../vault/vault.ts';
import { afterWithSleep, untilOneOf, watchJumps } from './wait.ts';
import { openDocument } from '../vault/open-document.ts';

export interface Codes {
  /**
   * Pushes all time-based codes: now, after each vault change, at each step boundary and within a second of
   * each clock jump; never polls. Omits HOTP entries (see `advance`). Ends when the vault closes.
   */
  watch(signal?: AbortSignal): AsyncGenerator<{ at: number; codes: Code[] }>;
  /**
   * Returns the next HOTP code and its counter, once the incremented counter is on disk (RFC 4226 section 7.2).
   */
  advance(id: string): Promise<{ code: string; counter: number }>;
  /** @throws Failure CLIPBOARD_FAILED if the desktop's clipboard did not take it; the use is not counted then */
  copy(id: string, which: 'current' | 'next'): Promise<Copied>;
  /**
   * Copies an entry's key, which the window shows; it is cleared like a code.
   * @throws Failure VAULT_NOT_OPEN, CLIPBOARD_FAILED
   */
  copyKey(key: string): Promise<Copied>;
  /** Clears what was copied from the clipboard if it is still there; for a lock and at the end. */
  clearCopied(): Promise<void>;
  /** Forgets the HOTP codes that were shown; for a lock. */
  forget(): void;
}

/** Shows and copies codes. Secrets stay here; only digits and times leave. */
export function createCodes({
  vault,
  clock,
  codeClock,
  clipboard,
  preferences,
  log,
}: {
  vault: Vault;
  preferences: PreferenceStore;
  codeClock: CodeClock;
} & Pick<Ports, 'clock' | 'clipboard' | 'log'>): Codes {
  /** HOTP codes that `advance` made and that may be copied; computing another requires a new counter. */
  const shownHotp = new Map<string, string>();
  let copied: { text: string; stopClock: () => void } | null = null;

  const clearCopied = async () => {
    if (copied === null || clipboard.kind === 'window') return;
    const { text, stopClock } = copied;
    copied = null;
    stopClock();
    await clipboard.clearIf(text);
  };

  return {
    async *watch(signal) {
      if (vault.document() === null) throw new Failure('VAULT_NOT_OPEN');
      // Whoever leaves has to wake the wait for the next document, or leaving would wait for it too.
      const leaving = new AbortController();
      const documents = vault.watchDocument(
        AbortSignal.any([leaving.signal, ...(signal === undefined ? [] : [signal])]),
      );
      const jumps = watchJumps(codeClock);
      try {
        let upcoming = documents.next();
        let sources: { id: string; source: CodeSource }[] = [];
        let boundary = Infinity;
        for (;;) {
          const woken = await untilOneOf(upcoming, codeClock, boundary, jumps, signal);
          if (woken.by === 'aborted') return;
          if (woken.by === 'value') {
            if (woken.result.done || woken.result.value === null) return;
            sources = codeSources(woken.result.value.entries);
            upcoming = documents.next();
          }
          // The vault was locked between two events, and the secrets that the sources read are zeroed.
          if (vault.document() === null) return;
          const at = codeClock.now();
          const codes = sources.map(({ id, source }) => ({ id, ...source.at(at) }));
          boundary = codes.reduce((least, code) => Math.min(least, code.validUntil), Infinity);
          yield { at, codes };
        }
      } finally {
        jumps.stop();
        leaving.abort();
        await documents.return(undefined);
      }
    },

    advance: async (id) => {
      let code = '';
      let counter = 0;
      await vault.change((document) =>
        changeEntry(document, id, (entry) => {
          if (entry.parameters.kind !== 'hotp') throw new Failure('ENTRY_NOT_HOTP');
          const { parameters } = entry;
          ({ counter } = parameters);
          code = hotpCode(parameters, counter);
          return {
            ...entry,
            ...used(entry, clock.now()),
            parameters: { ...parameters, counter: counter + 1 },
          };
        }),
      );
      shownHotp.set(id, code);
      return { code, counter };
    },

    copy: async (id, which) => {
      const document = openDocument(vault);
      const text = codeToCopy(findEntry(document.entries, id), which, codeClock.now(), shownHotp);
      const result = await put(text);
      countUse(id);
      return result;
    },

    copyKey: async (key) => {
      if (vault.document() === null) throw new Failure('VAULT_NOT_OPEN');
      return put(key);
    },

    clearCopied,
    forget: () => shownHotp.clear(),
  };

  /** Puts a text on the clipboard until the preferences' time is over. */
  async function put(text: string): Promise<Copied> {
    const clearAfterMs = preferences.get().clearClipboardAfter * 1000;
    if (clipboard.kind === 'window') return { by: 'window', text, clearAfterMs };
    if (!(await clipboard.write(text))) throw new Failure('CLIPBOARD_FAILED');
    copied?.stopClock();
    const clearLater = () => void clearCopied().catch(reportClear);
    const stopClock = clearAfterMs > 0 ? afterWithSleep(clock, clearAfterMs, clearLater) : () => {};
    copied = { text, stopClock };
    return { by: 'application', clearAfterMs };
  }

  function reportClear(error: unknown): void {
    log.error('clipboard-clear', { error: messageOf(error) });
  }

  /** The list's order depends on it, but nobody should wait for the disk to get a code. */
  function countUse(id: string): void {
    const now = clock.now();
    vault
      .change((document) => changeEntry(document, id, (entry) => ({ ...entry, ...used(entry, now) })))
      .catch((error: unknown) => {
        // The use cannot be counted, or the entry was deleted meanwhile; neither is a fault.
        if (isFailure(error, 'VAULT_READ_ONLY', 'ENTRY_NOT_FOUND')) return;
        log.error('use-not-counted', { error: messageOf(error) });
      });
  }
}

function codeSources(entries: readonly Entry[]): { id: string; source: CodeSource }[] {
  return entries.flatMap(({ id, parameters }) =>
    parameters.kind === 'hotp' ? [] : [{ id, source: createCodeSource(parameters) }],
  );
}

function codeToCopy(
  { id, parameters }: Entry,
  which: 'current' | 'next',
  now: number,
  shownHotp: ReadonlyMap<string, string>,
): string {
  if (parameters.kind === 'hotp') {
    const shown = shownHotp.get(id);
    if (shown === undefined) throw new Failure('ENTRY_NOT_FOUND');
    return shown;
  }
  const { code, next } = parameters.kind === 'totp' ? totpCode(parameters, now) : steamCode(parameters, now);
  return which === 'current' ? code : next;
}

function used(entry: Entry, now: number): Pick<Entry, 'lastUsedAt' | 'uses'> {
  return { lastUsedAt: now, uses: entry.uses + 1 };
}
