import { createHash } from 'node:crypto';
import type { Said } from '../../../src/core/sync/client/apply.ts';
import { sameBody } from '../../../src/core/sync/content/record.ts';
import { itemsOf } from '../../../src/core/sync/content/document.ts';
import {
  addByKit,
  begin,
  found,
  proposeAdd,
  proposeKit,
  proposeRemove,
  type Proof,
} from '../../../src/core/sync/client/members.ts';
import { lostItems, noteChanges } from '../../../src/core/sync/client/pending.ts';
import type { SyncContext, SyncState } from '../../../src/core/sync/client/state.ts';
import { NO_HASH, type Hash } from '../../../src/core/sync/protocol/bytes.ts';
import { SyncError } from '../../../src/core/sync/protocol/fault.ts';
import { createHpke, type Hpke } from '../../../src/core/sync/protocol/hpke.ts';
import { makeJoinRequest, newJoinWords } from '../../../src/core/sync/protocol/join.ts';
import { presentMembers } from '../../../src/core/sync/protocol/log.ts';
import { readManifest } from '../../../src/core/sync/protocol/manifest.ts';
import {
  fingerprintOf,
  kitFingerprint,
  memberOf,
  newDeviceKeys,
} from '../../../src/core/sync/protocol/member.ts';
import { joinQrText, readJoinWords, wordsOf } from '../../../src/core/sync/words/words.ts';
import { chanceFrom, type Chance } from './chance.ts';
import { Computer, PowerCut, type Reply, type Request } from './computer.ts';
import { acts, tamper, type Act } from './hostile.ts';
import { Model } from './model.ts';
import { quickHpke } from './quick-hpke.ts';
import { Server } from './server.ts';

interface Message {
  readonly to: Server | Computer;
  readonly computer: Computer;
  readonly id: number;
  readonly body: Request | Reply;
}

interface Joiner {
  readonly computer: Computer;
  readonly key: Uint8Array;
  /** What its screen shows, and how the person brings it to another computer. */
  readonly shown: string;
  readonly by: 'words' | 'QR code';
  readonly request: ReturnType<typeof makeJoinRequest>;
}

/** What happened in a history, for counting. */
export interface Told {
  readonly faults: string[];
  readonly counts: Map<string, number>;
}

const STEPS = 200;
const ROUNDS = 60;

const library = createHpke();

