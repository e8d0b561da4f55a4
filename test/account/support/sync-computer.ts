import { randomBytes, randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { z } from 'zod';
import { pageOf } from '../../../src/app/sync/remote.ts';
import { newEntry, type Entry } from '../../../src/core/entry/entry.ts';
import { applyNews } from '../../../src/core/sync/client/apply.ts';
import { gather, questionOf, type Gathered } from '../../../src/core/sync/client/gather.ts';
import { addByKit, begin, found, proposeAdd, type Proof } from '../../../src/core/sync/client/members.ts';
import { noteChanges } from '../../../src/core/sync/client/pending.ts';
import { preparePush, pushArrived } from '../../../src/core/sync/client/push.ts';
import type { Proposal, Push, SyncContext, SyncState } from '../../../src/core/sync/client/state.ts';
import { verify } from '../../../src/core/sync/client/verify.ts';
import { createHpke } from '../../../src/core/sync/protocol/hpke.ts';
import { makeJoinRequest } from '../../../src/core/sync/protocol/join.ts';
import { memberOf, newDeviceKeys, type Member } from '../../../src/core/sync/protocol/member.ts';
import { EMPTY_DOCUMENT, type VaultDocument } from '../../../src/core/vault/document.ts';
import { withRevisions } from '../../../src/core/vault/revisions.ts';
import {
  syncAnswerSchema,
  syncMembersSchema,
  syncStateSchema,
} from '../../../src/contract/account-service/sync.ts';
import type { Answer, Call, Device } from './device.ts';
import { Person } from './person.ts';

const random = (count: number) => new Uint8Array(randomBytes(count));
const hpke = createHpke();
export const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const bytesOf = (text: string) => Buffer.from(text, 'base64');

/** The same person at another computer, not signed in there yet. */
export function atComputer(person: Person, device: Device): Person {
  const { password, totpSecret, totpId, world, email } = person;
  return Object.assign(new Person(world, email, device), { password, totpSecret, totpId });
}

/** A computer of a person that syncs: the real client, over HTTP. */
export class SyncComputer {
  readonly person: Person;
  readonly account: string;
  readonly context: SyncContext;
  readonly member: Member;
  state: SyncState | null = null;
  vault: VaultDocument = EMPTY_DOCUMENT;
  #at = 1_767_225_600_000;

  private constructor(person: Person, account: string) {
    const keys = newDeviceKeys(random);
    this.person = person;
    this.account = account;
    this.context = { keys, hpke, random };
    this.member = memberOf(keys, {
      kind: 'device',
      name: person.device.name,
      platform: 'linux',
      madeAt: this.#at,
    });
  }

  static async of(person: Person): Promise<SyncComputer> {
    const { body } = await person.call('GET', '/v1/session');
    const { account } = z.object({ account: z.object({ id: z.string() }) }).parse(body);
    return new SyncComputer(person, account.id);
  }

  get known(): SyncState {
    if (this.state === null) throw new Error('this computer is not in');
    return this.state;
  }

  now(): number {
    this.#at += 1_000;
    return this.#at;
  }

  call(method: string, path: string, body?: unknown, more: Partial<Call> = {}): Promise<Answer> {
    return this.person.call(method, path, body, more);
  }

  /** Turns sync on. */
  async found(): Promise<void> {
    const proposal = await found(this.context, {
      account: this.account,
      member: this.member,
      at: this.now(),
    });
    await this.takes(this.propose(proposal));
    await this.#begin({ kind: 'founder' });
  }

  request(key: Uint8Array = random(32)) {
    return makeJoinRequest(this.member, this.context.keys, { account: this.account, key });
  }

  /** Asks to be let in; gives the key that the words would give (deriving it takes long on purpose). */
  async ask(): Promise<{ key: Uint8Array; request: Uint8Array; answer: Answer }> {
    const key = random(32);
    const { request, tag } = this.request(key);
    const answer = await this.call('POST', '/v1/sync/requests', {
      request: base64(request),
      tag: base64(tag),
    });
    return { key, request, answer };
  }

  /** Comes in by the words, which a member sees. */
  async join(by: SyncComputer): Promise<void> {
    const { key, answer } = await this.ask();
    await this.takes(Promise.resolve(answer));
    await by.letIn(key, this.person.device);
    await this.#begin({ kind: 'words', key });
    await this.pull();
  }

  async letIn(key: Uint8Array, device: Device): Promise<void> {
    const { body } = await this.call('GET', '/v1/sync/members');
    const { requests } = syncMembersSchema.parse(body);
    const asked = requests.at(-1);
    if (asked === undefined) throw new Error(`${device.name} does not ask`);
    const request = { request: bytesOf(asked.request), tag: bytesOf(asked.tag) };
    await this.proposes((state) => proposeAdd(this.context, state, { request, key, at: this.now() }));
  }

  /** Comes in with the kit alone. */
  async joinByKit(code: Uint8Array): Promise<Answer> {
    const shown = syncStateSchema.parse((await this.call('GET', '/v1/sync')).body);
    const { request } = this.request();
    const entries = shown.log.map(bytesOf);
    const seal = bytesOf(shown.kits[0]?.seal ?? '');
    const newest = shown.newest === null ? null : bytesOf(shown.newest);
    const proposal = await addByKit(
      this.context,
      { account: this.account, entries, newest, seal },
      { code, request, at: this.now() },
    );
    const answer = await this.propose(proposal);
    if (answer.status >= 300) return answer;
    await this.#begin({ kind: 'kit', entry: proposal.hash });
    await this.pull();
    return answer;
  }

  /** Changes the log, and sees the change. */
  async proposes(make: (state: SyncState) => Promise<SyncState>): Promise<void> {
    await this.pull();
    const { proposal } = await make(this.known);
    if (proposal === null) throw new Error('nothing is proposed');
    await this.takes(this.propose(proposal));
    await this.pull();
  }

  propose({ entry, seals, chain }: Pick<Proposal, 'entry' | 'seals' | 'chain'>, more: Partial<Call> = {}) {
    return this.call(
      'POST',
      '/v1/sync/log',
      { entry: base64(entry), seals: seals.map(base64), chain: chain && base64(chain) },
      more,
    );
  }

  /** Writes an entry into the vault. */
  add(issuer = `Issuer ${randomUUID()}`, note = ''): Entry {
    const parameters = {
      kind: 'totp',
      algorithm: 'SHA1',
      digits: 6,
      period: 30,
      secret: random(20),
    } as const;
    const entry = { ...newEntry({ id: randomUUID(), issuer, account: 'a', parameters }, this.now()), note };
    this.edit({ ...this.vault, entries: [...this.vault.entries, entry] });
    return entry;
  }

  edit(vault: VaultDocument): void {
    this.vault = withRevisions(this.vault, vault, this.now());
  }

  /** What would be sent now; null if nothing is pending. */
  prepare(): Push | null {
    this.state = preparePush(this.context, noteChanges(this.known, this.vault));
    return this.state.push;
  }

  send({ manifest, items }: Pick<Push, 'manifest' | 'items'>, more: Partial<Call> = {}): Promise<Answer> {
    return this.call('POST', '/v1/sync/push', { manifest: base64(manifest), items: items.map(base64) }, more);
  }

  /** Sends what is pending once; `stale` is an answer like any other. */
  async push(more: Partial<Call> = {}): Promise<Answer | null> {
    const push = this.prepare();
    if (push === null) return null;
    const answer = await this.send(push, more);
    if (answer.status < 300) this.state = noteChanges(pushArrived(this.known, push.hash), this.vault);
    return answer;
  }

  /** Sends until nothing is pending, and merges what came first meanwhile. */
  async sync(more: Partial<Call> = {}): Promise<void> {
    await this.pull(more);
    for (let answer = await this.push(more); answer !== null; answer = await this.push(more)) {
      if (answer.status < 300) continue;
      expect(answer.code, answer.text).toBe('SYNC_STALE');
      await this.pull(more);
    }
  }

  question(question: unknown, more: Partial<Call> = {}): Promise<Answer> {
    return this.call('POST', '/v1/sync/pull', question, more);
  }

  /** Asks for all pages, verifies them and merges them. Gives the number of pages. */
  async pull(more: Partial<Call> = {}): Promise<number> {
    const state = this.known;
    let gathered: Gathered | null = null;
    let asked = questionOf(state);
    let pages = 0;
    for (;;) {
      const answer = await this.question({ ...asked, member: state.self }, more);
      expect(answer.status, answer.text).toBe(200);
      pages += 1;
      const page = syncAnswerSchema.parse(answer.body);
      gathered = gather(state, gathered, pageOf(page));
      if (page.next === null) break;
      asked = page.next;
    }
    const noted = noteChanges(state, this.vault);
    const verified = await verify(this.context, noted, gathered);
    const applied = applyNews(noted, verified, this.vault);
    if (applied.outcome === 'ask') throw new Error('nothing here deletes so much');
    if (applied.outcome === 'applied') this.vault = withRevisions(this.vault, applied.document, this.now());
    this.state = noteChanges(applied.state, this.vault);
    return pages;
  }

  get issuers(): string[] {
    return this.vault.entries.map(({ issuer }) => issuer).toSorted();
  }

  async takes(sent: Promise<Answer>): Promise<void> {
    const answer = await sent;
    expect(answer.status, answer.text).toBe(200);
  }

  async #begin(proof: Proof): Promise<void> {
    const { log } = syncStateSchema.parse((await this.call('GET', '/v1/sync')).body);
    this.state = begin(log.map(bytesOf), { account: this.account, member: this.member, proof });
  }
}

