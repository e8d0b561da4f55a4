import { randomUUID } from 'node:crypto';
import { EventPublisher, ORPCError, implement } from '@orpc/server';
import { appContract } from '../../src/contract/app.ts';
import { passphraseMinimum, textLength } from '../../src/contract/limits.ts';
import { findEntries } from '../../src/contract/search/find-entries.ts';
import type { EntryView, TrashView } from '../../src/contract/entry.ts';
import { defaultPreferences, preferencesSchema } from '../../src/contract/preferences.ts';
import type { Preferences } from '../../src/contract/preferences.ts';
import type { Preview } from '../../src/contract/previews.ts';
import type { ScanEvent } from '../../src/contract/scan.ts';
import type { UpdateState } from '../../src/contract/update.ts';
import type { VaultState } from '../../src/contract/vault.ts';
import type { AccountView } from '../../src/contract/account-state.ts';
import { createFakeAccount } from './fake-account.ts';
import { createFakeSync } from './fake-sync.ts';
import { fakeSafekeeping, quietSafekeeping } from './fake-safekeeping.ts';
import type { SafekeepingScript } from './fake-safekeeping.ts';
import type { DesktopChoice, LockTrigger } from '../../src/contract/vocabulary.ts';
import { viewOf } from './made-up-account.ts';
import { codeOf, digitsFor, entryOf, previewOf } from './made-up.ts';

type Topics = {
  update: UpdateState;
  vault: VaultState;
  entries: true;
  codes: true;
  moving: true;
  preferences: Preferences;
};

/** What a test can script before and while the window is open. */
export interface Script extends SafekeepingScript {
  vault: VaultState;
  entries: EntryView[];
  trash: TrashView[];
  preferences: Preferences;
  account: AccountView;
  screenCapture: 'application' | 'window';
  locks: { idle: 'system' | 'window'; triggers: LockTrigger[] };
  desktop: DesktopChoice[];
  update: UpdateState;
  /** The events of the next scans, of the screen or a picture; a number waits for that many milliseconds. */
  scan: (ScanEvent | number)[];
  /** What the next text or typed entry becomes. */
  previews: Preview[];
  passphrase: string;
  /** What a scan for the recovery kit finds: the text of a QR code. */
  kitInSight: string | null;
  /** Ids that `accept` gave away, and calls in the order they came. */
  calls: { path: string; input: unknown }[];
  /** What the next call of a path throws: code and data. */
  failures: Map<string, { code: string; data?: unknown }>;
}

export const openState: Extract<VaultState, { state: 'open' }> = {
  state: 'open',
  backend: 'Secret Service',
  unlockMethods: { keychain: true, passphrase: true, recovery: false },
  mode: 'session',
  openedBy: 'keychain',
  kit: { madeAt: Date.UTC(2026, 9, 1), checkedAt: Date.UTC(2026, 9, 1) },
  readOnly: false,
  readOnlyBecause: null,
  quarantined: 0,
  recoveredFrom: null,
};

