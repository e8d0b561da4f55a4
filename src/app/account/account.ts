import type {
  AnySchema,
  ContractProcedure,
  ErrorMap,
  InferSchemaInput,
  InferSchemaOutput,
  Meta,
} from '@orpc/contract';
import type { guideContract } from '../../contract/guide.ts';
import type { AccountView } from '../../contract/guide-state.ts';
import { Failure } from '../failure.ts';
import type { Ports } from '../ports.ts';
import type { Preferences } from '../preferences/preferences.ts';
import type { Scan } from '../scan/scan.ts';
import type { Vault } from '../vault/vault.ts';
import { createWatched } from '../vault/watched.ts';
import { createGuide, stageOf } from './guide.ts';
import { createHolder } from './holder.ts';
import { createLinks } from './link.ts';
import { createMethods } from './methods.ts';
import { createOwnCodes } from './own-codes.ts';
import { removeReplaced } from './replacing.ts';
import { createRetire } from './retire.ts';
import { createServer, type OutsideServer } from './server.ts';
import { createSession, ignoreFailure } from './session.ts';
import { createSignIn } from './sign-in.ts';
import { createSignOut } from './sign-out.ts';
import { createSignUp } from './sign-up.ts';
import { createStepUp } from './step-up.ts';
import { createSupport } from './support.ts';
import { createToVault } from './to-vault.ts';
import type { AccountTools } from './tools.ts';
import { viewOf } from './view.ts';

/** The calls of a contract as plain functions: what it says of each (`contract/guide.ts`) holds for these. */
export type CallsOf<Part> =
  Part extends ContractProcedure<
    infer Input extends AnySchema,
    infer Output extends AnySchema,
    ErrorMap,
    Meta
  >
    ? (input: InferSchemaOutput<Input>) => Promise<InferSchemaInput<Output>>
    : { [Name in keyof Part]: CallsOf<Part[Name]> };

/** The person's account, behind the guide's contract. */
export interface Account extends CallsOf<Omit<typeof guideContract, 'watch'>> {
  /** The present view first, then each change. */
  watch(signal?: AbortSignal): AsyncGenerator<AccountView, void, void>;
  /** A link that the operating system opened. Never throws; what is no link of ours is ignored. */
  openLink(raw: string): void;
  close(): Promise<void>;
}

type AccountPorts = Pick<Ports, 'accountApi' | 'accountFile' | 'clock' | 'log'> & {
  vault: Vault;
  scan: Scan;
  preferences: Preferences;
};

interface AccountFacts {
  version: string;
  platform: AccountTools['device']['platform'];
  accountServer?: OutsideServer | undefined;
}

/** The account over its ports. It asks the server what it is at once, and opens its traces with the vault. */
export function createAccount(ports: AccountPorts, facts: AccountFacts): Account {
  const { accountApi: api, accountFile: file, clock, log, vault, scan, preferences } = ports;
  const { accountServer: outside } = facts;

  const server = createServer(outside?.address ?? preferences.get().server, outside ?? null, {
    api,
    clock,
    version: facts.version,
    changed,
    back: () => inBackground(update()),
  });
  const session = createSession({ server, clock });
  const guide = createGuide({ vault, server, file, clock, log, changed, opened });
  const tools: AccountTools = {
    guide,
    server,
    session,
    ownCodes: createOwnCodes({ vault, server, clock }),
    retire: createRetire({ vault, server, clock }),
    clock,
    device: { name: api.computerName, platform: facts.platform },
  };
  const links = createLinks({ ...tools, changed });
  const view = createWatched(present());

  inBackground(server.look());

  function present(): AccountView {
    return viewOf({
      server,
      traces: guide.traces(),
      document: vault.document(),
      link: links.view(),
      isStale: session.isStale(),
      now: clock.now(),
    });
  }

  /** Shows what has changed, if anything that the window sees has. */
  function changed(): void {
    const next = present();
    if (JSON.stringify(view.get()) !== JSON.stringify(next)) view.set(next);
  }

  /** The traces were read: what they say of the account may be old, and a link may have waited for them. */
  function opened(): void {
    session.setStale();
    inBackground(server.look().then(update));
  }

  /** Brings up to date what the server knows: the account, and what a link is good for. */
  async function update(): Promise<void> {
    await links.lookAgain();
    await guide.inTurn(async (kept) => {
      if (kept.traces().session === null) return;
      await removeReplaced(kept, tools).catch(ignoreFailure);
      await session.sync(kept);
    });
  }

  async function refresh(): Promise<void> {
    await server.look();
    const { status } = server.state();
    if (status !== 'ready' && status !== 'none') throw new Failure('SERVER_UNREACHABLE', { trouble: status });
    await update();
  }

  function inBackground(work: Promise<unknown>): void {
    // A server that is away, or a vault that was locked meanwhile: the state shows it.
    work.catch(ignoreFailure).catch((error: unknown) => {
      log.error('account', { error: error instanceof Error ? (error.stack ?? error.message) : 'unknown' });
    });
  }

  /** No one may be signed in at, or known to, the server that is left. */
  async function requireNobody(): Promise<void> {
    const traces = guide.traces();
    const isKnown =
      traces === null
        ? // With the vault closed nobody can tell what is in it.
          (await file.read()) !== null
        : traces.address !== null || stageOf(traces, clock.now()) !== 'signedOut';
    if (isKnown) throw new Failure('SIGN_OUT_FIRST');
  }

  return {
    watch: (signal) => view.watch(signal),
    openLink: (raw) => links.open(raw),
    refresh,

    async setServer({ address }) {
      if (outside) throw new Failure('SERVER_FIXED');
      await requireNobody();
      await server.change(address, (origin) => preferences.change({ server: origin }));
      // A key that the former server knows is not shown to this one.
      if (guide.traces() !== null) await guide.inTurn((kept) => kept.forget());
      await links.lookAgain();
    },

    signUp: createSignUp(tools),
    link: links.calls,
    signIn: createSignIn(tools),
    signOut: createSignOut(tools),
    stepUp: createStepUp(tools),
    methods: createMethods({ ...tools, toVault: createToVault({ vault, scan, server, clock }) }),
    ...createHolder(tools),
    support: createSupport({ ...tools, preferences }),

    async close() {
      await guide.close();
      view.close();
    },
  };
}