/** A person with sync on at one computer, with a fresh check. */
export async function founder(person: Person): Promise<SyncComputer> {
  const computer = await SyncComputer.of(person);
  await computer.found();
  await computer.pull();
  return computer;
}

/** The person's next computer, signed in and let in by the words. */
export async function another(first: SyncComputer, name: string): Promise<SyncComputer> {
  const computer = await newComputer(first.person, name);
  await first.person.stepUp();
  await computer.join(first);
  return computer;
}

/** The person signed in at a computer that is not in. */
export async function newComputer(person: Person, name: string): Promise<SyncComputer> {
  const there = atComputer(person, await person.world.device(name));
  await there.signIn();
  return SyncComputer.of(there);
}

/** Why something was refused. */
export async function refusedFor(sent: Promise<Answer>): Promise<string> {
  const answer = await sent;
  const refused = z.object({ code: z.literal('SYNC_REFUSED'), data: z.object({ reason: z.string() }) });
  const parsed = refused.safeParse(answer.body);
  return parsed.data?.data.reason ?? answer.code ?? String(answer.status);
}

/** What came of several calls, those that were taken first. */
export function outcomesOf(answers: readonly Answer[]): (string | number)[] {
  const all = answers.map(({ status, code }) => code ?? status);
  return [...all.filter((one) => typeof one === 'number'), ...all.filter((one) => typeof one === 'string')];
}

/** A structure that says another suite of itself: that stands behind the context and its length. */
export function otherSuite(bytes: Uint8Array, suite: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt16BE(suite, 1 + copy.readUInt8());
  return copy;
}
