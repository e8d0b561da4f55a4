import { plainLine } from '../../contract/plain-line.ts';
import { inOrder } from '../../contract/search/order.ts';
import { search, searchable, type Searchable } from '../../contract/search/search.ts';
import type { Entry } from '../../core/entry/entry.ts';
import { messageOf } from '../../core/message-of.ts';
import type { Codes } from '../codes/codes.ts';
import type { DesktopSearch, Found, Log, Windows } from '../ports.ts';
import type { Preferences } from '../preferences/preferences.ts';
import type { QuickFind } from '../quick-find/quick-find.ts';
import { failureReport } from '../report-failure.ts';
import type { Vault } from '../vault/vault.ts';

/** How many entries the desktop gets for one search: it shows about five. */
const mostFound = 10;

/**
 * Answers the desktop's own search while the person's settings ask for it: with issuer and account of the open vault's
 * entries, never with a code, and with nothing while the vault is closed. Choosing one copies its code.
 */
export function createDesktopSearch({
  vault,
  codes,
  quickFind,
  desktopSearch,
  windows,
  preferences,
  log,
}: {
  vault: Pick<Vault, 'document' | 'onClose'>;
  codes: Pick<Codes, 'copy'>;
  quickFind: Pick<QuickFind, 'search'>;
  desktopSearch: DesktopSearch;
  windows: Windows;
  preferences: Pick<Preferences, 'watch'>;
  log: Log;
}): { start(): void; close(): Promise<void> } {
  const stopping = new AbortController();
  let stop: (() => Promise<void>) | null = null;

  const entries = () => vault.document()?.entries ?? [];
  /** The entries as they are searched, kept from one keystroke to the next. */
  let prepared: { of: readonly Entry[]; keys: Searchable<Entry>[] } | null = null;
  vault.onClose(() => {
    prepared = null;
  });
  const searched = () => {
    const of = entries();
    if (prepared?.of !== of) prepared = { of, keys: searchable(inOrder(of, 'use')) };
    return prepared.keys;
  };
  const show = (text: string) => {
    if (vault.document() !== null) quickFind.search(text);
    windows.comeForward();
  };

  async function activate(id: string): Promise<void> {
    const entry = entries().find((one) => one.id === id);
    // Locked meanwhile, or deleted.
    if (entry === undefined) return show('');
    // A counter's next code is used up when it is made, so the person asks for it in the window.
    const isCopied = entry.parameters.kind !== 'hotp' && (await isCopiedHere(id));
    if (!isCopied) show(plainLine(`${entry.issuer} ${entry.account}`.trim()));
  }

  async function isCopiedHere(id: string): Promise<boolean> {
    const copied = await codes.copy(id, 'current').catch((error: unknown) => {
      log.error('desktop-search', { error: messageOf(error) });
      return null;
    });
    return copied?.by === 'application';
  }

  async function set(isWanted: boolean): Promise<void> {
    if (isWanted === (stop !== null)) return;
    const former = stop;
    stop = null;
    await former?.();
    if (!isWanted) return;
    stop = await desktopSearch.answer({
      find: (words) =>
        words.join('').trim() === ''
          ? []
          : search(searched(), words.join(' ')).slice(0, mostFound).map(found),
      byIds: (ids) =>
        entries()
          .filter(({ id }) => ids.includes(id))
          .map(found),
      activate: (id) => void activate(id),
      search: (words) => show(words.join(' ')),
    });
  }

  async function follow(): Promise<void> {
    for await (const { inDesktopSearch } of preferences.watch(stopping.signal)) {
      await set(inDesktopSearch).catch((error: unknown) =>
        log.error('desktop-search', { error: messageOf(error) }),
      );
    }
  }

  return {
    start: () => void follow().catch(failureReport(log, stopping.signal)('desktop-search')),
    async close() {
      stopping.abort();
      await set(false);
    },
  };
}

function found({ id, issuer, account }: Found): Found {
  return { id, issuer: plainLine(issuer), account: plainLine(account) };
}
