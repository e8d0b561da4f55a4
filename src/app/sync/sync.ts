import { randomBytes } from 'node:crypto';
import type { SyncMember, SyncView, syncContract } from '../../contract/sync.ts';
import { messageOf } from '../../core/message-of.ts';
import type { Said } from '../../core/sync/client/apply.ts';
import type { Inside } from '../../core/sync/client/kept.ts';
import type { SyncContext } from '../../core/sync/client/state.ts';
import { SyncError } from '../../core/sync/protocol/fault.ts';
import type { Account } from '../account/calls.ts';
import type { Entries } from '../entries/entries.ts';
import { Failure, ignoreFailure, isFailure } from '../failure.ts';
import type { Clock, Log, SealedFile } from '../ports.ts';
import type { Calls } from '../serve.ts';
import { parseCode } from '../unlock/keys.ts';
import type { Vault } from '../vault/vault.ts';
import { createWatched, type Watched } from '../watched.ts';
import { createKeptStore, type OpenKept } from './kept-store.ts';
import { enter, joinByKit, lookWhetherIn, requestOf, showWords, turnOn } from './enter.ts';
import { addByWords, addKit, membersOf, removeMember, type MemberParts } from './members.ts';
import { leave } from './leave.ts';
import type { SyncRemote } from './remote.ts';
import { createSchedule, type Pace } from './schedule.ts';
import { insideOf, talk } from './talk.ts';
import { troubleOf } from './trouble.ts';
import { conflictsOf, viewOf, type Seen } from './view.ts';

type Contract = Calls<typeof syncContract>;

/** Sync, behind the window's contract; a kit's code and a computer's words are read already. */
export interface Sync extends Pick<Contract, 'remove' | 'renewed' | 'resolve' | 'answer'> {
  /** Yields the present view first. @throws Failure VAULT_NOT_OPEN */
  watch(signal?: AbortSignal): AsyncGenerator<SyncView>;
  look(): Promise<void>;
  lastSeen(): ReturnType<SyncRemote['lastSeen']>;
  turnOn(code: string): Promise<void>;
  join(): Promise<void>;
  cancel(): Promise<void>;
  add(words: string): Promise<SyncMember>;
  joinByKit(code: string): Promise<void>;
  addKit(code: string): Promise<void>;
  tryAgain(): Promise<void>;
  turnOff(): Promise<void>;
  turnOffEverywhere(): Promise<void>;
  /** Follows the vault until `close`: pushes after each change, looks after each opening and from time to time. */
  start(): void;
  /** Begins nothing more; resolves when what was begun has ended. */
  close(): Promise<void>;
}

/** A request to be let in stands for an hour. */
const askAgainMs = 30 * 60_000;

const NOTHING_SEEN: Seen = { trouble: null, agreedAt: null, question: null, kept: [] };

interface SyncParts {
  vault: Vault;
  entries: Pick<Entries, 'remove'>;
  remote: SyncRemote;
  file: SealedFile;
  clock: Clock;
  log: Log;
  about: MemberParts['about'];
  /** Yields the account's stage, now and after each change. */
  account: Pick<Account, 'watch'>;
  /** Until when it goes on or went on with nobody signed in; null: it does not. */
  passUntil: () => number | null;
}

