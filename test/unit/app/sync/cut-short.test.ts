/** A computer loses its power between any two steps: of its two files, and of what it says to the service. */
import { describe, expect, it } from 'vitest';
import type { SealedFile, VaultStore } from '../../../../src/app/ports.ts';
import {
  createMemoryKeychain,
  createMemorySealedFile,
  createMemoryVaultStore,
} from '../../../rig/memory-ports.ts';
import {
  createSyncComputer,
  createSyncService,
  NOW,
  turnOnSync,
  type SyncComputer,
  type SyncService,
} from '../../../rig/sync.ts';

/** Stops at a step: nothing that comes later happens. */
class Power {
  steps = 0;
  cutAt = Infinity;
  isOff = false;

  step(): void {
    this.steps += 1;
    if (this.steps >= this.cutAt) this.isOff = true;
    if (this.isOff) throw new Error('no power');
  }
}

/** A disk and a line to the service that are cut with the power. The disk itself keeps what is on it. */
function createMachine(service: SyncService) {
  const power = new Power();
  const vaultStore = createMemoryVaultStore(() => NOW);
  const file = createMemorySealedFile();
  const cut = {
    vaultStore: {
      ...vaultStore,
      async update(...given: Parameters<VaultStore['update']>) {
        power.step();
        await vaultStore.update(...given);
        power.step();
      },
    },
    file: {
      ...file,
      async write(bytes: Uint8Array) {
        power.step();
        await file.write(bytes);
        power.step();
      },
      async remove() {
        power.step();
        await file.remove();
        power.step();
      },
    } satisfies SealedFile,
    keychain: createMemoryKeychain(),
  };
  const remote = new Proxy(service.remote, {
    get: (target, name) => {
      const call: unknown = Reflect.get(target, name);
      if (typeof call !== 'function') return call;
      return async (...given: unknown[]): Promise<unknown> => {
        power.step();
        const answer: unknown = await Reflect.apply(call, target, given);
        power.step();
        return answer;
      };
    },
  });
  return {
    power,
    /** Starts it with what is on its disk. */
    boot(name: string): Promise<SyncComputer> {
      power.cutAt = Infinity;
      power.isOff = false;
      power.steps = 0;
      return createSyncComputer({ remote }, name, cut);
    },
  };
}

interface World {
  service: SyncService;
  desk: SyncComputer;
  machine: ReturnType<typeof createMachine>;
  code: string;
}

/** What is done on the computer that is cut short, what comes before, and what must hold at last. */
interface Story {
  before(world: World, lap: SyncComputer): Promise<void>;
  act(lap: SyncComputer, world: World): Promise<unknown>;
  /** Goes on after the cut, as a person would. */
  after(lap: SyncComputer, world: World): Promise<void>;
  names: readonly string[];
}

async function goOn(lap: SyncComputer): Promise<void> {
  await lap.sync.look();
}

