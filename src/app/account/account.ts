import type { AccountView } from '../../contract/account-state.ts';
import { Failure, ignoreFailure } from '../failure.ts';
import { pageAt, pagesOf } from '../links/pages.ts';
import type { Ports } from '../ports.ts';
import type { Preferences } from '../preferences/preferences.ts';
import type { Previews } from '../previews/previews.ts';
import type { Vault } from '../vault/vault.ts';
import { createWatched, type Watched } from '../watched.ts';
import { createLocalAccountStore, stageOf } from './local-account-store.ts';
import { createManagement } from './management.ts';
import { createLinks } from './link.ts';
import { createMethods } from './methods.ts';
import { createOwnCodes } from './own-codes.ts';
import { removeReplaced } from './replaced-method.ts';
import { createRetire } from './retire.ts';
import { createServer, isTrouble, type OutsideServer } from './server.ts';
import { createSession } from './session.ts';
import { createSignIn } from './sign-in.ts';
import { createSignOut } from './sign-out.ts';
import { createSignUp } from './sign-up.ts';
import { createStepUp } from './step-up.ts';
import { createSupport } from './support.ts';
import { createSyncPass } from './sync-pass.ts';
import type { Account } from './calls.ts';
import { createEnrol } from './enrol.ts';
import type { AccountContext } from './context.ts';
import { viewOf } from './view.ts';

type AccountPorts = Pick<Ports, 'accountApi' | 'accountFile' | 'clock' | 'log'> & {
  vault: Vault;
  previews: Previews;
  preferences: Preferences;
};

interface AccountFacts {
  version: string;
  platform: AccountContext['device']['platform'];
  accountServer?: OutsideServer | undefined;
}

/** The account over its ports. */
export function createAccount(ports: AccountPorts, facts: AccountFacts): Account {
  const { accountApi: api, accountFile: file, clock, log, vault, previews, preferences } = ports;
  const { accountServer: outside } = facts;

  const server = createServer(() => outside?.address ?? preferences.get().server, outside ?? null, {
    api,
    clock,
    version: facts.version,
    changed,
    back: () => inBackground(update()),
  });
  const session = createSession({ server, clock });
  const store = createLocalAccountStore({ vault, server, file, clock, log, changed, opened });
  const syncPass = createSyncPass({ server, session, clock });
  const context: AccountContext = {
    store,
    server,
    session,
    syncPass,
    ownCodes: createOwnCodes({ vault, server, clock }),
    retire: createRetire({ vault, server, clock }),
    clock,
    device: {
      get name() {
        return api.computerName;
      },
      platform: facts.platform,
    },
  };
  const links = createLinks({ ...context, changed });
  /** What the window sees; null until it first looks. */
  let view: Watched<AccountView> | null = null;

  function present(): AccountView {
    return viewOf({
      server,
      local: store.get(),
      document: vault.document(),
      link: links.view(),
      isStale: session.isStale(),
      now: clock.now(),
    });
  }

  /** Updates the view if anything that the window sees has changed. */
  function changed(): void {
    if (view === null) return;
    const next = present();
    if (JSON.stringify(view.get()) !== JSON.stringify(next)) view.set(next);
  }

  /** The local account was read. It may be out of date, and a link may have been waiting for it. */
  function opened(): void {
    session.setStale();
    inBackground(server.look().then(update));
  }

  /** Updates what comes from the server: the account and the state of an opened link. */
  async function update(): Promise<void> {
    await links.lookAgain();
    await store.inTurn(async (local) => {
      if (local.get().session === null) return;
      await removeReplaced(local, context).catch(ignoreFailure);
      await session.sync(local);
    });
  }

  async function refresh(): Promise<void> {
    await server.look();
    const { status } = server.state();
    if (isTrouble(status)) {
      // What this computer knows of the account is there without a server.
      if (vault.document() !== null) await store.inTurn(async () => {});
      throw new Failure('SERVER_UNREACHABLE', { trouble: status });
    }
    await update();
  }

  function inBackground(work: Promise<unknown>): void {
    // Ignored: the server is unreachable or the vault was locked meanwhile. The state shows it.
    work.catch(ignoreFailure).catch((error: unknown) => {
      log.error('account', { error: error instanceof Error ? (error.stack ?? error.message) : 'unknown' });
    });
  }

  /** Requires that nobody is signed in at, or known to, the server being left. */
  async function requireNobody(): Promise<void> {
    const local = store.get();
    const isKnown =
      local === null
        ? // While the vault is closed, the file's content is unknown.
          (await file.read()) !== null
        : local.address !== null || stageOf(local, clock.now()) !== 'signedOut';
    if (isKnown) throw new Failure('SIGN_OUT_FIRST');
  }

  return {
    watch(_, signal) {
      view ??= createWatched(present());
      return view.watch(signal);
    },
    openLink: (raw) => links.open(raw),
    pageToOpen: (address) => pageAt(address, pagesOf(server.state())),
    refresh,

    async setServer({ address }) {
      if (outside) throw new Failure('SERVER_FIXED');
      await requireNobody();
      await server.change(address, (origin) => preferences.change({ server: origin }));
      // A key that the former server knows must not be shown to this one.
      if (store.get() !== null) await store.inTurn((local) => local.forget());
      await links.lookAgain();
    },

    signUp: createSignUp(context),
    link: links.calls,
    signIn: createSignIn(context),
    signOut: createSignOut(context),
    stepUp: createStepUp(context),
    methods: createMethods({ ...context, enrol: createEnrol({ vault, previews, server, clock }) }),
    ...createManagement(context),
    support: createSupport({ ...context, preferences }),

    ask: (call) => store.inTurn((local) => session.ask(local, call)),
    syncPass: {
      ask: (call) => store.inTurn((local) => syncPass.ask(local, call)),
      take: () => store.inTurn((local) => syncPass.take(local)),
      end: () => store.inTurn((local) => syncPass.end(local)),
      until() {
        const pass = store.get()?.syncPass ?? null;
        return pass && server.toLocal(pass.until);
      },
    },
    id: () =>
      store.inTurn(async (local) => {
        const known = local.get().session?.account?.id;
        return known ?? (await session.ask(local, (client) => client.sessions.current())).account.id;
      }),

    async lookAtServer() {
      await server.look();
      return { server: server.state(), driftMs: server.drift() };
    },

    start() {
      store.start();
      inBackground(server.look());
    },

    async close() {
      await store.close();
      view?.close();
    },
  };
}
