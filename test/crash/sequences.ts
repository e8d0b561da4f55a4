import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { after, anOrder, createRandom, isSameModel, modelOf, PASSPHRASE, type Model } from './model.ts';
import type { Order } from './orders.ts';
import { openTestVault } from './vault.ts';

const STEPS = 8;
/** One step in so many ends in a kill. */
const KILL_EVERY = 8;
const LONGEST_LIFE_MS = 25;

export interface SequenceFigures {
  sequences: number;
  diverged: number;
  kills: number;
  orders: number;
}

/**
 * Random operations in two processes on one vault, one after the other and at the same time, some of them killed,
 * against a simple model: what the vault holds is what the model holds, and each call ended as the model says. Of a
 * call that was killed, all of it or none.
 * @param actorPath the bundled actor
 * @param seed what chooses; a run that diverged can be made again up to the moments of its kills
 */
export async function runSequences(count: number, actorPath: string, seed: number): Promise<SequenceFigures> {
  const root = await mkdtemp(join(tmpdir(), 'latchkey-model-'));
  const figures: SequenceFigures = { sequences: 0, diverged: 0, kills: 0, orders: 0 };
  const actors = [startActor(actorPath, root), startActor(actorPath, root)];
  for (let at = 0; at < count; at += 1) {
    const folder = await mkdtemp(join(root, 'vault-'));
    const problem = await runOne(folder, actors, createRandom(seed + at), figures, () =>
      startActor(actorPath, root),
    );
    for (const actor of actors) await actor.ask({ do: 'close', passphrase: PASSPHRASE });
    figures.sequences += 1;
    if (problem !== null) {
      figures.diverged += 1;
      console.error(`sequence with seed ${seed + at}: ${problem}`);
    }
    await rm(folder, { recursive: true, force: true });
  }
  for (const actor of actors) actor.process.kill('SIGKILL');
  await rm(root, { recursive: true, force: true });
  return figures;
}

async function runOne(
  folder: string,
  actors: Actor[],
  random: (below: number) => number,
  figures: SequenceFigures,
  newActor: () => Actor,
): Promise<string | null> {
  const { vault } = await openTestVault(folder, { passphrase: PASSPHRASE });
  await vault.close();
  const open: Order = { do: 'open', folder, passphrase: PASSPHRASE };
  for (const actor of actors) await actor.ask(open);
  let model: Model = new Map();

  for (let step = 0; step < STEPS; step += 1) {
    const which = random(2);
    const [actor, other] = [actors[which], actors[1 - which]];
    if (!actor || !other) throw new Error('there are two actors');
    const order = anOrder(random, model);
    figures.orders += 1;
    const done = after(model, order);
    if (random(KILL_EVERY) === 0) {
      const answer = actor.ask(order);
      await Promise.race([answer, pause(random(LONGEST_LIFE_MS))]);
      actor.process.kill('SIGKILL');
      await once(actor.process, 'close');
      figures.kills += 1;
      const found = await look(folder);
      if (!(found instanceof Map)) return `after a kill: ${JSON.stringify(order)}: ${found}`;
      const isOne = isSameModel(found, model) || isSameModel(found, done.model);
      if (!isOne) return `a kill left neither state: ${JSON.stringify(order)}`;
      model = found;
      const started = newActor();
      actors[which] = started;
      await started.ask(open);
      continue;
    }
    if (order.do === 'add' && random(2) === 0) {
      // At the same time in both: neither may be lost.
      const second: Order = { ...order, id: order.id.replace(/^./u, (digit) => (digit === '0' ? '1' : '0')) };
      const answers = await Promise.all([actor.ask(order), other.ask(second)]);
      if (answers.some((code) => code !== null)) return `two additions ended in ${answers.join(', ')}`;
      model = after(done.model, second).model;
    } else {
      const code = await actor.ask(order);
      if (code !== done.code) return `${JSON.stringify(order)} ended in ${code}, not in ${done.code}`;
      model = done.model;
    }
  }
  const found = await look(folder);
  if (!(found instanceof Map)) return found;
  return isSameModel(found, model) ? null : 'the vault and the model differ in the end';
}

/** What a third process finds; a text where the vault does not simply open. */
async function look(folder: string): Promise<(Map<string, unknown> & Model) | string> {
  const { vault } = await openTestVault(folder);
  try {
    if (vault.state().state === 'locked') await vault.unlock(PASSPHRASE);
    const [state, document] = [vault.state(), vault.document()];
    if (state.state !== 'open' || document === null || state.recoveredFrom !== null) {
      return `the vault does not simply open: ${JSON.stringify(state)}`;
    }
    return new Map(modelOf(document));
  } catch (error) {
    return String(error);
  } finally {
    await vault.close();
  }
}

interface Actor {
  process: ChildProcessByStdio<Writable, Readable, null>;
  /** The code that an order ended in; null: none. */
  ask(order: Order): Promise<string | null>;
}

const answerSchema = z.union([z.object({ ok: z.literal(true) }), z.object({ code: z.string() })]);

function startActor(path: string, root: string): Actor {
  const env = { ...process.env, NODE_COMPILE_CACHE: join(root, 'compile-cache') };
  const child = spawn(process.execPath, ['--no-warnings', path], { stdio: ['pipe', 'pipe', 'inherit'], env });
  const waiting: ((code: string | null) => void)[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    const answer = answerSchema.parse(JSON.parse(line));
    waiting.shift()?.('code' in answer ? answer.code : null);
  });
  child.once('exit', () => {
    for (const resolve of waiting.splice(0)) resolve('THE_PROCESS_ENDED');
  });
  // A process that is killed has a broken pipe.
  child.stdin.on('error', () => undefined);
  return {
    process: child,
    ask(order) {
      const { promise, resolve } = Promise.withResolvers<string | null>();
      waiting.push(resolve);
      child.stdin.write(`${JSON.stringify(order)}\n`);
      return promise;
    },
  };
}
