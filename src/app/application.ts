import type { Context, Router } from '@orpc/server';
import type { AppContract } from '../contract/app.ts';
import { createAccount } from './account/account.ts';
import { createBackups } from './backup/backups.ts';
import { createClockCheck } from './clock/clock-check.ts';
import { createCodeClock } from './clock/code-clock.ts';
import { createOutsideCommands } from './commands/outside.ts';
import { createCodes } from './codes/codes.ts';
import { createDesktopSearch } from './desktop-search/desktop-search.ts';
import { createDoctor } from './doctor/doctor.ts';
import { createDesktopLife } from './desktop/desktop.ts';
import { createEntries } from './entries/entries.ts';
import { createList } from './entries/list.ts';
import { createFormer } from './entries/former.ts';
import { createIcons } from './entries/icons.ts';
import { createSiteCodes } from './entries/site-codes.ts';
import { declaringFailures } from './declaring-failures.ts';
import type { Ports } from './ports.ts';
import { later } from './later.ts';
import type { HostFacts } from './host/facts.ts';
import { setUpLinkOf } from '../contract/links.ts';
import { readLink } from './links/routes.ts';
import { createSetUpLinks } from './links/set-up-links.ts';
import { createPreferences } from './preferences/preferences.ts';
import { createPreviews } from './previews/previews.ts';
import { createKitReader } from './scan/kit-reader.ts';
import { createQuickFind } from './quick-find/quick-find.ts';
import { createScan } from './scan/scan.ts';
import { createExports } from './transfer/exports.ts';
import { createImports } from './transfer/imports.ts';
import { createAutoLock } from './vault/auto-lock.ts';
import { createKit } from './recovery/kit.ts';
import { createQuarantine } from './quarantine/quarantine.ts';
import { createHistory } from './history/history.ts';
import { createRestores } from './history/restores.ts';
import { createRemote } from './sync/remote.ts';
import { createSync } from './sync/sync.ts';
import { createUpdate } from './update/update.ts';
import { createUndo } from './history/undo.ts';
import { createMoving } from './moving/moving.ts';
import { createVault } from './vault/vault.ts';
import { appMenu } from './desktop/app-menu.ts';
import { outsideLanguage } from './desktop/outside-language.ts';
import { platformOf } from '../contract/vocabulary.ts';

export type Application = ReturnType<typeof createApplication>;

/**
 * All of Latchkey behind the window's contract. A host provides the ports, serves `router` over its own
 * transport, calls `start` once and `close` last. Constructing it reads, asks and starts nothing. A host that
 * needs a single answer may leave out `start`: `vault.retry` opens the vault, and nothing else runs.
 */
