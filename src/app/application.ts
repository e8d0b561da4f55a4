import { mapEventIterator } from '@orpc/client';
import { implement, ORPCError } from '@orpc/server';
import { appContract } from '../contract/app.ts';
import { createAccount } from './account/account.ts';
import type { OutsideServer } from './account/server.ts';
import { createBackups } from './backup/backups.ts';
import { backupRouter } from './backup/router.ts';
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
import { Failure } from './failure.ts';
import type { Ports } from './ports.ts';
import { serve } from './serve.ts';
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
import { historyRouter } from './history/router.ts';
import { entriesRouter } from './entries/router.ts';
import { quarantineRouter } from './quarantine/router.ts';
import { recoveryRouter } from './recovery/router.ts';
import { createRemote } from './sync/remote.ts';
import { syncRouter } from './sync/router.ts';
import { createSync } from './sync/sync.ts';
import { createUpdate } from './update/update.ts';
import { createUndo } from './history/undo.ts';
import { createMoving } from './moving/moving.ts';
import { createVault } from './vault/vault.ts';
import { appMenu } from './desktop/app-menu.ts';
import { outsideLanguage } from './desktop/outside-language.ts';
import { platformOf } from '../contract/vocabulary.ts';

/** What a host knows about itself. */
export interface HostFacts {
  host: 'electron' | 'browser' | 'terminal';
  version: string;
  platform: NodeJS.Platform;
  /** How the command `latchkey` is called, in a shell's words; left out: by this name. */
  command?: string;
  /** The account server set from outside: LATCHKEY_SERVER, or the trial of `npm start` with its inbox. */
  accountServer?: OutsideServer | undefined;
}

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

  const contract = implement(appContract).use(async ({ next, path, procedure }) => {
    const declaredCodes = Object.keys(procedure['~orpc'].errorMap);
    const asDeclared = (error: unknown) => declared(error, { path, codes: declaredCodes }, ports);
    try {
      const result = await next();
      if (!isEvents(result.output)) return result;
      // Errors that occur later, while events are streaming, are declared in the same way.
      const output = mapEventIterator(result.output, {
        value: async (value) => value,
        error: async (error) => asDeclared(error),
      });
      return { ...result, output };
    } catch (error) {
      throw asDeclared(error);
    }
  });

  const router = contract.router({
    host: serve(appContract.host, {
      info: async () => ({
        host: facts.host,
        version: facts.version,
        screenCapture: await ports.screens.capture(),
        clipboard: ports.clipboard.kind,
        desktopSearch: ports.desktopSearch.isThere,
        platform: platformOf(facts.platform),
        setUpLinks: ports.linkHandler.isSupported,
        vaultPath: ports.vaultStore.path,
        locks: { idle: ports.power.tells.idle, triggers: [...ports.power.tells.triggers] },
        desktop: [...ports.desktop.choices],
      }),
      tray: (_, signal) => desktopLife.tray(signal),
      active: () => autoLock.active(),
      hide: () => ports.windows.hide(),
    }),
    vault: serve(appContract.vault, {
      watch: (_, signal) => vault.watchState(signal),
      create: (input) => vault.create(input),
      unlock: (input) => vault.unlock(input.passphrase),
      retry: () => vault.retry(),
      lock,
      startAnew: () => vault.startAnew(),
      setAside: async () => ({ path: await vault.setAside() }),
      setUnlockMethods: (input) => vault.setUnlockMethods(input),
      rotateKey: (input) => vault.rotateKey(input.current),
    }),
    ...entriesRouter({ entries, icons, former, siteCodes }),
    list: serve(appContract.list, list),
    codes: serve(appContract.codes, {
      watch: (_, signal) => codes.watch(signal),
      advance: (input) => codes.advance(input.id),
      copy: (input) => codes.copy(input.id, input.which),
      copyKey: (input) => codes.copyKey(input.key),
    }),
    scan: serve(appContract.scan, {
      screen: (_, signal) => scan.screen(signal),
      picture: (input, signal) => scan.picture(input, signal),
      text: (input) => scan.text(input.text),
      links: (_, signal) => setUpLinks.watch(signal),
      typed: (input) => scan.typed(input),
    }),
    previews: serve(appContract.previews, {
      accept: (input) => previews.accept(input),
      acceptMany: (input) => previews.acceptMany(input.acceptances),
      discard: (input) => previews.discard(input.previewIds),
    }),
    imports: serve(appContract.imports, {
      read: (input, signal) => imports.read(input, signal),
      unlock: (input, signal) => imports.unlock(input, signal),
      report: (input) => imports.report(input.importId),
      secret: (input) => imports.secret(input.importId, input.row),
      code: (input) => imports.code(input.importId, input.row),
      apply: (input) => imports.apply(input),
      discard: (input) => imports.discard(input.importId),
    }),
    exports: serve(appContract.exports, exports),
    moving: serve(appContract.moving, {
      watch: (_, signal) => moving.watch(signal),
      add: (input) => moving.add(input.app, input.names),
      rename: (input) => moving.rename(input.id, input.name),
      setMoved: (input) => moving.setMoved(input.id, input.isMoved),
      remove: (input) => moving.remove(input.id),
    }),
    preferences: serve(appContract.preferences, {
      watch: (_, signal) => preferences.watch(signal),
      set: (input) => preferences.change(input),
    }),
    recovery: recoveryRouter({ vault, kit, kitReader }),
    ...historyRouter({ history, restores, undo }),
    quarantine: quarantineRouter(quarantine),
    backup: backupRouter({ backups, kitReader }),
    clock: serve(appContract.clock, {
      watch: (_, signal) => clockCheck.watch(signal),
      now: () => ({ at: ports.clock.now() }),
      compare: () => clockCheck.compare(),
      trust: () => clockCheck.trust(),
    }),
    quickFind: serve(appContract.quickFind, {
      watch: (_, signal) => quickFind.watch(signal),
      shows: (_, signal) => quickFind.shows(signal),
      searches: (_, signal) => quickFind.searches(signal),
      hide: () => quickFind.hide(),
      openWindow: () => quickFind.openWindow(),
    }),
    commands: serve(appContract.commands, { asked: (_, signal) => outside.asked(signal) }),
    doctor: serve(appContract.doctor, doctor),
    update: serve(appContract.update, {
      watch: (_, signal) => update.watch(signal),
      check: () => update.check(),
      accept: () => update.accept(),
      refuse: () => update.refuse(),
      install: () => update.install(),
    }),
    account: serve(appContract.account, account),
    sync: syncRouter({ sync, kitReader }),
  });

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

/**
 * Turns a failure that the procedure declares (`codes`) into the contract's error. Anything else is a bug: it is
 * reported here, once, and reaches the window as INTERNAL_SERVER_ERROR without its details, which could contain
 * anything.
 */
function declared(
  error: unknown,
  { path, codes }: { path: readonly string[]; codes: readonly string[] },
  { log }: Pick<Ports, 'log'>,
): unknown {
  if (error instanceof ORPCError) return error;
  // The window closed before the answer arrived; nobody is there to read it.
  if (error instanceof Error && error.name === 'AbortError') return error;
  if (error instanceof Failure && codes.includes(error.code)) {
    return new ORPCError(error.code, { data: error.data });
  }
  log.error('unexpected', {
    procedure: path.join('.'),
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  });
  return new ORPCError('INTERNAL_SERVER_ERROR');
}

function isEvents(output: unknown): output is AsyncGenerator<unknown, unknown, void> {
  return typeof output === 'object' && output !== null && Symbol.asyncIterator in output;
}