/** One history: three computers, a kit and a service, all drawn from one seed. */
export async function runHistory(seed: number, index: number): Promise<Told> {
  const world = new World(chanceFrom(seed, index), index);
  try {
    await world.live();
    await world.settle();
  } catch (error) {
    world.faults.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  return { faults: world.faults, counts: world.counts };
}

class World {
  readonly faults: string[] = [];
  readonly counts = new Map<string, number>();
  readonly #chance: Chance;
  readonly #model = new Model();
  readonly #hpke: Hpke;
  readonly #account: string;
  readonly #computers: Computer[];
  readonly #isHostile: boolean;
  #server: Server;
  #other: { server: Server; holds: Computer } | null = null;
  #old: Server | null = null;
  #ghost: { context: SyncContext; state: SyncState } | null = null;
  #messages: Message[] = [];
  #joiners: Joiner[] = [];
  #code: Uint8Array;
  #ids = 0;
  /** The manifests that computers made, each with the one before and what it vouches for. */
  readonly #made = new Map<Hash, { previous: Hash; items: ReadonlyMap<string, Hash> }>();
  readonly #adopted = new Map<string, Hash>();

  constructor(chance: Chance, index: number) {
    this.#chance = chance;
    this.#isHostile = index % 2 === 1;
    // The library in one of twenty: it is slow, and a unit test shows that both are the same.
    this.#hpke = index % 20 === 0 ? library : quickHpke;
    this.#account = chance.uuid();
    this.#server = new Server(this.#account);
    this.#code = chance.bytes(20);
    const parts = { chance, model: this.#model, hpke: this.#hpke };
    this.#computers = ['one', 'two', 'three'].map((name) => new Computer(name, parts));
    for (const computer of this.#computers) {
      computer.onAdopted = (state) => this.#adopt(computer, state);
      computer.onSaid = (said) => this.#hear(said);
    }
  }

  async live(): Promise<void> {
    const [first, second] = this.#computers;
    if (first === undefined || second === undefined) return;
    for (let count = this.#chance.below(4); count > 0; count -= 1) first.edit();
    await this.#found(first);
    this.#ask(second);
    for (let step = 0; step < STEPS; step += 1) await this.#step();
  }

  async #step(): Promise<void> {
    const chance = this.#chance;
    const computer = chance.pick(this.#computers);
    const lot = chance.below(100);
    if (lot < 16) computer.edit();
    else if (lot < 34) this.#turn(computer);
    else if (lot < 82) await this.#deliver();
    else if (lot < 84) this.#count('lost', this.#take() !== null);
    else if (lot < 86) {
      const message = this.#peek();
      if (message !== null) this.#messages.push(message);
      this.#count('doubled', message !== null);
    } else if (lot < 88) {
      computer.crash();
      this.#count('crashed', true);
    } else if (lot < 89) {
      computer.putBack();
    } else if (lot < 95) await this.#members(computer);
    else if (lot < 97 && this.#chance.happens(0.5)) this.#old = this.#server.clone();
    else if (this.#isHostile && lot >= 97) await this.#plot(computer);
  }

  // Messages

  #turn(computer: Computer): void {
    this.#ids += 1;
    const request = computer.turn(this.#ids);
    if (request !== null) this.#send(computer, this.#ids, request);
  }

  #send(computer: Computer, id: number, body: Request): void {
    if (body.kind === 'push' && computer.disk !== null) {
      const { manifest, hash, known } = body.push;
      const items = new Map([...known.byId].map(([item, { hash: its }]) => [item, its] as const));
      this.#made.set(hash, { previous: readManifest(manifest, this.#account).previous, items });
    }
    this.#messages.push({ to: this.#serverOf(computer), computer, id, body });
  }

  #serverOf(computer: Computer): Server {
    return this.#other?.holds === computer ? this.#other.server : this.#server;
  }

  #peek(): Message | null {
    return this.#messages.length === 0 ? null : this.#chance.pick(this.#messages);
  }

  #take(): Message | null {
    const message = this.#peek();
    if (message !== null) this.#messages.splice(this.#messages.indexOf(message), 1);
    return message;
  }

  async #deliver(): Promise<void> {
    const message = this.#take();
    if (message !== null) await this.#arrive(message, true);
  }

  async #arrive({ to, computer, id, body }: Message, isRough: boolean): Promise<void> {
    if (to instanceof Server) {
      const reply = this.#serve(to, computer, body);
      if (reply !== null) this.#messages.push({ to: computer, computer, id, body: reply });
      return;
    }
    if (body.kind !== 'answer' && body.kind !== 'taken' && body.kind !== 'refused') return;
    const power = () => {
      if (isRough && this.#chance.happens(0.05)) throw new PowerCut();
    };
    try {
      const next = await computer.receive(id, body, power);
      if (next !== null) this.#send(computer, id, next);
    } catch (error) {
      if (!(error instanceof PowerCut)) throw error;
      computer.crash();
      this.#count('cut between two writes', true);
    }
  }

  #serve(server: Server, computer: Computer, body: Request | Reply): Reply | null {
    switch (body.kind) {
      case 'ask':
        if (computer.disk === null) return null;
        return {
          kind: 'answer',
          answer: server.answer(body.question, computer.disk.self, 2 + this.#chance.below(4)),
        };
      case 'push': {
        const isTaken = server.takePush(body.push);
        if (isTaken && server === this.#server) this.#acknowledge(body.push.known.byId);
        this.#count(isTaken ? 'pushes' : 'refused pushes', true);
        return { kind: isTaken ? 'taken' : 'refused' };
      }
      case 'propose': {
        const isTaken = server.takeProposal(body.proposal);
        this.#count('changes of the log', isTaken);
        this.#count('removals', isTaken && body.proposal.chain !== null);
        return { kind: isTaken ? 'taken' : 'refused' };
      }
      case 'answer':
      case 'taken':
      case 'refused':
        return null;
    }
  }

  #acknowledge(items: NonNullable<SyncState['items']>['byId']): void {
    for (const { record } of items.values()) {
      if (record !== null && 'entry' in record.body)
        this.#model.acknowledged(record.body.entry, record.displaced);
    }
  }

  // Members

  async #found(computer: Computer): Promise<void> {
    const { member } = computer;
    const proposal = await found(computer.context, { account: this.#account, member, at: computer.now() });
    this.#server.takeProposal(proposal);
    this.#begin(computer, { kind: 'founder' });
    const opened = this.#server.answer(
      { log: 1, manifests: 0, items: 0 },
      fingerprintOf(member, this.#account),
      1,
    );
    if (computer.disk === null) return;
    this.#ids += 1;
    const request = computer.turn(this.#ids);
    if (request?.kind === 'ask')
      await computer.receive(this.#ids, { kind: 'answer', answer: opened }, () => {});
    await this.#addKit(computer);
  }

  #begin(computer: Computer, proof: Proof): void {
    const { member } = computer;
    const state = begin(this.#server.entries, { account: this.#account, member, proof });
    computer.disk = noteChanges(state, computer.vault);
    this.#adopted.delete(computer.name);
    this.#count(`began: ${proof.kind}`, true);
  }

  /** A computer shows its words and asks to be let in. */
  #ask(computer: Computer): void {
    const words = newJoinWords(this.#chance.bytes);
    const key = quickJoinKey(words);
    const request = makeJoinRequest(computer.member, computer.context.keys, { account: this.#account, key });
    const by = this.#chance.pick(['words', 'QR code'] as const);
    const shown = by === 'words' ? wordsOf(words).join(' ') : joinQrText(words);
    const others = this.#joiners.filter((one) => one.computer !== computer);
    this.#joiners = [...others, { computer, key, request, shown, by }];
  }

  async #members(computer: Computer): Promise<void> {
    const chance = this.#chance;
    if (computer.disk?.push != null || computer.disk?.proposal != null || computer.asked > 0) {
      for (let times = 0; times < 2; times += 1) {
        this.#turn(computer);
        await this.#drain();
      }
    }
    const { disk } = computer;
    if (disk === null) {
      if (!this.#joiners.some((joiner) => joiner.computer === computer)) this.#ask(computer);
      else if (chance.happens(0.3)) await this.#joinByKit(computer);
      return;
    }
    if (disk.trouble === 'REMOVED') {
      computer.renew();
      this.#ask(computer);
      return;
    }
    if (disk.trouble !== null || disk.push !== null || disk.proposal !== null || disk.items === null) return;
    if (disk.epochKeys.size < disk.log.epochs.length) return;
    const [joiner] = this.#joiners;
    if (joiner !== undefined) await this.#approve(computer, disk, joiner);
    else if (chance.happens(0.35)) await this.#remove(computer, disk);
    else if (chance.happens(0.1)) await this.#addKit(computer);
  }

  async #approve(computer: Computer, disk: SyncState, joiner: Joiner): Promise<void> {
    const { computer: joins, request, shown } = joiner;
    const isIn = this.#server.log?.members.has(fingerprintOf(joins.member, this.#account)) === true;
    if (isIn) this.#welcome(joiner);
    else if (!disk.log.members.has(fingerprintOf(joins.member, this.#account))) {
      const read = readJoinWords(shown);
      if (read.outcome !== 'read') return void this.faults.push(`what a screen shows is not read: ${shown}`);
      const key = quickJoinKey(read.words);
      computer.disk = await proposeAdd(computer.context, disk, { request, key, at: computer.now() });
    }
  }

  #welcome({ computer, key, by }: Joiner): void {
    this.#joiners = this.#joiners.filter((joiner) => joiner.computer !== computer);
    if (computer.disk !== null) return;
    this.#begin(computer, { kind: 'words', key });
    this.#count(`let in by ${by}`, true);
  }

  async #joinByKit(computer: Computer): Promise<void> {
    const { log, entries, manifests } = this.#server;
    const kit = log && presentMembers(log).find(({ member }) => member.kind === 'kit');
    const seal = kit && this.#server.seals.get(kit.fingerprint)?.at(-1);
    if (seal === undefined || seal === null) return;
    const { context, member } = computer;
    const fingerprint = fingerprintOf(member, this.#account);
    if (log?.members.has(fingerprint) === true) return;
    const { request } = makeJoinRequest(member, context.keys, {
      account: this.#account,
      key: this.#chance.bytes(32),
    });
    const shown = { account: this.#account, entries, newest: manifests.at(-1) ?? null, seal };
    // A page whose keys the present log knows lets a computer in. Others are older kits, or kits that never came in.
    const isMember = log?.members.get(kitFingerprint(this.#code, this.#account))?.removed === null;
    try {
      const proposal = await addByKit(context, shown, { code: this.#code, request, at: computer.now() });
      if (!this.#server.takeProposal(proposal)) return this.#kitFails(isMember);
      this.#joiners = this.#joiners.filter((joiner) => joiner.computer !== computer);
      this.#begin(computer, { kind: 'kit', entry: proposal.hash });
      this.#count('let in by kit', true);
    } catch (error) {
      if (!(error instanceof SyncError)) throw error;
      if (error.code !== 'NOT_WELCOMED' && error.code !== 'KEY_WRONG') throw error;
      this.#kitFails(isMember && kit?.fingerprint === kitFingerprint(this.#code, this.#account));
    }
  }

  #kitFails(isMember: boolean): void {
    if (isMember) this.faults.push('the kit that is a member lets nobody in');
  }

  async #addKit(computer: Computer): Promise<void> {
    const { disk } = computer;
    if (disk === null || disk.push !== null || disk.proposal !== null) return;
    const kits = presentMembers(disk.log).filter(({ member }) => member.kind === 'kit');
    if (kits.length > 1) return;
    this.#code = this.#chance.bytes(20);
    computer.disk = await proposeKit(computer.context, disk, { code: this.#code, at: computer.now() });
  }

  async #remove(computer: Computer, disk: SyncState): Promise<void> {
    const others = presentMembers(disk.log).filter(({ fingerprint }) => fingerprint !== disk.self);
    const kits = others.filter(({ member }) => member.kind === 'kit');
    const going = kits.length > 1 ? kits[0] : this.#chance.pick(others);
    if (going === undefined || (going.member.kind === 'kit' && kits.length < 2)) return;
    const goes = this.#computers.find(({ disk: its }) => its?.self === going.fingerprint);
    if (goes?.disk?.items != null && goes.disk.push === null && goes.disk.trouble === null) {
      goes.edit();
      this.#ghost = {
        context: goes.context,
        state: noteChanges({ ...goes.disk, proposal: null }, goes.vault),
      };
    }
    computer.disk = await proposeRemove(computer.context, disk, {
      member: going.fingerprint,
      at: computer.now(),
    });
    this.#count('removals proposed', true);
  }

  // The hostile service

  async #plot(computer: Computer): Promise<void> {
    const { disk } = computer;
    if (this.#chance.happens(0.2)) return this.#invent(computer);
    if (disk === null || disk.trouble !== null) return;
    if (this.#other === null && this.#chance.happens(0.1) && disk.items !== null) {
      this.#other = { server: this.#server.clone(), holds: computer };
      this.#count('forks', true);
      return;
    }
    if (this.#other?.holds === computer) {
      if (this.#chance.happens(0.5)) await this.#join(computer, this.#other.server);
      return;
    }
    await this.#lie(computer, this.#chance.pick(acts));
  }

  async #lie(computer: Computer, act: Act): Promise<void> {
    computer.asked = 1;
    this.#ids += 1;
    const id = this.#ids;
    let request = computer.turn(id);
    if (request?.kind !== 'ask') return;
    const before = computer.disk;
    if (before === null) return;
    const vault = computer.vault;
    // The last page is the one with something to gain.
    const page = 1000;
    const honest = this.#server.answer(request.question, before.self, page);
    const means = { server: this.#server, chance: this.#chance, old: this.#old, ghost: this.#ghost, page };
    const isIn = this.#server.log?.members.get(before.self)?.removed === null;
    const answer = isIn ? tamper(act, honest, before, request.question, means) : null;
    if (answer === null) {
      computer.crash();
      return;
    }
    this.#count(`act: ${act}`, true);
    request = await computer.receive(id, { kind: 'answer', answer }, () => {});
    const isNoticed = computer.disk?.trouble !== null && computer.disk?.trouble !== 'REMOVED';
    if (request !== null || !isNoticed)
      this.faults.push(`not noticed by ${computer.name}: the service ${act}`);
    else this.#count(`noticed act: ${act}`, true);
    this.#count(`noticed: ${computer.disk?.trouble}`, isNoticed);
    if (computer.vault !== vault)
      this.faults.push(`${computer.name} changed its vault by what it did not believe`);
    // The person tries again, and the service is as it should be.
    if (computer.disk !== null && isNoticed) computer.disk = { ...computer.disk, trouble: null };
  }

  /** After a fork, the service shows the history of the others. */
  async #join(computer: Computer, server: Server): Promise<void> {
    this.#other = null;
    this.#messages = this.#messages.filter((message) => message.computer !== computer);
    const isFork =
      !this.#isAncestor(computer.disk?.position.hash ?? NO_HASH) ||
      server.entries.length > this.#server.entries.length;
    const isSameLog = computer.disk?.log.entries.every(
      ({ hash }, at) => this.#server.log?.entries[at]?.hash === hash,
    );
    for (let round = 0; round < ROUNDS && computer.isIn(); round += 1) {
      computer.asked = 1;
      this.#turn(computer);
      await this.#drain();
    }
    if (!isFork && isSameLog === true) return;
    const trouble = computer.disk?.trouble ?? null;
    this.#count(`fork noticed: ${trouble}`, trouble !== null);
    if (isSameLog === false || !this.#isAncestor(computer.disk?.position.hash ?? NO_HASH)) {
      if (trouble === null) this.faults.push(`not noticed by ${computer.name}: a fork`);
      this.#model.lostUnsent(computer.name);
    }
  }

  #isAncestor(hash: Hash): boolean {
    return (
      hash === NO_HASH ||
      this.#server.manifests.some((bytes) => readManifest(bytes, this.#account).hash === hash)
    );
  }

  /** The service makes a log of its own for a computer that joins, or asks to join itself. */
  async #invent(computer: Computer): Promise<void> {
    const keys = newDeviceKeys(this.#chance.bytes);
    const context = { keys, hpke: this.#hpke, random: this.#chance.bytes };
    const account = this.#account;
    const member = memberOf(keys, { kind: 'device', name: 'Your computer', platform: 'linux', madeAt: 0 });
    const joiner = this.#joiners.find((one) => one.computer === computer);
    if (joiner === undefined) {
      const { disk } = computer;
      const real = this.#joiners[0];
      if (disk === null || !computer.isIn() || real === undefined || disk.items === null) return;
      const request = makeJoinRequest(member, keys, { account, key: this.#chance.bytes(32) });
      const ask = () => proposeAdd(computer.context, disk, { request, key: real.key, at: 0 });
      await this.#isRefused('asks to join', ask);
      return;
    }
    const proposal = await found(context, { account, member, at: 0 });
    const own = begin([proposal.entry], { account, member, proof: { kind: 'founder' } });
    const key = this.#chance.bytes(32);
    const forged = makeJoinRequest(joiner.computer.member, joiner.computer.context.keys, { account, key });
    const sealed = { ...own, epochKeys: new Map([[1, this.#chance.bytes(32)]]) };
    const added = await proposeAdd(context, sealed, {
      request: forged,
      key,
      at: 0,
    });
    if (added.proposal === null) return;
    const entries = [proposal.entry, added.proposal.entry];
    const proof: Proof = { kind: 'words', key: joiner.key };
    await this.#isRefused('invents a log', async () =>
      begin(entries, { account, member: computer.member, proof }),
    );
  }

  async #isRefused(act: string, attempt: () => Promise<unknown>): Promise<void> {
    this.#count(`act: ${act}`, true);
    try {
      await attempt();
      this.faults.push(`not noticed: the service ${act}`);
    } catch (error) {
      if (!(error instanceof SyncError)) throw error;
      this.#count(`noticed: ${error.code}`, true);
      this.#count(`noticed act: ${act}`, true);
    }
  }

  /** What a person is told, counted. */
  #hear({ conflicts, kept, joined }: Said): void {
    this.#count('conflicts', conflicts.size > 0, conflicts.size);
    this.#count('entries that stayed', kept.length > 0, kept.length);
    this.#count('entries that were one', joined.size > 0, joined.size);
  }

  // What must hold

  /** A computer believes only what a computer made, as that one made it, and never leaves what it believed. */
  #adopt(computer: Computer, { position, items }: SyncState): void {
    const made = this.#made.get(position.hash);
    if (position.sequence > 0 && made === undefined)
      this.faults.push(`${computer.name} believes an invented manifest`);
    if (made !== undefined && items !== null) {
      const isSame =
        made.items.size === items.byId.size &&
        [...items.byId].every(([id, { hash }]) => made.items.get(id) === hash);
      if (!isSame) this.faults.push(`${computer.name} has other items than its manifest vouches for`);
    }
    const before = this.#adopted.get(computer.name) ?? NO_HASH;
    let at: Hash | undefined = position.hash;
    while (at !== undefined && at !== before) at = this.#made.get(at)?.previous;
    if (at === undefined && before !== NO_HASH) this.faults.push(`${computer.name} left what it believed`);
    this.#adopted.set(computer.name, position.hash);
  }

  async #drain(): Promise<void> {
    for (let count = 0; this.#messages.length > 0 && count < 1000; count += 1) {
      const message = this.#take();
      if (message !== null) await this.#arrive(message, false);
    }
  }

  /** All are connected, and the service is as it should be. */
  async settle(): Promise<void> {
    if (this.#other !== null) await this.#join(this.#other.holds, this.#other.server);
    for (let round = 0; round < ROUNDS && !this.#isQuiet(); round += 1) {
      for (const computer of this.#computers) {
        computer.crash();
        this.#turn(computer);
        await this.#drain();
      }
    }
    const present = this.#computers.filter((computer) => computer.isIn());
    for (const computer of this.#computers) if (!computer.isIn()) this.#model.lostUnsent(computer.name);
    const [first, ...others] = present;
    if (first === undefined) return;
    for (const { name, disk } of present) {
      if (disk === null) continue;
      const isDone = disk.pending.size === 0 && disk.push === null && disk.items !== null;
      if (!isDone) this.faults.push(`${name} is not done`);
      if (disk.position.hash !== this.#server.newest().hash) this.faults.push(`${name} is not up to date`);
    }
    for (const other of others) {
      const [mine, theirs] = [itemsOf(first.vault), itemsOf(other.vault)];
      for (const id of new Set([...mine.keys(), ...theirs.keys()])) {
        const [one, its] = [mine.get(id)?.body, theirs.get(id)?.body];
        const isGone = [one, its].every((body) => body === undefined || body.kind === 'gone');
        const isSame = isGone || (one !== undefined && its !== undefined && sameBody(one, its));
        if (!isSame) {
          const shown = JSON.stringify([one, its, first.disk?.items?.byId.get(id)?.record?.body]);
          this.faults.push(`${first.name} and ${other.name} differ in ${id}: ${shown}`);
        }
      }
      if (
        first.vault.entries.map(({ id }) => id).join(' ') !==
        other.vault.entries.map(({ id }) => id).join(' ')
      ) {
        this.#count('lists in another order', true);
      }
    }
    const displaced = [...(first.disk?.items?.byId.values() ?? [])].flatMap(
      ({ record }) => record?.displaced ?? [],
    );
    this.faults.push(...this.#model.faultsOf(first.vault, displaced));
    this.#count(`computers at the end: ${present.length}`, true);
    this.#count('entries at the end', true, first.vault.entries.length);
  }

  /** Whether nobody who is in has anything left to send or to read. */
  #isQuiet(): boolean {
    return this.#computers.every((computer) => {
      const { disk } = computer;
      if (disk === null || !computer.isIn()) return true;
      const isUpToDate =
        disk.position.hash === this.#server.newest().hash &&
        disk.log.entries.length === this.#server.entries.length;
      if (disk.items === null || lostItems(disk.items, computer.vault).size > 0) return false;
      const noted = noteChanges(disk, computer.vault);
      return (
        isUpToDate &&
        noted.pending.size === 0 &&
        disk.push === null &&
        disk.proposal === null &&
        disk.items !== null
      );
    });
  }

  #count(what: string, is: boolean, times = 1): void {
    if (is) this.counts.set(what, (this.counts.get(what) ?? 0) + times);
  }
}

/** In the place of scrypt, which takes longer than a whole history. */
function quickJoinKey(words: readonly number[]): Uint8Array {
  return new Uint8Array(createHash('sha256').update(words.join(' ')).digest());
}