export function createApplication(ports: Ports, facts: HostFacts) {
  const preferences = createPreferences({ store: ports.preferences, log: ports.log });
  const codeClock = createCodeClock(ports.clock, preferences);
  const vault = createVault(ports);
  const undo = createUndo(vault);
  const entries = createEntries({ vault, undo, clock: ports.clock, codeClock });
  const list = createList({ undo, clock: ports.clock });
  const icons = createIcons({ ...ports, vault });
  const former = createFormer({ vault, undo, clock: ports.clock, codeClock });
  const siteCodes = createSiteCodes({ vault, undo, clock: ports.clock });
  const codes = createCodes({ ...ports, codeClock, vault, preferences });
  const previews = createPreviews({ vault, undo, clock: ports.clock });
  const scan = createScan({ ...ports, vault, previews });
  const setUpLinks = createSetUpLinks({ ...ports, preferences, vault, scan });
  const imports = createImports({
    ...ports,
    codeClock,
    vault,
    undo,
    takeLink: () => setUpLinks.takeForImport(),
  });
  const exports = createExports({ ...ports, vault });
  const moving = createMoving({ vault, undo, clock: ports.clock });
  const kitReader = createKitReader(ports);
  const quickFind = createQuickFind({ ...ports, preferences, command: facts.command ?? 'latchkey' });
  const desktopSearch = createDesktopSearch({ ...ports, vault, codes, quickFind, preferences });
  const account = createAccount(
    { ...ports, vault, previews, preferences },
    { ...facts, platform: platformOf(facts.platform) },
  );

  const sync = createSync({
    ...ports,
    vault,
    entries,
    account,
    file: ports.syncFile,
    remote: createRemote(account),
    passUntil: () => account.syncPass.until(),
    about: () => ({ name: ports.accountApi.computerName, platform: platformOf(facts.platform) }),
  });
  const clockCheck = createClockCheck({ ...ports, preferences, vault, account });
  const restores = createRestores({ vault, undo, clock: ports.clock });
  const history = createHistory({ vault, restores, clock: ports.clock });
  const quarantine = createQuarantine({ vault, undo, clock: ports.clock });
  const kit = createKit({ vault, vaultPath: ports.vaultStore.path, clock: ports.clock });
  const backups = createBackups({ vault, restores }, ports);
  const doctor = createDoctor({
    vault,
    vaultPath: ports.vaultStore.path,
    keychain: ports.keychain,
    screens: ports.screens,
    history,
    backups,
    account,
    shortcut: ports.runningShortcut ?? (async () => quickFind.state()),
    preferences,
  });
  const autoLock = createAutoLock({ ...ports, vault, preferences });
  const outside = createOutsideCommands({ quickFind, lock }, ports);
  const desktopLife = createDesktopLife({ preferences, vault, entries, codes, outside }, ports);
  const update = createUpdate({ vault, backups, preferences }, ports);
  // Whatever locked the vault, nothing that was shown may remain.
  vault.onClose(() => {
    codes.forget();
    clearShown().catch((error: unknown) => ports.log.error('clear-shown-failed', { error: String(error) }));
  });

  const router = declaringFailures(ports).router({
    host: later(
      () => import('./host/router.ts'),
      ({ hostRouter }) => hostRouter({ ports, facts, desktopLife, autoLock }),
    ),
    vault: later(
      () => import('./vault/router.ts'),
      ({ vaultRouter }) => vaultRouter({ vault, lock }),
    ),
    entries: later(
      () => import('./entries/router.ts'),
      ({ entriesRouter }) => entriesRouter({ entries, icons }),
    ),
    list: later(
      () => import('./entries/router.ts'),
      ({ listRouter }) => listRouter(list),
    ),
    former: later(
      () => import('./entries/router.ts'),
      ({ formerRouter }) => formerRouter(former),
    ),
    siteCodes: later(
      () => import('./entries/router.ts'),
      ({ siteCodesRouter }) => siteCodesRouter(siteCodes),
    ),
    trash: later(
      () => import('./entries/router.ts'),
      ({ trashRouter }) => trashRouter(entries),
    ),
    codes: later(
      () => import('./codes/router.ts'),
      ({ codesRouter }) => codesRouter(codes),
    ),
    scan: later(
      () => import('./scan/router.ts'),
      ({ scanRouter }) => scanRouter({ scan, setUpLinks }),
    ),
    previews: later(
      () => import('./previews/router.ts'),
      ({ previewsRouter }) => previewsRouter(previews),
    ),
    imports: later(
      () => import('./transfer/router.ts'),
      ({ importsRouter }) => importsRouter(imports),
    ),
    exports: later(
      () => import('./transfer/router.ts'),
      ({ exportsRouter }) => exportsRouter(exports),
    ),
    moving: later(
      () => import('./moving/router.ts'),
      ({ movingRouter }) => movingRouter(moving),
    ),
    preferences: later(
      () => import('./preferences/router.ts'),
      ({ preferencesRouter }) => preferencesRouter(preferences),
    ),
    recovery: later(
      () => import('./recovery/router.ts'),
      ({ recoveryRouter }) => recoveryRouter({ vault, kit, kitReader }),
    ),
    history: later(
      () => import('./history/router.ts'),
      ({ historyRouter }) => historyRouter(history),
    ),
    restore: later(
      () => import('./history/router.ts'),
      ({ restoreRouter }) => restoreRouter(restores),
    ),
    undo: later(
      () => import('./history/router.ts'),
      ({ undoRouter }) => undoRouter(undo),
    ),
    quarantine: later(
      () => import('./quarantine/router.ts'),
      ({ quarantineRouter }) => quarantineRouter(quarantine),
    ),
    backup: later(
      () => import('./backup/router.ts'),
      ({ backupRouter }) => backupRouter({ backups, kitReader }),
    ),
    clock: later(
      () => import('./clock/router.ts'),
      ({ clockRouter }) => clockRouter({ clock: ports.clock, clockCheck }),
    ),
    quickFind: later(
      () => import('./quick-find/router.ts'),
      ({ quickFindRouter }) => quickFindRouter(quickFind),
    ),
    commands: later(
      () => import('./commands/router.ts'),
      ({ commandsRouter }) => commandsRouter(outside),
    ),
    doctor: later(
      () => import('./doctor/router.ts'),
      ({ doctorRouter }) => doctorRouter(doctor),
    ),
    update: later(
      () => import('./update/router.ts'),
      ({ updateRouter }) => updateRouter(update),
    ),
    account: later(
      () => import('./account/router.ts'),
      ({ accountRouter }) => accountRouter(account),
    ),
    sync: later(
      () => import('./sync/router.ts'),
      ({ syncRouter }) => syncRouter({ sync, kitReader }),
    ),
  } satisfies Router<AppContract, Context>);

  async function lock(): Promise<void> {
    await vault.lock();
    await clearShown();
  }

  /** Clears what is left outside the vault: previews with secrets, and a code on the clipboard. */
  async function clearShown(): Promise<void> {
    previews.discardAll();
    scan.forgetParts();
    imports.discardAll();
    setUpLinks.forget();
    await codes.clearCopied();
  }

  function openLink(raw: string): void {
    const link = readLink(raw, []);
    if (link?.kind === 'find') return quickFind.toggle();
    if (link?.kind === 'search') quickFind.search(link.q);
    else if (setUpLinkOf(raw) !== null) setUpLinks.open(raw);
    else account.openLink(raw);
    ports.windows.comeForward();
  }

  return {
    router,
    start: () => {
      account.start();
      clockCheck.start();
      autoLock.start();
      desktopSearch.start();
      backups.start();
      quickFind.start();
      setUpLinks.start();
      desktopLife.start();
      update.start();
      sync.start();
      return vault.open();
    },
    /** What the person's browser may open for a link in the window; null: nothing. */
    pageToOpen: (address: string) => account.pageToOpen(address),
    /** The application's menu, in the person's language. */
    menu: () =>
      appMenu(outsideLanguage(preferences.get().language, ports.desktop.languages()), (id) =>
        outside.run(id),
      ),
    /** What Latchkey is beyond its window now: for a host's own windows. */
    desktopInForce: () => desktopLife.inForce(),
    /**
     * Takes a link from the operating system or from another program of this person. A mailed link and a set-up
     * link are only shown, and the person is asked. The others copy and change nothing.
     */
    openLink,
    /** What another program of this person may ask a host that is running: see `adapters/link-socket/`. */
    links: { take: openLink, shortcut: () => quickFind.state() },
    async close() {
      autoLock.stop();
      clockCheck.close();
      await backups.stop();
      await quickFind.close();
      await desktopSearch.close();
      setUpLinks.close();
      desktopLife.close();
      outside.close();
      update.stop();
      await clearShown();
      const syncEnds = sync.close();
      await account.close();
      await syncEnds;
      await vault.close();
    },
  };
}
