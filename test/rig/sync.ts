import { createEntries } from '../../src/app/entries/entries.ts';
import { Failure } from '../../src/app/failure.ts';
import { createUndo } from '../../src/app/history/undo.ts';
import type { Keychain, SealedFile, VaultStore } from '../../src/app/ports.ts';
import { createKit } from '../../src/app/recovery/kit.ts';
import type { SyncRemote } from '../../src/app/sync/remote.ts';
import { createSync } from '../../src/app/sync/sync.ts';
import { createWatched } from '../../src/app/watched.ts';
import { createVault } from '../../src/app/vault/vault.ts';
import type { AccountView } from '../../src/contract/account-state.ts';
import type { SyncView } from '../../src/contract/sync.ts';
import { newEntry, toTrash, type Entry } from '../../src/core/entry/entry.ts';
import type { JoinRequest } from '../../src/core/sync/protocol/join.ts';
import { presentMembers } from '../../src/core/sync/protocol/log.ts';
import { Server } from '../simulation/sync/server.ts';
import { createManualClock } from './manual-clock.ts';
import {
  createListLog,
  createMemoryKeychain,
  createMemorySealedFile,
  createMemoryVaultStore,
  quickKeyDerivation,
} from './memory-ports.ts';

const ACCOUNT = 'a1b2c3d4-0000-4000-8000-000000000001';
export const NOW = Date.UTC(2026, 0, 1);

/** What a call of the service may be made to do instead: before it acts, or after, when the answer is lost. */
type Hook = (call: keyof SyncRemote, moment: 'before' | 'after') => void;

/** The service in memory, as it should be, for several computers of one person. */
export function createSyncService() {
  const service = {
    account: ACCOUNT,
    server: new Server(ACCOUNT),
    requests: new Array<JoinRequest>(),
    /** All bytes that it was ever sent. */
    sent: new Array<Uint8Array>(),
    /** Each call, by its name. */
    calls: new Array<string>(),
    hook: (() => {}) as Hook,
    /** What tells computers of news; nothing tells any, unless a test does. */
    news: new Set<() => void>(),
    /** Until when the computers are trusted; null: they are not. */
    trustedUntil: null as number | null,
    passUntil: null as number | null,
    remote: remote(),
  };

  function remote(): SyncRemote {
    async function answered<T>(name: keyof SyncRemote, work: () => T): Promise<T> {
      service.calls.push(name);
      service.hook(name, 'before');
      const value = work();
      service.hook(name, 'after');
      return value;
    }
    const stale = () => new Failure('SYNC_STALE', { head: null, sequence: 0, hash: '' });
    const needOn = () => {
      if (service.server.log === null) throw new Failure('SYNC_OFF');
    };
    return {
      account: () => answered('account', () => ACCOUNT),
      state: () =>
        answered('state', () => {
          const { log, entries, manifests, seals } = service.server;
          if (log === null) return null;
          const kits = presentMembers(log).filter(({ member }) => member.kind === 'kit');
          return {
            log: [...entries],
            newest: manifests.at(-1) ?? null,
            kits: kits.map(({ fingerprint }) => ({
              member: fingerprint,
              seal: seals.get(fingerprint)?.at(-1) ?? new Uint8Array(),
            })),
          };
        }),
      lastSeen: () => answered('lastSeen', () => []),
      pull: (question, member) =>
        answered('pull', () => {
          needOn();
          return service.server.answer(question, member, 2);
        }),
      push: (push) =>
        answered('push', () => {
          needOn();
          service.sent.push(push.manifest, ...push.items);
          if (!service.server.takePush(push)) throw stale();
        }),
      propose: (proposal) =>
        answered('propose', () => {
          service.sent.push(proposal.entry, ...proposal.seals);
          if (!service.server.takeProposal(proposal)) throw stale();
        }),
      ask: (request) =>
        answered('ask', () => {
          service.sent.push(request.request, request.tag);
          service.requests.push(request);
        }),
      // One computer asks at a time here.
      withdraw: () => answered('withdraw', () => void service.requests.splice(0)),
      requests: () => answered('requests', () => [...service.requests]),
      async *events(signal) {
        const watched = createWatched(null);
        const tell = () => watched.set(null);
        service.news.add(tell);
        try {
          yield* watched.watch(signal);
        } finally {
          service.news.delete(tell);
        }
      },
      off: () =>
        answered('off', () => {
          needOn();
          service.server = new Server(ACCOUNT);
        }),
      async takePass() {
        service.passUntil = service.trustedUntil;
      },
      async endPass() {
        service.passUntil = null;
      },
    };
  }

  return service;
}
export type SyncService = ReturnType<typeof createSyncService>;

