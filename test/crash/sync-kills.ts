import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { isFailure } from '../../src/app/failure.ts';
import { presentMembers } from '../../src/core/sync/protocol/log.ts';
import { createSyncComputer, createSyncService, type SyncComputer } from '../rig/sync.ts';
import { createRandom } from './model.ts';
import { openSyncComputer, type SyncOrder } from './sync-computer.ts';

/** Longer than a write of the two files takes. */
const LONGEST_LIFE_MS = 15;
const MOST_CALLS = 8;
/** Computers that are in and exist no more: each time that the killed one joins anew it leaves one. */
const GHOSTS = 6;

export interface SyncKillFigures {
  kills: number;
  /** Kills that fell into something that was begun and not done, by what it was. */
  cut: Map<SyncOrder['act']['do'], number>;
  lost: number;
}

type Act = SyncOrder['act'];
type Child = ChildProcess;

const messageSchema = z.union([
  z.object({ id: z.int(), call: z.string(), given: z.array(z.unknown()) }),
  z.object({ say: z.enum(['ready', 'begin', 'done']) }),
]);

/**
 * Kills (SIGKILL) a computer while it turns sync on, joins, pushes, pulls, applies, lets another one in, removes one, gets
 * another key or turns sync off: at one of its calls to the service, before or after that has acted, or some moments
 * later. After each kill its vault opens, sync goes on, both computers come to the same, and all that was there is there.
 * @param actorPath the bundled process
 * @param seed chooses what is done and when it is killed
 */
export async function killWhileSyncing(
  kills: number,
  actorPath: string,
  seed: number,
): Promise<SyncKillFigures> {
  const figures: SyncKillFigures = { kills: 0, cut: new Map(), lost: 0 };
  const root = await mkdtemp(join(tmpdir(), 'latchkey-sync-crash-'));
  const world = await createWorld(join(root, 'lap'), createRandom(seed));
  let next = startActor(actorPath, root);
  while (figures.kills < kills) {
    const actor = next;
    next = startActor(actorPath, root);
    const act = await world.choose();
    const isDone = await world.kill(actor, act);
    figures.kills += 1;
    if (!isDone) figures.cut.set(act.do, (figures.cut.get(act.do) ?? 0) + 1);
    const problem = await world.goOn(act, isDone).catch(String);
    if (problem === null) continue;
    figures.lost += 1;
    console.error(`kill ${figures.kills} (seed ${seed}) while it did ${JSON.stringify(act)}: ${problem}`);
    // What follows would only tell the same.
    break;
  }
  next.kill('SIGKILL');
  await rm(root, { recursive: true, force: true });
  return figures;
}