/** Encrypted sync over its ports. Reads, asks and starts nothing until `start` or a call. */
export function createSync(given: SyncParts): Sync {
  const { vault, entries, remote, file, clock, log, about, account, passUntil } = given;
  const store = createKeptStore({ vault, file, log, changed: publish });
  let seen = NOTHING_SEEN;
  /** What the window sees; null until it first looks. */
  let view: Watched<SyncView> | null = null;
  /** When this computer last asked to be let in, by elapsed time. */
  let askedAt: number | null = null;

  vault.onClose(() => {
    seen = NOTHING_SEEN;
    askedAt = null;
  });

  const schedule = createSchedule({ vault, account, remote, clock, log, turn, pace, changed: publish });

  const parts: MemberParts = {
    vault,
    remote,
    tools,
    context: async ({ keys }) => ({ keys, ...(await tools()) }),
    said: note,
    now: () => clock.now(),
    about,
  };

  async function tools(): Promise<Pick<SyncContext, 'hpke' | 'random'>> {
    // Loaded with the first use: most starts of Latchkey need none of it.
    const { createHpke } = await import('../../core/sync/protocol/hpke.ts');
    return { hpke: createHpke(), random: (count) => randomBytes(count) };
  }

  function note({ kept }: Said): void {
    if (kept.length > 0) seen = { ...seen, kept: [...new Set([...seen.kept, ...kept])] };
  }

  function present(): SyncView {
    const document = vault.document();
    if (document === null) return { stage: 'off' };
    return viewOf(store.get(), { ...seen, passUntil: passUntil(), now: clock.now() }, document);
  }

  function publish(): void {
    if (view === null) return;
    const next = present();
    if (JSON.stringify(view.get()) !== JSON.stringify(next)) view.set(next);
  }

  /** Runs a call of the person. What it ends in is also seen in the view. @throws Failure SYNC_STOPPED; as `task` */
  async function inTurn<T>(task: (open: OpenKept) => Promise<T>): Promise<T> {
    try {
      return await store.inTurn(task);
    } catch (error) {
      throw error instanceof SyncError ? new Failure('SYNC_STOPPED', { fault: error.code }, error) : error;
    } finally {
      publish();
    }
  }

  /** Does what is to be done at this stage. */
  async function step(open: OpenKept, { asks }: { asks: boolean }): Promise<void> {
    const kept = open.get();
    if (kept === null || typeof kept === 'string') return;
    if (kept.stage === 'entering' && !(await enter(open, parts))) return;
    if (kept.stage === 'waiting' && !(await lookWhetherIn(open, kept, parts))) {
      const isDue = askedAt === null || clock.elapsed() - askedAt >= askAgainMs;
      if (!isDue) return see({ trouble: null });
      await remote.ask(requestOf(kept));
      askedAt = clock.elapsed();
      return see({ trouble: null });
    }
    const talked = await talk(open, parts, { asks: asks || kept.stage !== 'inside' });
    if (talked.outcome === 'agreed') {
      // A computer that is trusted goes on when nobody is signed in any more. Where that fails, the next turn tries again.
      await remote.takePass().catch(ignoreFailure);
      see({ trouble: null, agreedAt: clock.now(), question: null });
    }
    if (talked.outcome === 'asks') {
      const { manifest, deleted } = talked;
      see({ trouble: null, question: { manifest, deleted } });
    }
  }

  function see(changes: Partial<Seen>): void {
    seen = { ...seen, ...changes };
    publish();
  }

  /** @throws what is no trouble but a bug */
  async function stepAndSee(open: OpenKept, options: { asks: boolean }): Promise<void> {
    try {
      await step(open, options);
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble !== null) see({ trouble });
      throw error;
    }
  }

  /** A turn that nobody asked for: the view shows what it ends in. */
  async function turn(options: { asks: boolean }): Promise<void> {
    await store
      .inTurn((open) => stepAndSee(open, options))
      .catch((error: unknown) => {
        if (troubleOf(error) === null && !isFailure(error, 'VAULT_NOT_OPEN', 'SYNC_STEP'))
          log.error('sync', { error: messageOf(error) });
      });
  }

  function pace(): Pace | null {
    const kept = store.get();
    if (kept === null || typeof kept === 'string') return null;
    if (kept.stage === 'inside' && kept.state.trouble !== null) return null;
    if (seen.trouble !== null) return 'trouble';
    return kept.stage === 'waiting' ? 'waiting' : 'idle';
  }

  /** The kit's code, given to a task and zeroed after it. @throws Failure KIT_TYPO, KIT_LENGTH */
  async function withCode<T>(text: string, task: (code: Uint8Array) => Promise<T>): Promise<T> {
    const code = parseCode(text);
    try {
      return await task(code);
    } finally {
      code.fill(0);
    }
  }

  function needOff(open: OpenKept): void {
    if (open.get() !== null) throw new Failure('SYNC_STEP');
  }

  function change(open: OpenKept, changes: (inside: Inside) => Partial<Inside>): Promise<void> {
    const inside = insideOf(open);
    return open.save({ ...inside, ...changes(inside) });
  }

  return {
    async *watch(signal) {
      if (vault.document() === null) throw new Failure('VAULT_NOT_OPEN');
      // A turn may wait for the service: only the first look waits for its turn.
      if (!store.isRead()) await inTurn(async () => {});
      view ??= createWatched(present());
      publish();
      for await (const value of view.watch(signal)) {
        if (vault.document() === null) return;
        yield value;
      }
    },

    look: () =>
      inTurn(async (open) => {
        if (open.get() === null) throw new Failure('SYNC_STEP');
        await stepAndSee(open, { asks: true });
      }),

    turnOn: (text) =>
      inTurn(async (open) => {
        needOff(open);
        // The page is at hand and is this vault's: it is the way back to these codes.
        vault.verifyKit(text);
        await withCode(text, async (code) => {
          await turnOn(open, parts);
          await addKit(open, code, parts);
        });
        await stepAndSee(open, { asks: false });
        schedule.plan();
      }),

    lastSeen: () => remote.lastSeen(),

    join: () =>
      inTurn(async (open) => {
        needOff(open);
        askedAt = null;
        await showWords(open, parts);
        await stepAndSee(open, { asks: true });
        schedule.plan();
      }),

    cancel: () =>
      inTurn(async (open) => {
        const kept = open.get();
        if (kept === null || typeof kept === 'string' || kept.stage !== 'waiting')
          throw new Failure('SYNC_STEP');
        await leave(open, parts);
        see(NOTHING_SEEN);
      }),

    joinByKit: (text) =>
      inTurn((open) =>
        withCode(text, async (code) => {
          needOff(open);
          await joinByKit(open, code, parts);
          await stepAndSee(open, { asks: true });
          schedule.plan();
        }),
      ),

    add: (words) =>
      inTurn(async (open) => {
        const added = await addByWords(open, words, parts);
        return memberOf(open, added);
      }),

    addKit: (text) =>
      inTurn(async (open) => {
        vault.verifyKit(text);
        await withCode(text, (code) => addKit(open, code, parts));
      }),

    remove: ({ id }) =>
      inTurn(async (open) => {
        await removeMember(open, id, parts);
      }),

    renewed: ({ member, entry }) =>
      inTurn((open) =>
        change(open, ({ renewals }) => ({
          renewals: renewals.flatMap((one) => {
            if (one.member !== member) return [one];
            const left = entry === undefined ? [] : one.entries.filter((id) => id !== entry.toLowerCase());
            return left.length === 0 ? [] : [{ ...one, entries: left }];
          }),
        })),
      ),

    async resolve({ second, works }) {
      const gone = await inTurn(async (open) => {
        const inside = insideOf(open);
        const document = vault.document();
        const conflict = document && conflictsOf(inside, document).find((one) => one.second === second);
        // Somebody else has decided meanwhile.
        if (!conflict) return null;
        if (works !== 'both') return works === 'first' ? conflict.second : conflict.first;
        await change(open, ({ settled }) => ({ settled: [...settled, second.toLowerCase()] }));
        return null;
      });
      if (gone === null) return;
      await entries.remove(gone).catch((error: unknown) => {
        if (!isFailure(error, 'ENTRY_NOT_FOUND')) throw error;
      });
    },

    answer: ({ manifest, answer }) =>
      inTurn(async (open) => {
        await change(open, ({ state }) => ({ state: { ...state, decision: { manifest, answer } } }));
        see({ question: null });
        await stepAndSee(open, { asks: true });
      }),

    tryAgain: () =>
      inTurn(async (open) => {
        const { state } = insideOf(open);
        // Who was taken out stays out.
        if (state.trouble === 'REMOVED') throw new Failure('SYNC_STOPPED', { fault: 'REMOVED' });
        await change(open, () => ({ state: { ...state, trouble: null } }));
        await stepAndSee(open, { asks: true });
        schedule.plan();
      }),

    turnOff: () =>
      inTurn(async (open) => {
        if (open.get() === null) throw new Failure('SYNC_STEP');
        await leave(open, parts);
        see(NOTHING_SEEN);
      }),

    turnOffEverywhere: () =>
      inTurn(async (open) => {
        // It may be off there: an attempt was cut short, or another computer came first.
        await remote.off().catch((error: unknown) => {
          if (!isFailure(error, 'SYNC_OFF')) throw error;
        });
        await leave(open, parts);
        see(NOTHING_SEEN);
      }),

    start: () => schedule.start(),

    async close() {
      await schedule.close();
      view?.close();
    },
  };

  function memberOf(open: OpenKept, id: string): SyncMember {
    const member = membersOf(insideOf(open).state).find((one) => one.id === id);
    // It was taken out again at once.
    if (member === undefined) throw new Failure('SYNC_LATER');
    return member;
  }
}