/** A computer of the person: a vault and sync, with a disk in memory. */
export async function createSyncComputer(
  service: { remote: SyncRemote; passUntil?: number | null },
  name: string,
  disk: { vaultStore: VaultStore; file: SealedFile; keychain: Keychain } = {
    vaultStore: createMemoryVaultStore(() => NOW),
    file: createMemorySealedFile(),
    keychain: createMemoryKeychain(),
  },
) {
  const { remote } = service;
  const passUntil = () => service.passUntil ?? null;
  const clock = createManualClock(NOW);
  const log = createListLog();
  const { vaultStore, file, keychain } = disk;
  const vault = createVault({ keychain, vaultStore, keyDerivation: quickKeyDerivation, clock, log });
  const entries = createEntries({ vault, undo: createUndo(vault), clock, codeClock: clock });
  const about = () => ({ name, platform: 'linux' });
  const view = createWatched<AccountView>({
    server: {
      address: null,
      status: 'none',
      branding: null,
      trialInbox: null,
      trialFailure: null,
      isFixed: false,
    },
    account: { stage: 'vaultClosed' },
    link: null,
    support: null,
  });
  const account = { watch: (_: unknown, signal?: AbortSignal) => view.watch(signal) };
  const sync = createSync({ vault, entries, remote, file, clock, log, about, account, passUntil });
  await vault.open();
  if (vault.state().state === 'absent') await vault.create({ protection: 'keychain' });

  return {
    name,
    disk,
    clock,
    log,
    vault,
    sync,
    async makeKit(): Promise<string> {
      const kit = createKit({ vault, vaultPath: '/', clock });
      return (await kit.make()).qrText;
    },
    async add(issuer: string, secret = `secret of ${issuer}`): Promise<Entry> {
      const parameters = { kind: 'hotp', algorithm: 'SHA1', digits: 6, counter: 0 } as const;
      const entry = newEntry(
        { issuer, account: '', parameters: { ...parameters, secret: Buffer.from(secret) } },
        NOW,
      );
      await vault.change((document) => ({ ...document, entries: [...document.entries, entry] }));
      return entry;
    },
    rename: (id: string, issuer: string) => entries.edit(id, { issuer }),
    /** Moves all entries of these names to the trash, in one change. */
    async trash(...names: string[]): Promise<void> {
      await vault.change((document) => ({
        ...document,
        entries: document.entries.filter(({ issuer }) => !names.includes(issuer)),
        trash: [
          ...document.trash,
          ...document.entries.filter(({ issuer }) => names.includes(issuer)).map((one) => toTrash(one, NOW)),
        ],
      }));
    },
    names: () => (vault.document()?.entries ?? []).map(({ issuer }) => issuer).toSorted(),
    secrets: () =>
      (vault.document()?.entries ?? [])
        .map(({ parameters }) => Buffer.from(parameters.secret).toString())
        .toSorted(),
    /** The view now. */
    async view(): Promise<SyncView> {
      for await (const view of sync.watch()) return view;
      throw new Error('there is no view');
    },
    /** The view of a computer that is in. */
    async on(): Promise<Extract<SyncView, { stage: 'on' }>> {
      const view = await this.view();
      if (view.stage !== 'on') throw new Error(`sync is ${view.stage}`);
      return view;
    },
    /** It loses its power; what is on its disk stays. */
    async crash(): Promise<void> {
      await sync.close();
      await vault.close();
    },
  };
}
export type SyncComputer = Awaited<ReturnType<typeof createSyncComputer>>;

/** Turns sync on with this computer. @returns the text of its kit's QR code */
export async function turnOnSync(computer: SyncComputer): Promise<string> {
  const code = await computer.makeKit();
  await computer.sync.turnOn(code);
  return code;
}

/** Lets another computer in by its words. */
export async function letIn(inside: SyncComputer, other: SyncComputer): Promise<void> {
  await other.sync.join();
  const view = await other.view();
  if (view.stage !== 'waiting') throw new Error(`it is ${view.stage}`);
  await inside.sync.add(view.words.join(' '));
  await other.sync.look();
}
