/** One instance killed at random moments in the middle of mixed work: the other goes on and nothing is half-done. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { holder, stranger, type Person } from './support/person.ts';
import type { Instance } from '../rig/account-service/program.ts';
import { startWorld, type World } from '../rig/account-service/world.ts';
import { createRandom } from '../pictures/random.ts';
import { seed } from '../rig/seed.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld(inject('postgres'), {
    LIMIT_REQUESTS_PER_NETWORK_HOUR: '100000',
    LIMIT_CODES_PER_ACCOUNT_HOUR: '100000',
    LIMIT_MAIL_PER_ADDRESS_HOUR: '100000',
    LIMIT_MAIL_PER_ADDRESS_DAY: '100000',
  });
});
afterAll(() => world.stop());

const operations = 1_000;
const clients = 4;

test(
  `kill -9 of one instance during a thousand operations loses nothing and doubles nothing, seed ${seed}`,
  { timeout: 300_000 },
  async () => {
    const people: Person[] = [];
    for (let index = 0; index < clients; index += 1) people.push(await holder(world, 'kill'));
    let done = 0;
    let asked = 0;
    const resets = new Map<string, number>();
    let victim: Instance | undefined = world.instances[1];

    const work = async (person: Person) => {
      while (asked < operations) {
        asked += 1;
        const kind = asked % 5;
        const survivor = { port: world.ports[asked % 2] ?? 0 };
        const answer = await act(person, kind, survivor).catch(() => null);
        // A connection that broke is a failed operation; the client asks again elsewhere.
        if (answer === null) await act(person, kind, { port: world.ports[0] });
        done += 1;
      }
    };
    const act = async (person: Person, kind: number, on: { port: number }) => {
      switch (kind) {
        case 0: {
          const answer = await person.call('POST', '/v1/password-reset/request', { email: person.email }, on);
          if (answer.status === 202) resets.set(person.email, (resets.get(person.email) ?? 0) + 1);
          return answer;
        }
        case 1: {
          const next = await stranger(world, 'fresh');
          const body = { name: 'A', email: next.email, password: next.password, language: 'en' };
          const answer = await next.call('POST', '/v1/sign-up', body, on);
          if (answer.status === 202) expected.add(next.email);
          return answer;
        }
        case 2:
          return person.call('POST', '/v1/mfa/methods', { kind: 'totp', destination: `App ${asked}` }, on);
        default:
          return person.check(on);
      }
    };
    const expected = new Set<string>();
    const random = createRandom(`${seed} kills`);
    const reaper = (async () => {
      for (let kills = 0; kills < 5; kills += 1) {
        // Five times within the work, each time at another moment of it.
        const next = (operations / 6) * (kills + random.next());
        await expect.poll(() => done, { interval: 10, timeout: 300_000 }).toBeGreaterThanOrEqual(next);
        await victim?.kill('SIGKILL');
        victim = await world.startInstance();
        world.ports[1] = victim.port;
      }
    })();
    await Promise.all(people.map(work));
    await reaper;
    expect(done).toBeGreaterThanOrEqual(operations);

    // What a killed instance had leased becomes free when its lease runs out.
    world.passTime(61_000);
    const waiting = "select from outbox where channel <> 'none'";
    await expect.poll(async () => (await world.db.query(waiting)).rowCount).toBe(0);
    for (const email of expected) expect(world.inbox.mailsTo(email).length, email).toBeGreaterThanOrEqual(1);
    // A mail may come twice after a kill, but then it is the same mail, under the same id.
    const byId = Map.groupBy(world.inbox.mails, ({ id }) => id);
    for (const mails of byId.values()) expect(new Set(mails.map(({ text }) => text)).size).toBe(1);
    // No half-done state: every account has an address, a password, and the method it set up.
    const { rows } = await world.db.query(`
    select a.id from account a
    left join account_address d on d.account_id = a.id left join credential c on c.account_id = a.id
    where d.account_id is null or c.account_id is null or (a.mfa_set_up_at is not null and not exists (
      select 1 from mfa_method m where m.account_id = a.id and m.confirmed_at is not null))`);
    expect(rows).toEqual([]);
    const orphans = await world.db.query(
      'select 1 from sign_up s where not exists (select 1 from activation where sign_up_id = s.id)',
    );
    expect(orphans.rowCount).toBe(0);
  },
);