const stories: Record<string, Story> = {
  'turning it on': {
    before: async (_, lap) => void (await lap.add('Mine')),
    act: async (lap, world) => lap.sync.turnOn(world.code),
    async after(lap, world) {
      if ((await lap.view()).stage === 'off') await lap.sync.turnOn(world.code);
      await lap.sync.look();
      // Between the log and its kit: the members show that it is missing.
      const { members } = await lap.on();
      if (!members.some(({ kind }) => kind === 'kit')) await lap.sync.addKit(world.code);
      await world.desk.sync.joinByKit(world.code);
    },
    names: ['Mine'],
  },
  'joining with the kit': {
    async before({ desk }, lap) {
      await desk.add('Theirs');
      await desk.sync.look();
      await lap.add('Mine');
    },
    act: (lap, { code }) => lap.sync.joinByKit(code),
    async after(lap, { code }) {
      if ((await lap.view()).stage === 'off') await lap.sync.joinByKit(code);
      await goOn(lap);
    },
    names: ['Mine', 'Theirs'],
  },
  'pushing and applying at once': {
    async before({ desk, code }, lap) {
      const { id } = await desk.add('Both');
      await desk.add('Gone');
      await desk.sync.look();
      await lap.sync.joinByKit(code);
      await desk.rename(id, 'Renamed by the desk');
      await desk.trash('Gone');
      await desk.add('Theirs');
      await desk.sync.look();
      await lap.add('Mine');
      await lap.vault.change((document) => ({
        ...document,
        entries: document.entries.map((one) => (one.id === id ? { ...one, note: 'From the lap' } : one)),
      }));
    },
    act: goOn,
    async after(lap, { desk }) {
      await goOn(lap);
      await desk.sync.look();
      const notes = (desk.vault.document()?.entries ?? [])
        .map(({ note }) => note)
        .filter((note) => note !== '');
      expect(notes).toEqual(['From the lap']);
    },
    names: ['Mine', 'Renamed by the desk', 'Theirs'],
  },
  'keeping two codes of one entry': {
    async before({ desk, code }, lap) {
      await desk.add('Site');
      await desk.sync.look();
      await lap.sync.joinByKit(code);
      for (const computer of [desk, lap]) {
        await computer.vault.change((document) => ({
          ...document,
          entries: document.entries.map((one) => ({
            ...one,
            parameters: { ...one.parameters, secret: Buffer.from(`of ${computer.name}`) },
          })),
        }));
      }
      await desk.sync.look();
    },
    act: goOn,
    async after(lap, { desk }) {
      await goOn(lap);
      await desk.sync.look();
      for (const computer of [lap, desk]) expect((await computer.on()).conflicts).toHaveLength(1);
    },
    names: ['Site', 'Site'],
  },
  'removing a computer': {
    async before({ desk, code }, lap) {
      await desk.add('Known');
      await desk.sync.look();
      await lap.sync.joinByKit(code);
    },
    act: (lap, { desk }) => removeOther(lap, desk),
    async after(lap, { desk, code }) {
      await lap.sync.look();
      await removeOther(lap, desk);
      const { renewals, members } = await lap.on();
      expect(members.map(({ name }) => name)).toEqual(['', 'Lap']);
      expect(renewals.map(({ name, entries }) => [name, entries.length])).toEqual([['Desk', 1]]);
      await lap.add('After');
      await lap.sync.look();
      await desk.sync.look();
      expect(desk.names()).toEqual(['Known']);
      await desk.sync.turnOff();
      await desk.sync.joinByKit(code);
    },
    names: ['After', 'Known'],
  },
  'joining with its words': {
    async before({ desk }, lap) {
      await desk.add('Theirs');
      await desk.sync.look();
      await lap.add('Mine');
    },
    async act(lap, { desk }) {
      await lap.sync.join();
      await desk.sync.add(await wordsOf(lap));
      await lap.sync.look();
    },
    async after(lap, { desk }) {
      if ((await lap.view()).stage === 'off') await lap.sync.join();
      await goOn(lap);
      if ((await lap.view()).stage === 'waiting') await desk.sync.add(await wordsOf(lap));
      await goOn(lap);
    },
    names: ['Mine', 'Theirs'],
  },
  'letting a computer in': {
    async before({ desk, service, code }, lap) {
      await desk.add('Theirs');
      await desk.sync.look();
      await lap.sync.joinByKit(code);
      const third = await createSyncComputer(service, 'Third');
      await third.sync.join();
      waiting = third;
    },
    act: async (lap) => lap.sync.add(await wordsOf(waiting)),
    async after(lap) {
      await goOn(lap);
      await waiting.sync.look();
      if ((await waiting.view()).stage === 'waiting') await lap.sync.add(await wordsOf(waiting));
      await waiting.sync.look();
      expect((await lap.on()).members.map(({ name }) => name)).toEqual(['Desk', '', 'Lap', 'Third']);
      await waiting.add('Of the third');
      await waiting.sync.look();
      await waiting.crash();
    },
    names: ['Of the third', 'Theirs'],
  },
  'giving up waiting': {
    async before({ desk }, lap) {
      await lap.add('Mine');
      await desk.add('Theirs');
      await desk.sync.look();
      await lap.sync.join();
    },
    act: (lap) => lap.sync.cancel(),
    async after(lap, { code }) {
      if ((await lap.view()).stage === 'waiting') await lap.sync.cancel();
      await lap.sync.joinByKit(code);
    },
    names: ['Mine', 'Theirs'],
  },
  'turning it off': {
    async before({ desk, code }, lap) {
      await desk.add('Theirs');
      await desk.sync.look();
      await lap.sync.joinByKit(code);
      await lap.add('Mine');
    },
    act: (lap) => lap.sync.turnOff(),
    async after(lap, { code }) {
      if ((await lap.view()).stage === 'on') await lap.sync.turnOff();
      await lap.sync.joinByKit(code);
    },
    names: ['Mine', 'Theirs'],
  },
  'turning it off everywhere': {
    async before({ desk, code }, lap) {
      await desk.add('Theirs');
      await desk.sync.look();
      await lap.sync.joinByKit(code);
      await lap.add('Mine');
    },
    act: (lap) => lap.sync.turnOffEverywhere(),
    async after(lap, { desk, service }) {
      await lap.sync.turnOffEverywhere();
      expect(service.server.log).toBeNull();
      await desk.sync.turnOffEverywhere();
      const code = await lap.makeKit();
      await lap.sync.turnOn(code);
      await desk.sync.joinByKit(code);
    },
    names: ['Mine', 'Theirs'],
  },
  'the vault gets another key': {
    async before({ desk, code }, lap) {
      await desk.add('Theirs');
      await desk.sync.look();
      await lap.sync.joinByKit(code);
      await lap.add('Mine');
    },
    act: (lap) => lap.vault.rotateKey(),
    after: goOn,
    names: ['Mine', 'Theirs'],
  },
};

