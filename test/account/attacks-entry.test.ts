/** Attacks 26, 27, 30 and 32: sign-up, mails, and what answers give away. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { holder, stranger } from './support/person.ts';
import { startWorld, type World } from '../rig/account-service/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld(inject('postgres'));
});
afterAll(() => world.stop());

test('attack 26: fields that only the service sets are refused', async () => {
  const person = await holder(world);
  const extras = {
    verified: true,
    confirmed: true,
    confirmed_at: '2020-01-01',
    mfaAt: 'now',
    kind: 'full',
    security_epoch: 9,
  };
  const other = await stranger(world);
  const signUp = { name: 'A', email: other.email, password: other.password, language: 'en' };
  expect((await other.call('POST', '/v1/sign-up', { ...signUp, ...extras })).status).toBe(400);
  for (const [path, body] of [
    ['/v1/mfa/methods', { destination: 'X', ...extras, kind: 'totp' }],
    ['/v1/account', { name: 'B', address: 'other@example.org' }],
    ['/v1/account', { name: 'B', ...extras }],
  ] as const) {
    const method = path === '/v1/account' ? 'PATCH' : 'POST';
    expect((await person.call(method, path, body)).status, path).toBe(400);
  }
  const { body } = await person.call('GET', '/v1/mfa/methods');
  expect(Object(body).methods).toHaveLength(1);
});

test('attack 27: known and unknown addresses get the same answers', async () => {
  const person = await holder(world);
  const nobody = await stranger(world);
  for (const [path, body] of [
    ['/v1/sign-up', { name: 'A', password: nobody.password, language: 'en' }],
    ['/v1/activation/resend', {}],
    ['/v1/password-reset/request', {}],
    ['/v1/sign-in', { password: 'certainly not the password', device: nobody.description() }],
  ] as const) {
    const [known, unknown] = await Promise.all(
      [person.email, nobody.email].map((email) =>
        nobody.call('POST', path, { ...body, email }, { port: world.ports[0], from: world.network() }),
      ),
    );
    expect(known?.status).toBe(unknown?.status);
    expect(known?.text).toBe(unknown?.text);
    const { date: _, ...headers } = known?.headers ?? {};
    expect(unknown?.headers).toMatchObject(headers);
  }
  const support = { reason: 'help', contact: 'c@example.org', language: 'en' };
  const asked = await Promise.all(
    [person.email, nobody.email].map((email) =>
      nobody.call('POST', '/v1/support/requests', { ...support, email }),
    ),
  );
  expect(asked.map(({ status }) => status)).toEqual([202, 202]);
});

test('attack 27: caps and locks run out alike for known and unknown addresses', async () => {
  const person = await holder(world);
  const nobody = await stranger(world);
  const until429 = async (email: string, path: string, body: object) => {
    for (let round = 1; round <= 20; round += 1) {
      const answer = await nobody.call('POST', path, { ...body, email }, { from: world.network() });
      if (answer.status === 429) return `${answer.code} ${round}`;
    }
    return 'never';
  };
  const wrong = { password: 'certainly not the password', device: nobody.description() };
  expect(await until429(person.email, '/v1/sign-in', wrong)).toBe(
    await until429(nobody.email, '/v1/sign-in', wrong),
  );
  const other = await holder(world);
  // A holder has already got a mail (the activation), and a stranger has not.
  await world.db.query('delete from quota');
  expect(await until429(other.email, '/v1/password-reset/request', {})).toBe(
    await until429('nobody.at.all@example.org', '/v1/password-reset/request', {}),
  );
});

test('attack 27: the time an answer takes does not tell', async () => {
  const person = await holder(world);
  const nobody = await stranger(world);
  const device = nobody.description();
  const requests = {
    '/v1/sign-in': { password: 'certainly not the password', device },
    '/v1/password-reset/request': {},
    '/v1/activation/resend': {},
  };
  /** What tells a known address from an unknown one in thirty answers for each, or null. */
  const leakOf = async (path: string, body: object): Promise<string | null> => {
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
    for (let round = 0; round < 30; round += 1) {
      const order = round % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const);
      for (const who of order) {
        await world.db.query('delete from attempt_guard');
        await world.db.query('delete from quota');
        const email = who === 'known' ? person.email : nobody.email;
        const started = performance.now();
        await nobody.call('POST', path, { ...body, email }, { port: world.ports[0], from: '127.77.7.1' });
        times[who].push(performance.now() - started);
      }
    }
    const median = (values: number[]) => values.toSorted((a, b) => a - b)[15] ?? 0;
    const unknown = median(times.unknown);
    // Pair by pair, so that whatever else the machine does weighs on both.
    const difference = median(times.known.map((time, round) => time - (times.unknown[round] ?? 0)));
    // Well inside what a network adds; without the equal work a sign-in differs by a whole hash.
    const isTold = Math.abs(difference) >= Math.max(3, 0.25 * unknown);
    return isTold ? `${path}: ${difference} ms beside ${unknown} ms` : null;
  };
  for (const [path, body] of Object.entries(requests)) {
    // What the service gives away shows each time; what else the machine does comes and goes.
    const leaks: string[] = [];
    for (
      let leak = await leakOf(path, body);
      leak !== null && leaks.length < 5;
      leak = await leakOf(path, body)
    )
      leaks.push(leak);
    expect(leaks.length, leaks.join('\n')).toBeLessThan(5);
  }
});

