import type { Answer, Gathered, Question } from '../../../src/core/sync/client/gather.ts';
import { gather, questionOf } from '../../../src/core/sync/client/gather.ts';
import { applyNews, type Said } from '../../../src/core/sync/client/apply.ts';
import { noteChanges } from '../../../src/core/sync/client/pending.ts';
import { preparePush, pushArrived } from '../../../src/core/sync/client/push.ts';
import type { Proposal, Push, SyncContext, SyncState } from '../../../src/core/sync/client/state.ts';
import { verify } from '../../../src/core/sync/client/verify.ts';
import { SyncError } from '../../../src/core/sync/protocol/fault.ts';
import { memberOf, newDeviceKeys, type Member } from '../../../src/core/sync/protocol/member.ts';
import type { Hpke } from '../../../src/core/sync/protocol/hpke.ts';
import { EMPTY_DOCUMENT, type VaultDocument } from '../../../src/core/vault/document.ts';
import { withRevisions } from '../../../src/core/vault/revisions.ts';
import type { Chance } from './chance.ts';
import { edit } from './edits.ts';
import type { Model } from './model.ts';

/** What a computer sends. */
export type Request =
  | { readonly kind: 'ask'; readonly question: Question }
  | { readonly kind: 'push'; readonly push: Push }
  | { readonly kind: 'propose'; readonly proposal: Proposal };

export type Reply =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'taken' }
  | { readonly kind: 'refused' };

/** Thrown where a computer loses its power. */
export class PowerCut extends Error {}

/** A computer with a disk (its vault and its sync state) and a memory that a crash empties. */
export class Computer {
  readonly name: string;
  readonly #chance: Chance;
  readonly #model: Model;
  context: SyncContext;
  member: Member;
  vault: VaultDocument = EMPTY_DOCUMENT;
  /** What is written down. */
  disk: SyncState | null = null;
  waiting: { readonly id: number; readonly request: Request; readonly gathered: Gathered | null } | null =
    null;
  /** Copies of the vault file that somebody may put back. */
  #copies: VaultDocument[] = [];
  readonly #ahead: number;
  #days = 0;
  #isBack = false;
  asked = 0;
  /** Called with each state that an answer led to. */
  onAdopted: (state: SyncState) => void = () => {};
  /** Called with what each merge that was written has to say. */
  onSaid: (said: Said) => void = () => {};

  constructor(name: string, { chance, model, hpke }: { chance: Chance; model: Model; hpke: Hpke }) {
    this.name = name;
    this.#chance = chance;
    this.#model = model;
    this.#ahead = (chance.below(21) - 10) * 24 * 60 * 60 * 1000;
    const keys = newDeviceKeys(chance.bytes);
    this.context = { keys, hpke, random: chance.bytes };
    this.member = memberOf(keys, { kind: 'device', name, platform: 'linux', madeAt: this.now() });
  }

  now(): number {
    this.#days += 1000;
    return 1_700_000_000_000 + 20 * 86_400_000 + this.#ahead + this.#days;
  }

  /** New keys, for joining again. The vault stays. */
  renew(): void {
    const keys = newDeviceKeys(this.#chance.bytes);
    this.context = { ...this.context, keys };
    this.member = memberOf(keys, { kind: 'device', name: this.name, platform: 'linux', madeAt: this.now() });
    this.disk = null;
    this.waiting = null;
  }

  isIn(): boolean {
    return this.disk !== null && this.disk.trouble === null;
  }

  edit(): void {
    // What is changed in an older vault before sync saw it is in that vault's older states only (docs/sync.md).
    if (this.#isBack) return;
    const displacedOf = (id: string) => {
      const displaced = this.disk?.items?.byId.get(id)?.record?.displaced ?? [];
      return [...displaced, ...(this.disk?.pending.get(id)?.displaced ?? [])];
    };
    const editor = {
      name: this.name,
      chance: this.#chance,
      model: this.#model,
      now: this.now(),
      displacedOf,
    };
    this.#write(edit(this.vault, editor));
    if (this.#chance.happens(0.1)) this.#copies.push(this.vault);
  }

  /** Somebody puts an older copy of the vault's file back. */
  putBack(): void {
    const copy = this.#copies.pop();
    if (copy === undefined) return;
    this.vault = copy;
    this.#isBack = this.disk !== null;
    this.#model.isPutBack = true;
    this.#model.lostUnsent(this.name);
  }

  crash(): void {
    this.waiting = null;
  }

  /** Begins to talk to the service, or gives up waiting and begins anew. */
  turn(id: number): Request | null {
    if (this.disk === null || this.disk.trouble !== null) return null;
    const noted = preparePush(this.context, noteChanges(this.disk, this.vault));
    this.disk = noted;
    const { push, proposal } = noted;
    const isAsk = (push === null && proposal === null) || this.asked > 0;
    const request: Request = isAsk
      ? { kind: 'ask', question: questionOf(noted) }
      : push !== null
        ? { kind: 'push', push }
        : { kind: 'propose', proposal: proposal ?? never() };
    this.asked = 0;
    this.waiting = { id, request, gathered: null };
    return request;
  }

  /**
   * Takes a reply. Returns what to send next, if the answer has more pages.
   * @param power throws PowerCut between two writes, if it likes
   */
  async receive(id: number, reply: Reply, power: () => void): Promise<Request | null> {
    const { waiting, disk } = this;
    if (waiting?.id !== id || disk === null) return null;
    const { request } = waiting;
    if (reply.kind === 'answer' && request.kind === 'ask')
      return this.#take(disk, waiting, reply.answer, power);
    this.waiting = null;
    if (reply.kind === 'taken' && request.kind === 'push') {
      this.disk = noteChanges(pushArrived(disk, request.push.hash), this.vault);
      this.onAdopted(this.disk);
    } else this.asked = 1;
    return null;
  }

  async #take(
    disk: SyncState,
    { gathered, id }: { gathered: Gathered | null; id: number },
    answer: Answer,
    power: () => void,
  ): Promise<Request | null> {
    try {
      const more = gather(disk, gathered, answer);
      if (more.next !== null) {
        const request: Request = { kind: 'ask', question: more.next };
        this.waiting = { id, request, gathered: more };
        return request;
      }
      this.waiting = null;
      const applied = applyNews(disk, await verify(this.context, disk, more), this.vault);
      switch (applied.outcome) {
        case 'removed':
          this.disk = applied.state;
          this.#model.lostUnsent(this.name);
          return null;
        case 'ask':
          this.disk = {
            ...disk,
            decision: { manifest: applied.manifest, answer: this.#chance.pick(['delete', 'keep']) },
          };
          return null;
        case 'applied': {
          for (const { displaced } of applied.state.pending.values()) this.#model.displaced(displaced);
          power();
          this.disk = applied.journal;
          power();
          this.#write(applied.document);
          power();
          this.disk = noteChanges(applied.state, this.vault);
          this.#isBack = false;
          this.onAdopted(this.disk);
          this.onSaid(applied.said);
          return null;
        }
      }
    } catch (error) {
      if (!(error instanceof SyncError)) throw error;
      this.disk = { ...disk, trouble: error.code };
      this.waiting = null;
      return null;
    }
  }

  #write(document: VaultDocument): void {
    this.vault = withRevisions(this.vault, document, this.now());
  }
}

function never(): never {
  throw new Error('nothing to send');
}