/** The computer that is let in. */
let waiting: SyncComputer;

async function wordsOf(computer: SyncComputer): Promise<string> {
  const view = await computer.view();
  if (view.stage !== 'waiting') throw new Error(`it is ${view.stage}`);
  return view.words.join(' ');
}

async function removeOther(lap: SyncComputer, desk: SyncComputer): Promise<void> {
  const { members } = await lap.on();
  const other = members.find(({ name }) => name === desk.name);
  if (other !== undefined) await lap.sync.remove({ id: other.id });
}

describe('a computer that loses its power', () => {
  // Words are stretched with scrypt, in each of many runs.
  const patience = { timeout: 600_000 };
  it.each(Object.entries(stories))('while %s opens its vault, and goes on', patience, async (name, story) => {
    let isDone = false;
    for (let cutAt = 1; !isDone; cutAt += 1) {
      const service = createSyncService();
      const machine = createMachine(service);
      const desk = await createSyncComputer(service, 'Desk');
      const lap = await machine.boot('Lap');
      const isFounder = name === 'turning it on';
      const code = isFounder ? await lap.makeKit() : await turnOnSync(desk);
      const world = { service, desk, machine, code };
      await story.before(world, lap);
      machine.power.steps = 0;
      machine.power.cutAt = cutAt;
      isDone = await story.act(lap, world).then(
        () => !machine.power.isOff,
        (error: unknown) => {
          // Cut while the answer of a step was on its way: everything else is a failure of the test.
          if (!machine.power.isOff) throw error;
          return false;
        },
      );
      await lap.crash();
      const again = await machine.boot('Lap');
      expect(again.vault.state().state).toBe('open');
      await story.after(again, world);
      await desk.sync.look();
      await again.sync.look();
      await desk.sync.look();
      const step = `cut at step ${cutAt}`;
      expect([step, again.names(), desk.names()]).toEqual([step, story.names, story.names]);
      expect(again.secrets()).toEqual(desk.secrets());
      expect(await again.on()).toMatchObject({ trouble: null, pending: [], unreadable: 0 });
      expect([...again.log.lines, ...desk.log.lines]).toEqual([]);
      await again.crash();
      await desk.crash();
    }
  });
});