/** The application in memory, scripted by a test, typed by the contract so that drift is a type error. */
export function createFakeApplication(start: Partial<Script> = {}) {
  const script: Script = {
    vault: openState,
    entries: [],
    trash: [],
    preferences: defaultPreferences,
    account: viewOf(),
    screenCapture: 'application',
    scan: [],
    previews: [],
    passphrase: 'correct horse battery',
    kitInSight: null,
    calls: [],
    failures: new Map(),
    locks: { idle: 'window', triggers: [] },
    desktop: [],
    update: { state: 'off', because: 'host' },
    ...quietSafekeeping,
    ...start,
  };
  const news = new EventPublisher<Topics>();
  const previews = new Map<string, Preview>();
  const os = implement(appContract).use(async ({ next, path }, input) => {
    const name = path.join('.');
    script.calls.push({ path: name, input });
    const failure = script.failures.get(name);
    if (failure !== undefined) {
      script.failures.delete(name);
      throw new ORPCError(failure.code, { defined: true, data: failure.data });
    }
    return next();
  });
  const account = createFakeAccount(script.account);
  const setVault = (vault: VaultState) => {
    script.vault = vault;
    news.publish('vault', vault);
  };
  const setUpdate = (update: UpdateState) => {
    script.update = update;
    news.publish('update', update);
  };
  const setEntries = (entries: EntryView[], trash = script.trash) => {
    script.entries = entries;
    script.trash = trash;
    news.publish('entries', true);
    news.publish('codes', true);
  };
  const change = (id: string, part: Partial<EntryView>) =>
    setEntries(script.entries.map((entry) => (entry.id === id ? { ...entry, ...part } : entry)));
  async function* play(): AsyncGenerator<ScanEvent> {
    for (const step of script.scan) {
      if (typeof step === 'number') {
        await new Promise((resolve) => setTimeout(resolve, step));
        continue;
      }
      if (step.type === 'found')
        for (const preview of step.previews) previews.set(preview.previewId, preview);
      yield step;
    }
  }

  const safekeeping = fakeSafekeeping({ script, openState, setVault, setEntries });
  const asksPassphrase = () =>
    script.vault.state === 'open' &&
    script.vault.openedBy !== 'recovery' &&
    script.vault.unlockMethods.passphrase;

  const router = os.router({
    host: {
      info: os.host.info.handler(() => ({
        host: 'browser',
        version: '0.1.0',
        screenCapture: script.screenCapture,
        clipboard: 'window',
        desktopSearch: false,
        platform: 'linux',
        setUpLinks: true,
        vaultPath: '/home/ada/.config/latchkey/vault.latchkey',
        locks: script.locks,
        desktop: script.desktop,
      })),
      tray: os.host.tray.handler(async function* ({ signal }) {
        yield { isThere: true };
        for await (const _ of news.subscribe('moving', { signal })) continue;
      }),
      active: os.host.active.handler(() => {}),
      hide: os.host.hide.handler(() => {}),
    },
    vault: {
      watch: os.vault.watch.handler(async function* ({ signal }) {
        yield script.vault;
        for await (const state of news.subscribe('vault', { signal })) yield state;
      }),
      create: os.vault.create.handler(({ input, errors }) => {
        const { passphrase } = input;
        if (passphrase !== undefined && textLength(passphrase) < passphraseMinimum) {
          throw errors.PASSPHRASE_TOO_SHORT({ data: { minimum: passphraseMinimum } });
        }
        setVault(openState);
      }),
      unlock: os.vault.unlock.handler(({ input, errors }) => {
        if (input.passphrase !== script.passphrase) throw errors.PASSPHRASE_WRONG();
        setVault(openState);
      }),
      retry: os.vault.retry.handler(() => news.publish('vault', script.vault)),
      lock: os.vault.lock.handler(() =>
        setVault({
          state: 'locked',
          unlockMethods: { keychain: false, passphrase: true, recovery: false },
          mode: 'passphrase',
          cause: 'person',
        }),
      ),
      setUnlockMethods: os.vault.setUnlockMethods.handler(
        ({ input: { mode, current, passphrase }, errors }) => {
          if (script.vault.state !== 'open') throw errors.VAULT_NOT_OPEN();
          if (asksPassphrase() && current === undefined) throw errors.PASSPHRASE_NEEDED();
          if (asksPassphrase() && current !== script.passphrase) throw errors.PASSPHRASE_WRONG();
          if (typeof passphrase === 'string' && textLength(passphrase) < passphraseMinimum)
            throw errors.PASSPHRASE_TOO_SHORT({ data: { minimum: passphraseMinimum } });
          if (typeof passphrase === 'string') script.passphrase = passphrase;
          const hasOne =
            passphrase === undefined ? script.vault.unlockMethods.passphrase : passphrase !== null;
          const unlockMethods = {
            ...script.vault.unlockMethods,
            keychain: mode !== 'passphrase',
            passphrase: hasOne,
          };
          setVault({ ...script.vault, mode, unlockMethods });
        },
      ),
      rotateKey: os.vault.rotateKey.handler(({ input: { current }, errors }) => {
        if (asksPassphrase() && current === undefined) throw errors.PASSPHRASE_NEEDED();
        if (asksPassphrase() && current !== script.passphrase) throw errors.PASSPHRASE_WRONG();
      }),
      startAnew: os.vault.startAnew.handler(() =>
        setVault({ state: 'absent', keychain: { available: true, backend: 'Secret Service' } }),
      ),
      setAside: os.vault.setAside.handler(() => {
        setVault({ state: 'absent', keychain: { available: true, backend: 'Secret Service' } });
        return { path: '/home/ada/.config/latchkey/vault.latchkey.set-aside-1' };
      }),
    },
    entries: {
      watch: os.entries.watch.handler(async function* ({ signal }) {
        yield { entries: script.entries, trash: script.trash };
        for await (const _ of news.subscribe('entries', { signal })) {
          yield { entries: script.entries, trash: script.trash };
        }
      }),
      find: os.entries.find.handler(({ input: { query, fit } }) => ({
        entries: findEntries(script.entries, query, fit),
      })),
      edit: os.entries.edit.handler(({ input: { id, issuer, account }, errors }) => {
        const entry = script.entries.find((one) => one.id === id);
        if (entry === undefined) throw errors.ENTRY_NOT_FOUND();
        const edited = { issuer: issuer ?? entry.issuer, account: account ?? entry.account };
        if (edited.issuer === '' && edited.account === '') throw errors.LABEL_EMPTY();
        change(id, edited);
        return { undoId: randomUUID() };
      }),
      picture: os.entries.picture.handler(({ errors }) => {
        throw errors.ENTRY_NOT_FOUND();
      }),
      setPinned: os.entries.setPinned.handler(({ input: { id, pinned } }) => change(id, { pinned })),
      setCounter: os.entries.setCounter.handler(({ input: { id, counter } }) => change(id, { counter })),
      look: os.entries.look.handler(({ input: { id, ...settings }, errors }) => {
        const entry = script.entries.find((one) => one.id === id);
        if (entry === undefined) throw errors.ENTRY_NOT_FOUND();
        if (settings.kind !== 'steam' && (settings.digits < 5 || settings.digits > 10)) {
          throw errors.SETTINGS_INVALID({ data: { field: 'digits', minimum: 5, maximum: 10 } });
        }
        const now = Date.now();
        if (settings.kind === 'hotp') {
          return {
            code: digitsFor(`${id} ${settings.counter}`, { ...entry, ...settings }),
            remainingMs: null,
          };
        }
        const { code, validUntil } = codeOf({ ...entry, ...settings }, now);
        return { code, remainingMs: validUntil - now };
      }),
      setSettings: os.entries.setSettings.handler(({ input: { id, ...settings } }) => {
        const counter = settings.kind === 'hotp' ? settings.counter : null;
        change(id, { ...settings, counter });
        return { undoId: randomUUID() };
      }),
      remove: os.entries.remove.handler(({ input: { id } }) => {
        const gone = script.entries.filter((entry) => entry.id === id);
        setEntries(
          script.entries.filter((entry) => entry.id !== id),
          [...script.trash, ...gone.map((entry) => ({ ...entry, deletedAt: Date.now() }))],
        );
      }),
      restore: os.entries.restore.handler(({ input: { id } }) => {
        const back = script.trash.filter((entry) => entry.id === id);
        setEntries(
          [...script.entries, ...back],
          script.trash.filter((entry) => entry.id !== id),
        );
      }),
    },
    // Entries over this stand-in have no history and no recovery codes.
    former: {
      list: os.former.list.handler(() => ({ former: [] })),
      takeBack: os.former.takeBack.handler(({ errors }) => {
        throw errors.FORMER_GONE();
      }),
      forget: os.former.forget.handler(({ errors }) => {
        throw errors.FORMER_GONE();
      }),
    },
    siteCodes: {
      keep: os.siteCodes.keep.handler(({ errors }) => {
        throw errors.VAULT_READ_ONLY();
      }),
      reveal: os.siteCodes.reveal.handler(() => ({ codes: [] })),
      tick: os.siteCodes.tick.handler(({ errors }) => {
        throw errors.SITE_CODE_GONE();
      }),
      remove: os.siteCodes.remove.handler(({ errors }) => {
        throw errors.VAULT_READ_ONLY();
      }),
    },
    list: {
      move: os.list.move.handler(({ input: { id, side, of } }) => {
        const moved = script.entries.filter((entry) => entry.id === id);
        const others = script.entries.filter((entry) => entry.id !== id);
        const at = others.findIndex((entry) => entry.id === of) + (side === 'after' ? 1 : 0);
        setEntries(others.toSpliced(at, 0, ...moved));
        return { undoId: randomUUID() };
      }),
      tag: os.list.tag.handler(({ input: { ids, add, remove } }) => {
        setEntries(
          script.entries.map((entry) => {
            const kept = entry.tags.filter((tag) => !remove.includes(tag));
            return ids.includes(entry.id) ? { ...entry, tags: [...kept, ...add] } : entry;
          }),
        );
        return { undoId: randomUUID() };
      }),
      remove: os.list.remove.handler(({ input: { ids } }) => {
        const gone = script.entries.filter((entry) => ids.includes(entry.id));
        setEntries(
          script.entries.filter((entry) => !ids.includes(entry.id)),
          [...script.trash, ...gone.map((entry) => ({ ...entry, deletedAt: Date.now() }))],
        );
        return { undoId: randomUUID() };
      }),
    },
    codes: {
      watch: os.codes.watch.handler(async function* ({ signal }) {
        for (;;) {
          if (signal?.aborted) return;
          const now = Date.now();
          const codes = script.entries
            .filter(({ kind }) => kind !== 'hotp')
            .map((entry) => codeOf(entry, now));
          yield { at: now, codes };
          const end = Math.min(now + 60_000, ...codes.map(({ validUntil }) => validUntil));
          await untilOr(end, news, signal);
        }
      }),
      advance: os.codes.advance.handler(({ input: { id }, errors }) => {
        const entry = script.entries.find((one) => one.id === id);
        if (entry === undefined) throw errors.ENTRY_NOT_FOUND();
        if (entry.counter === null) throw errors.ENTRY_NOT_HOTP();
        const { counter } = entry;
        change(id, { counter: counter + 1 });
        return { code: digitsFor(`${id} ${counter}`, entry), counter };
      }),
      copy: os.codes.copy.handler(({ input: { id, which }, errors }) => {
        const entry = script.entries.find((one) => one.id === id);
        if (entry === undefined) throw errors.ENTRY_NOT_FOUND();
        const code = codeOf(entry, Date.now());
        change(id, { lastUsedAt: Date.now() });
        return { by: 'window', text: which === 'next' ? code.next : code.code, clearAfterMs: 30_000 };
      }),
      copyKey: os.codes.copyKey.handler(({ input: { key } }) => ({
        by: 'window',
        text: key,
        clearAfterMs: 30_000,
      })),
    },
    scan: {
      screen: os.scan.screen.handler(() => play()),
      picture: os.scan.picture.handler(() => play()),
      text: os.scan.text.handler(({ errors }) => {
        if (script.previews.length === 0) throw errors.TEXT_HAS_NO_CODE();
        for (const preview of script.previews) previews.set(preview.previewId, preview);
        return { previews: script.previews, refused: [] };
      }),
      // No link comes.
      links: os.scan.links.handler(async function* ({ signal }) {
        for await (const _ of news.subscribe('moving', { signal })) yield { holds: 'import' as const };
      }),
      typed: os.scan.typed.handler(({ input, errors }) => {
        if (/[^A-Z2-7 ]/i.test(input.secret)) {
          throw errors.TYPED_INVALID({
            data: { refusal: { code: 'SECRET_INVALID', position: 3, character: '!' } },
          });
        }
        const preview = script.previews[0] ?? previewOf({ issuer: input.issuer, account: input.account });
        previews.set(preview.previewId, preview);
        return { preview };
      }),
    },
    previews: {
      acceptMany: os.previews.acceptMany.handler(({ input }) => {
        const results = input.acceptances.map(({ previewId, issuer, account }) => {
          const preview = previews.get(previewId);
          if (preview === undefined) {
            return { outcome: 'refused' as const, previewId, code: 'PREVIEW_GONE' as const, duplicate: null };
          }
          previews.delete(previewId);
          const { kind, digits, period, counter } = preview;
          const entry = entryOf({ issuer, account, kind, digits, period, counter });
          return { outcome: 'kept' as const, previewId, entry };
        });
        setEntries([
          ...script.entries,
          ...results.flatMap((result) => ('entry' in result ? [result.entry] : [])),
        ]);
        return {
          results: results.map((result) =>
            'entry' in result
              ? { outcome: 'kept' as const, previewId: result.previewId, entryId: result.entry.id }
              : result,
          ),
          changed: 0,
          undoId: randomUUID(),
        };
      }),
      accept: os.previews.accept.handler(({ input, errors }) => {
        const preview = previews.get(input.previewId);
        if (preview === undefined) throw errors.PREVIEW_GONE();
        previews.delete(input.previewId);
        const { issuer, account } = input;
        if (input.onSameSecret === 'correct' && preview.duplicate !== null) {
          const { kind, algorithm, digits, period, counter } = preview;
          const { entryId } = preview.duplicate;
          change(entryId, { issuer, account, kind, algorithm, digits, period, counter });
          return { entryId, replaced: false, undoId: randomUUID() };
        }
        const entry = entryOf({
          issuer,
          account,
          kind: preview.kind,
          digits: preview.digits,
          period: preview.period,
          counter: preview.counter,
        });
        setEntries([...script.entries, entry]);
        return { entryId: entry.id, replaced: input.onSameName === 'replace' };
      }),
      discard: os.previews.discard.handler(({ input }) => {
        for (const id of input.previewIds) previews.delete(id);
      }),
    },
    // Windows over this stand-in import and export nothing, and nobody moves.
    imports: {
      read: os.imports.read.handler(({ errors }) => {
        throw errors.VAULT_NOT_OPEN();
      }),
      unlock: os.imports.unlock.handler(({ errors }) => {
        throw errors.IMPORT_GONE();
      }),
      report: os.imports.report.handler(({ errors }) => {
        throw errors.IMPORT_GONE();
      }),
      secret: os.imports.secret.handler(({ errors }) => {
        throw errors.IMPORT_GONE();
      }),
      code: os.imports.code.handler(({ errors }) => {
        throw errors.IMPORT_GONE();
      }),
      apply: os.imports.apply.handler(({ errors }) => {
        throw errors.IMPORT_GONE();
      }),
      discard: os.imports.discard.handler(() => {}),
    },
    sync: createFakeSync().router,
    moving: {
      watch: os.moving.watch.handler(async function* ({ signal }) {
        yield { sites: [] };
        for await (const _ of news.subscribe('moving', { signal })) yield { sites: [] };
      }),
      add: os.moving.add.handler(({ errors }) => {
        throw errors.VAULT_READ_ONLY();
      }),
      rename: os.moving.rename.handler(({ errors }) => {
        throw errors.SITE_NOT_FOUND();
      }),
      setMoved: os.moving.setMoved.handler(({ errors }) => {
        throw errors.SITE_NOT_FOUND();
      }),
      remove: os.moving.remove.handler(({ errors }) => {
        throw errors.SITE_NOT_FOUND();
      }),
    },
    exports: {
      formats: os.exports.formats.handler(() => ({ formats: [] })),
      preview: os.exports.preview.handler(({ errors }) => {
        throw errors.EXPORT_EMPTY();
      }),
      make: os.exports.make.handler(({ errors }) => {
        throw errors.EXPORT_EMPTY();
      }),
      reveal: os.exports.reveal.handler(({ errors }) => {
        throw errors.EXPORT_EMPTY();
      }),
    },
    ...safekeeping.router,
    // No link comes, and nobody calls the quick find.
    quickFind: {
      watch: os.quickFind.watch.handler(async function* ({ signal }) {
        yield {
          way: 'none',
          chosen: null,
          as: null,
          trouble: null,
          hasFired: false,
          isRenewed: false,
          command: 'latchkey toggle',
        };
        for await (const _ of news.subscribe('moving', { signal })) continue;
      }),
      shows: os.quickFind.shows.handler(async function* ({ signal }) {
        for await (const _ of news.subscribe('moving', { signal })) yield 'show' as const;
      }),
      searches: os.quickFind.searches.handler(async function* ({ signal }) {
        for await (const _ of news.subscribe('moving', { signal })) yield { text: '' };
      }),
      hide: os.quickFind.hide.handler(() => {}),
      openWindow: os.quickFind.openWindow.handler(() => {}),
    },
    // The clock is right, and nobody calls from the tray.
    clock: {
      watch: os.clock.watch.handler(async function* ({ signal }) {
        yield { correctionMs: 0, measured: null, doubt: null };
        for await (const _ of news.subscribe('moving', { signal })) continue;
      }),
      now: os.clock.now.handler(() => ({ at: Date.now() })),
      compare: os.clock.compare.handler(() => {}),
      trust: os.clock.trust.handler(() => {}),
    },
    commands: {
      asked: os.commands.asked.handler(async function* ({ signal }) {
        for await (const _ of news.subscribe('moving', { signal })) yield { command: 'settings' as const };
      }),
    },
    // The window shows none of it.
    doctor: { look: os.doctor.look.handler(() => ({ checks: [] })) },
    account: account.router,
    update: {
      watch: os.update.watch.handler(async function* ({ signal }) {
        yield script.update;
        for await (const state of news.subscribe('update', { signal })) yield state;
      }),
      check: os.update.check.handler(() => {}),
      accept: os.update.accept.handler(() => {}),
      refuse: os.update.refuse.handler(() => setUpdate({ state: 'none', checkedAt: null })),
      install: os.update.install.handler(() => {}),
    },
    preferences: {
      watch: os.preferences.watch.handler(async function* ({ signal }) {
        yield script.preferences;
        for await (const preferences of news.subscribe('preferences', { signal })) yield preferences;
      }),
      set: os.preferences.set.handler(({ input }) => {
        script.preferences = preferencesSchema.parse({ ...script.preferences, ...input });
        news.publish('preferences', script.preferences);
      }),
    },
  });

  const { setBackup, setQuarantined } = safekeeping;
  return { router, script, setVault, setEntries, setBackup, setQuarantined, account };
}

export type FakeApplication = ReturnType<typeof createFakeApplication>;

async function untilOr(end: number, news: EventPublisher<Topics>, signal: AbortSignal | undefined) {
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stop();
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, Math.max(1, end - Date.now()));
    const stop = news.subscribe('codes', done);
    signal?.addEventListener('abort', done);
  });
}
