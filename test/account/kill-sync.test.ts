/** One instance killed at random moments while four computers of a person sync: nothing is lost, nothing is there twice. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { readItem } from '../../src/core/sync/protocol/item.ts';
import { readManifest } from '../../src/core/sync/protocol/manifest.ts';
import { hashSet } from '../../src/core/sync/protocol/root.ts';
import { holder } from './support/person.ts';
import { another, founder, type SyncComputer } from './support/sync-computer.ts';
import type { Instance } from '../rig/account-service/program.ts';
import { startWorld, type World } from '../rig/account-service/world.ts';
import { createRandom } from '../pictures/random.ts';
import { seed } from '../rig/seed.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld(inject('postgres'), { LIMIT_SYNC_PER_ACCOUNT_HOUR: '1000000', LOG_LEVEL: 'info' });
});
afterAll(() => world.stop());

const operations = 1_000;
const kills = 5;
/** One operation in so many adds an entry, the others change what is there. */
const newEvery = 8;

test(
  `kill -9 of one instance during a thousand operations of sync loses nothing and doubles nothing, seed ${seed}`,
  { timeout: 1_800_000 },
  async () => {
    const first = await founder(await holder(world, 'kill'));
    const computers = [first];
    for (const name of ['Two', 'Three', 'Four']) computers.push(await another(first, name));
    let asked = 0;
    let done = 0;
    let victim: Instance | undefined = world.instances[1];
    /** What the service said that it took: the names that were written, and how often. */
    const acknowledged = new Set<string>();
    let pushes = 0;

    /** Does something at any instance; an answer that never came leads to the same at the one that lives. */
    const trying = async <T>(act: (on: { port: number }) => Promise<T>): Promise<T> => {
      const on = { port: world.ports[asked % 2] ?? 0 };
      return act(on).catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && /^(?:ECONN|EPIPE)/.test(String(error.code)))
          return act({ port: world.ports[0] });
        throw error;
      });
    };
    const work = async (computer: SyncComputer) => {
      while (asked < operations) {
        asked += 1;
        const names = new Set(computer.vault.entries.map(({ issuer }) => issuer));
        if (asked % newEvery === 0) computer.add(`Entry ${asked}`);
        else {
          // Whatever is changed is one more write of an item that others may be writing.
          const [entry, ...rest] = computer.vault.entries;
          if (entry !== undefined)
            computer.edit({
              ...computer.vault,
              entries: [...rest, { ...entry, note: `${computer.person.device.name} ${asked}` }],
            });
        }
        const before = computer.known.position.sequence;
        const answer = await trying((on) => computer.push(on));
        // Who was not the first, or does not know, asks. What it had sent is part of the answer, or is sent again.
        if (answer !== null && answer.status >= 300) expect(answer.code, answer.text).toBe('SYNC_STALE');
        if (answer?.status === 200) {
          pushes += 1;
          expect(computer.known.position.sequence).toBe(before + 1);
          for (const { issuer } of computer.vault.entries) if (!names.has(issuer)) acknowledged.add(issuer);
        } else await trying((on) => computer.pull(on));
        done += 1;
      }
    };
    const random = createRandom(`${seed} kills of sync`);
    const reaper = (async () => {
      for (let killed = 0; killed < kills; killed += 1) {
        const next = (operations / (kills + 1)) * (killed + random.next());
        await expect.poll(() => done, { interval: 10, timeout: 1_800_000 }).toBeGreaterThanOrEqual(next);
        await victim?.kill('SIGKILL');
        victim = await world.startInstance();
        world.ports[1] = victim.port;
      }
    })();
    await Promise.all(computers.map(work));
    await reaper;
    for (const computer of [...computers, ...computers]) await computer.sync();

    // All have the same, all that was acknowledged is there, and nothing is there twice.
    const issuers = first.issuers;
    for (const computer of computers) expect(computer.issuers).toEqual(issuers);
    expect(new Set(issuers).size).toBe(issuers.length);
    expect([...acknowledged].filter((name) => !issuers.includes(name))).toEqual([]);
    const count = Math.floor(operations / newEvery);
    expect(issuers).toHaveLength(count);

    // What is stored is whole: no number is missing, and the newest manifest vouches for exactly these items.
    const { rows: manifests } = await world.db.query<{ sequence: number; bytes: Buffer }>(
      'select sequence, bytes from sync_manifest order by sequence',
    );
    expect(manifests.map(({ sequence }) => sequence)).toEqual(manifests.map((_, at) => at + 1));
    expect(manifests.length).toBeGreaterThanOrEqual(pushes);
    const { rows: items } = await world.db.query<{ item_id: string; bytes: Buffer; size: number }>(
      'select item_id, bytes, size from sync_item',
    );
    const { account } = first;
    const read = new Map(items.map(({ item_id: id, bytes }) => [id, readItem(bytes, account)]));
    const newest = readManifest(manifests.at(-1)?.bytes ?? Buffer.alloc(0), account);
    expect(hashSet(read, account).root).toBe(newest.root);
    const { rows: counted } = await world.db.query('select items, bytes, sequence from sync');
    const bytes = items.reduce((sum, { size }) => sum + size, 0);
    expect(counted).toEqual([{ items: items.length, bytes, sequence: manifests.length }]);
  },
);