test('attack 27: as many mails go out for a known address as for an unknown one at sign-up', async () => {
  const person = await holder(world);
  const nobody = await stranger(world);
  await world.inbox.waitForMail(person.email, /now also takes/);
  const before = world.inbox.mails.length;
  for (const email of [person.email, nobody.email]) {
    await nobody.call('POST', '/v1/sign-up', { name: 'A', email, password: nobody.password, language: 'en' });
  }
  await world.inbox.waitForMail(person.email, /has one already/, before);
  await world.inbox.waitForMail(nobody.email, /activate/, before);
  await world.allSent();
  const counts = [person.email, nobody.email].map(
    (email) => world.inbox.mails.slice(before).filter(({ to }) => to.includes(email)).length,
  );
  expect(counts).toEqual([1, 1]);
});

test('attack 30: one address gets no more than its cap of mails, whoever asks and by whatever route', async () => {
  const victim = await holder(world);
  const before = world.inbox.mailsTo(victim.email).length;
  const routes = ['/v1/password-reset/request', '/v1/activation/resend'];
  for (let round = 0; round < 30; round += 1) {
    const attacker = { from: world.network() };
    const email = round % 3 === 0 ? victim.email.toUpperCase() : victim.email;
    await victim.call('POST', routes[round % 2] ?? '', { email }, attacker);
  }
  await world.allSent();
  expect(world.inbox.mailsTo(victim.email).length - before).toBeLessThanOrEqual(8);
});

test('attack 30: numbers, blocks of numbers, countries and kinds of numbers are capped', async () => {
  const sent = async (numbers: string[]) => {
    const before = world.inbox.sms.length;
    const codes: (string | null)[] = [];
    for (const destination of numbers) {
      const person = await holder(world, 'pump');
      codes.push((await person.call('POST', '/v1/mfa/methods', { kind: 'sms', destination })).code);
    }
    await world.allSent();
    return {
      sms: world.inbox.sms.length - before,
      refused: codes.filter((code) => code === 'RATE_LIMITED').length,
    };
  };
  expect(await sent(Array.from({ length: 8 }, () => '+31687654321'))).toEqual({ sms: 5, refused: 0 });
  await world.db.query("update quota set used = 30 where scope = 'sms:prefix:hour'");
  expect(await sent(['+31687654322'])).toEqual({ sms: 0, refused: 0 });
  const person = await holder(world);
  for (const destination of ['+31201234567', '+31900123456', '+882123456789', 'not a number', '112']) {
    const answer = await person.call('POST', '/v1/mfa/methods', { kind: 'sms', destination });
    expect(answer.code, destination).toBe('DESTINATION_INVALID');
  }
});

test('attack 30: one account can’t have codes sent without end', async () => {
  const person = await holder(world);
  const codes: (string | null)[] = [];
  for (let index = 0; index < 22; index += 1) {
    const destination = `bomb${index}.${person.email}`;
    codes.push((await person.call('POST', '/v1/mfa/methods', { kind: 'email', destination })).code);
  }
  expect(codes.slice(-2)).toEqual(['RATE_LIMITED', 'RATE_LIMITED']);
});

test('attack 32: names and addresses add no header to a mail', async () => {
  const person = await stranger(world);
  const attempts = [
    { name: 'A\r\nBcc: spy@evil.test', email: person.email },
    { name: 'A\u2028Bcc: spy@evil.test', email: person.email },
    { name: 'A', email: `${person.email}\r\nBcc: spy@evil.test` },
    { name: 'A', email: `${person.email}, spy@evil.test` },
    { name: 'A', email: `"x" <spy@evil.test>, ${person.email}` },
  ];
  for (const attempt of attempts) {
    const answer = await person.call('POST', '/v1/sign-up', {
      ...attempt,
      password: person.password,
      language: 'en',
    });
    expect(answer.status, attempt.name).toBe(400);
  }
  // What does get in: a name that looks like mark-up and like a header, in a device name too.
  const odd = 'Bcc: spy@evil.test <b>=?utf-8?q?x?=';
  const device = await world.device(odd);
  const known = await holder(world);
  const description = { name: odd, platform: 'linux' };
  known.nextStep();
  const started = await known.call(
    'POST',
    '/v1/sign-in',
    { email: known.email, password: known.password, device: description },
    { device },
  );
  await known.verify(Object(started.body).flow, { device });
  await world.inbox.waitForMail(known.email, /signed in to your account for the first time/);
  await world.allSent();
  expect(world.inbox.mails.flatMap(({ to }) => to)).not.toContain('spy@evil.test');
  for (const { raw } of world.inbox.mails) expect(raw.split(/\r?\n\r?\n/)[0]).not.toMatch(/^bcc:/im);
});