/** A service, a computer that is never killed (`desk`), and the folder of the one that is (`lap`). */
async function createWorld(folder: string, random: (below: number) => number) {
  const service = createSyncService();
  const desk = await createSyncComputer(service, 'Desk');
  const first = await openSyncComputer(folder, service.remote);
  /** Each one's own kit, and the one that is a member. */
  const kits = { desk: await desk.makeKit(), lap: await first.makeKit() };
  await first.crash();
  let code = kits.desk;
  let names = 0;
  let lapStage = 'off';
  /** What must be in the lap's vault, and in both once they are in. */
  const kept = { names: new Set<string>(), secrets: new Set<string>() };
  /** An entry gets another secret once: its history of them is short. */
  const replaced = new Set<string>();
  /** Words of computers that were let in. */
  const letIn = new Set<string>();
  const newName = () => `Site ${(names += 1)}`;

  const devices = () => {
    const { log } = service.server;
    return log === null ? [] : presentMembers(log).filter(({ member }) => member.kind === 'device');
  };

  async function choose(): Promise<Act> {
    if (service.server.log === null) {
      await forget(desk);
      if (random(2) === 0) {
        code = kits.lap;
        return { do: 'turnOn', code };
      }
      code = kits.desk;
      await desk.sync.turnOn(code);
    }
    if (lapStage === 'off') return random(2) === 0 ? { do: 'joinByKit', code } : { do: 'join' };
    const deskView = await desk.view();
    if (lapStage === 'waiting') {
      if (deskView.stage !== 'on' || random(4) === 0) return { do: 'cancel' };
      await letLapIn();
      return { do: 'look' };
    }
    if (deskView.stage === 'off') await desk.sync.join();
    const view = await desk.view();
    if (view.stage === 'waiting') return { do: 'letIn', words: view.words.join(' ') };
    if (devices().length > GHOSTS) return { do: 'turnOffEverywhere' };
    return anAct();
  }

  async function anAct(): Promise<Act> {
    const once = desk.names().filter((name) => !replaced.has(name));
    const entry = once[random(once.length)];
    switch (random(8)) {
      case 0:
      case 1:
        return { do: 'add', name: newName() };
      case 2:
      case 3: {
        await desk.add(remember(newName()));
        await desk.sync.look();
        return { do: 'look' };
      }
      case 4: {
        if (entry === undefined) return { do: 'add', name: newName() };
        // Both give it another secret: both stay.
        replaced.add(entry);
        const theirs = `of the desk ${(names += 1)}`;
        await replaceOnDesk(entry, theirs);
        await desk.sync.look();
        kept.secrets.add(theirs);
        return { do: 'replace', name: entry, secret: `of the lap ${(names += 1)}` };
      }
      case 5: {
        const member = devices().find(({ fingerprint }) => fingerprint !== lapFingerprint);
        return member === undefined ? { do: 'look' } : { do: 'remove', member: member.fingerprint };
      }
      case 6:
        return { do: 'rotateKey' };
      default:
        return random(3) === 0 ? { do: 'turnOff' } : { do: 'look' };
    }
  }

  let lapFingerprint = '';

  function remember(name: string): string {
    kept.names.add(name);
    return name;
  }

  async function replaceOnDesk(issuer: string, secret: string): Promise<void> {
    await desk.vault.change((document) => ({
      ...document,
      entries: document.entries.map((one) =>
        one.issuer === issuer
          ? { ...one, parameters: { ...one.parameters, secret: Buffer.from(secret) } }
          : one,
      ),
    }));
  }

  async function letLapIn(): Promise<void> {
    const lap = await openSyncComputer(folder, service.remote);
    const view = await lap.view();
    await lap.crash();
    const words = view.stage === 'waiting' ? view.words.join(' ') : '';
    if (words === '' || letIn.has(words)) return;
    try {
      await desk.sync.add(words);
      letIn.add(words);
    } catch (error) {
      // It was killed before it asked.
      if (!isFailure(error, 'JOIN_NOT_ASKED')) throw error;
    }
  }

  /** Gives an act to the process, and kills it in the middle. @returns whether it was done before */
  async function kill(actor: Child, act: Act): Promise<boolean> {
    const at = { call: random(2) === 0 ? random(MOST_CALLS) : null, isBefore: random(2) === 0 };
    const life = random(LONGEST_LIFE_MS);
    const { promise: over, resolve: end } = Promise.withResolvers<void>();
    let isDone = false;
    let calls = 0;
    const closed = once(actor, 'exit');
    actor.on('message', (received) => {
      const message = messageSchema.parse(received);
      if ('say' in message) {
        if (message.say === 'begin' && at.call === null) void pause(life).then(end);
        if (message.say === 'done') {
          isDone = true;
          end();
        }
        return;
      }
      const isLast = calls === at.call;
      calls += 1;
      if (isLast && at.isBefore) return end();
      void serve(message.call, message.given).then((answer) => {
        if (isLast) end();
        // It may be killed by now, and an answer that nobody reads is no fault.
        else actor.send({ id: message.id, ...answer }, () => undefined);
      });
    });
    actor.send({ folder, act } satisfies SyncOrder);
    await Promise.race([over, closed]);
    actor.kill('SIGKILL');
    await closed;
    if (actor.signalCode !== 'SIGKILL') throw new Error(`the process ended by itself in ${act.do}`);
    return isDone;
  }

  async function serve(call: string, given: unknown[]): Promise<Record<string, unknown>> {
    try {
      const work: unknown = Reflect.get(service.remote, call);
      if (typeof work !== 'function') throw new TypeError(`no call ${call}`);
      return { value: await Reflect.apply(work, service.remote, given) };
    } catch (error) {
      if (isFailure(error, 'SYNC_STALE', 'SYNC_OFF')) return { code: error.code, data: error.data };
      throw error;
    }
  }

  /** What is wrong after a kill; null if all went on. */
  async function goOn(act: Act, isDone: boolean): Promise<string | null> {
    if (act.do === 'add' && isDone) remember(act.name);
    if (act.do === 'replace' && isDone) kept.secrets.add(act.secret);
    const lap = await openSyncComputer(folder, service.remote);
    try {
      const state = lap.vault.state();
      if (state.state !== 'open' || state.recoveredFrom !== null)
        return `the vault is ${JSON.stringify(state)}`;
      await settle(lap);
      const here = lap.names();
      const missing = [...kept.names].find((name) => !here.includes(name) && lapStage === 'on');
      if (missing !== undefined) return `${missing} is gone`;
      return lapStage === 'on' && (await desk.view()).stage === 'on' ? await compare(lap) : null;
    } finally {
      await lap.crash();
    }
  }

  /** A person goes on: looks, and does again what was cut short. */
  async function settle(lap: SyncComputer): Promise<void> {
    await look(lap);
    await look(desk);
    if (service.server.log === null) {
      await forget(desk);
      await forget(lap);
    }
    const deskView = await desk.view();
    if (deskView.stage === 'on' && deskView.trouble?.code === 'removed') await desk.sync.turnOff();
    const view = await lap.view();
    lapStage = view.stage;
    if (view.stage !== 'on') return;
    if (view.trouble !== null) throw new Error(`the trouble is ${JSON.stringify(view.trouble)}`);
    lapFingerprint = view.members.find(({ isSelf }) => isSelf)?.id ?? '';
    // Cut short between the log and its kit: the members show it.
    if (!view.members.some(({ kind }) => kind === 'kit')) await lap.sync.addKit(kits.lap);
    if ((await desk.view()).stage !== 'on') return;
    for (const one of [lap, desk, lap]) await look(one);
  }

  async function compare(lap: SyncComputer): Promise<string | null> {
    const both = [lap.names(), lap.secrets(), desk.names(), desk.secrets()].map((list) => list.join(', '));
    if (both[0] !== both[2] || both[1] !== both[3]) return `they differ: ${both.join(' | ')}`;
    const secret = [...kept.secrets].find((one) => !hasSecret(lap, one));
    if (secret !== undefined) return `the secret ${secret} is gone`;
    const { trouble, pending, unreadable } = await lap.on();
    const isQuiet = trouble === null && pending.length === 0 && unreadable === 0;
    return isQuiet ? null : `it is not quiet: ${JSON.stringify({ trouble, pending, unreadable })}`;
  }

  return { choose, kill, goOn };
}

/** Looks at the service; that sync is off there is no failure here. */
async function look({ sync, view }: Pick<SyncComputer, 'sync' | 'view'>): Promise<void> {
  if ((await view()).stage === 'off') return;
  await sync.look().catch((error: unknown) => {
    if (!isFailure(error, 'SYNC_OFF')) throw error;
  });
}

async function forget(computer: SyncComputer): Promise<void> {
  if ((await computer.view()).stage !== 'off') await computer.sync.turnOff();
}

/** Whether an entry has a secret, or had it before another one. */
function hasSecret({ vault }: SyncComputer, secret: string): boolean {
  const wanted = Buffer.from(secret);
  return (vault.document()?.entries ?? []).some(({ parameters, former }) =>
    [{ parameters }, ...former].some((one) => wanted.equals(one.parameters.secret)),
  );
}

function startActor(path: string, root: string): Child {
  const env = { ...process.env, NODE_COMPILE_CACHE: join(root, 'compile-cache') };
  const execArgv = ['--no-warnings'];
  return fork(path, [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env,
    execArgv,
  });
}
