/** `latchkey-account`, each command as a process of its own, on the database of a running service. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { holder, stranger, type Person } from '../../account/support/person.ts';
import { startWorld, type World } from '../../rig/account-service/world.ts';
import { secretKey } from '../../rig/account-service/environment.ts';
import { emptyDatabase } from '../../rig/account-service/postgres.ts';
import { launch } from '../../rig/account-service/program.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld(inject('postgres'));
});
afterAll(async () => {
  await world.stop();
});

async function run(args: string[], env: Record<string, string> = {}) {
  const { LOG_LEVEL: _, ...own } = world.env;
  const program = launch('account-service/operator.ts', args, { ...own, ...env });
  const code = await program.ended;
  return { code, said: program.output() };
}
const command = (...args: string[]) => run([...args, '--operator', 'olga']);
const json = ({ said }: { said: string }): unknown => JSON.parse(said);

/** The trail of an account, or without one that of the operators. */
async function trail(person?: Person) {
  const { rows } = await world.db.query(
    `select event, actor, details from audit_event
     where account_id = coalesce((select account_id from account_address where address_key = $1),
       '00000000-0000-0000-0000-000000000000') order by id desc`,
    [person?.email ?? null],
  );
  return rows;
}

async function askForHelp(person: Person, more: object = {}): Promise<string> {
  const { body } = await person.call('POST', '/v1/support/requests', {
    email: person.email,
    reason: 'My phone fell into the harbour',
    contact: `contact.${person.email}`,
    language: 'en',
    ...more,
  });
  return String(Object(body).reference);
}

test('help is printed when asked for, and when nothing is', async () => {
  for (const args of [[], ['help'], ['--help'], ['mfa', 'reset', '--help']]) {
    const { code, said } = await run(args);
    expect(code).toBe(0);
    expect(said).toMatch(/^latchkey-account <command>[\s\S]*mfa reset --request/);
  }
});

test.each([
  [['mfa'], 'There is no command "mfa".'],
  [['drop', 'everything'], 'There is no command "drop everything".'],
  [['constructor'], 'There is no command "constructor".'],
  [['support', 'show'], '"support show" needs a reference.'],
  [['migrate', 'now'], '"migrate" takes no "now".'],
  [['support', 'list', '--proof', 'none'], '"support list" has no option --proof.'],
  [['doctor', '--force'], "Unknown option '--force'"],
])('%j is refused with the usage and code 2', async (args, words) => {
  const { code, said } = await run(args);
  expect(code).toBe(2);
  expect(said).toContain(words);
  expect(said).toContain('latchkey-account <command>');
});

test('a configuration that can’t be used ends with code 78', async () => {
  const { code, said } = await run(['support', 'list'], { SECRET_KEYS: '1:short' });
  expect(code).toBe(78);
  expect(said).toContain('SECRET_KEYS');
  expect(said).not.toContain('1:short');
});

test('support list shows open requests, those with a proven password first', async () => {
  const [first, second] = [await holder(world), await holder(world)];
  const unproven = await askForHelp(first);
  const { flow } = await second.flow();
  const proven = await askForHelp(second, { flow });
  const shown = await command('support', 'list');
  expect(shown.code).toBe(0);
  expect(json(shown)).toMatchObject({
    open: 2,
    requests: [
      { reference: proven, password_proven: true, address: second.email },
      { reference: unproven, password_proven: false, contact: `contact.${first.email}` },
    ],
  });
});

test('support show tells of the account no more than is needed, and the holder can see who looked', async () => {
  const person = await holder(world);
  await person.addEmail(`second.${person.email}`);
  const reference = await askForHelp(person);
  const shown = await command('support', 'show', reference);
  expect(shown.code).toBe(0);
  expect(json(shown)).toMatchObject({
    request: { reference, reason: 'My phone fell into the harbour' },
    account: {
      address: person.email,
      methods: [{ kind: 'totp' }, { kind: 'email', hint: 's•••@example.org' }],
    },
  });
  expect(shown.said).not.toMatch(new RegExp(`second\\.${person.email}|sealed|\\$argon2|hash`));
  const { body } = await person.call('GET', '/v1/account/audit');
  expect(Object(body).events[0]).toMatchObject({
    event: 'account-viewed',
    actor: 'operator',
    details: { operator: 'olga', what: 'request' },
  });
});

test('support show on a reference that does not exist fails and says so', async () => {
  const { code, said } = await command('support', 'show', 'LK-NOTHING1');
  expect(code).toBe(1);
  expect(said).toBe('There is no request LK-NOTHING1\n');
});

test('support close needs a reason, changes nothing else, and works once', async () => {
  const person = await holder(world);
  const reference = await askForHelp(person);
  expect((await command('support', 'close', reference)).code).toBe(1);
  expect((await command('support', 'close', reference, '--reason', 'found the phone')).code).toBe(0);
  expect((await command('support', 'close', reference, '--reason', 'found the phone')).code).toBe(1);
  const proof = ['--request', reference, '--proof', 'passport seen on video'];
  expect((await command('mfa', 'reset', ...proof)).code).toBe(1);
  expect((await person.check()).status).toBe(200);
  expect((await trail(person))[0]).toMatchObject({
    event: 'support-closed',
    details: { operator: 'olga', reason: 'found the phone' },
  });
});

test('a request that its account’s holder took back is open no more, and says who closed it', async () => {
  const [person, other] = [await holder(world), await holder(world)];
  const reference = await askForHelp(person);
  const withdraw = (by: Person, of: string) =>
    by.call('POST', '/v1/support/requests/withdraw', { reference: of });
  const openOf = async (by: Person) =>
    Object((await by.call('GET', '/v1/session')).body).account.openSupportRequests;
  expect(await openOf(person)).toEqual([
    { reference, at: expect.any(String), contact: expect.stringMatching(/^c•••@/) },
  ]);
  expect(await openOf(other)).toEqual([]);
  // Another's, and one that there never was.
  expect((await withdraw(other, reference)).body).toEqual({ withdrawn: false });
  expect((await withdraw(person, 'LK-NOTHING1')).body).toEqual({ withdrawn: false });

  expect((await withdraw(person, reference)).body).toEqual({ withdrawn: true });
  expect((await withdraw(person, reference)).body).toEqual({ withdrawn: false });
  expect(await openOf(person)).toEqual([]);
  expect((await trail(person))[0]).toMatchObject({
    event: 'support-withdrawn',
    actor: 'person',
    details: { request: reference },
  });
  expect((await command('support', 'list')).said).not.toContain(reference);
  expect(json(await command('support', 'show', reference))).toMatchObject({
    request: { closed_by: 'the account’s holder', outcome: 'withdrawn' },
  });
  expect((await command('support', 'close', reference, '--reason', 'answered by mail')).code).toBe(1);

  const answered = await askForHelp(person);
  expect((await command('support', 'close', answered, '--reason', 'answered by mail')).code).toBe(0);
  expect((await withdraw(person, answered)).body).toEqual({ withdrawn: false });
  expect((await trail(person)).filter(({ event }) => event === 'support-withdrawn')).toHaveLength(1);
});

test('mfa reset without proof, operator, request or account is refused, recorded, and changes nothing', async () => {
  const person = await holder(world);
  const reference = await askForHelp(person);
  const unknown = await askForHelp(await stranger(world));
  const good = ['--request', reference, '--operator', 'olga', '--proof', 'passport seen on video'];
  const without = (name: string) =>
    good.filter((_, at) => good[at] !== `--${name}` && good[at - 1] !== `--${name}`);
  for (const [args, words] of [
    [without('proof'), '--proof'],
    [without('operator'), '--operator'],
    [without('request'), '--request'],
    [[...without('proof'), '--proof', '   a   '], '--proof'],
    [[...without('request'), '--request', unknown], 'no open request'],
  ] as const) {
    const { code, said } = await run(['mfa', 'reset', ...args]);
    expect(code).toBe(1);
    expect(said).toContain(words);
    expect((await trail())[0].details).toMatchObject({ command: 'mfa reset', refused: said.trim() });
  }
  expect((await person.check()).status).toBe(200);
  const done = await run(['mfa', 'reset', ...good]);
  expect(done.code).toBe(0);
  expect(json(done)).toEqual({ reset: reference, told: 2 });
  expect((await person.startSignIn()).body).toMatchObject({ step: 'enrol' });
  expect((await trail(person)).find(({ event }) => event === 'mfa-reset')).toMatchObject({
    actor: 'operator',
    details: { operator: 'olga', proof: 'passport seen on video', request: reference },
  });
});

test('sessions end ends sessions and trust of one account, and leaves the others', async () => {
  const [person, other] = [await holder(world), await holder(world)];
  await person.signIn(true);
  const ended = await command('sessions', 'end', '--account', person.email, '--reason', 'laptop stolen');
  expect(json(ended)).toEqual({ accounts: 1 });
  expect((await person.check()).code).toBe('UNAUTHENTICATED');
  expect((await person.startSignIn()).body).toMatchObject({ step: 'secondFactor' });
  expect((await other.check()).status).toBe(200);
  expect((await trail(person)).find(({ event }) => event === 'sessions-ended')).toMatchObject({
    actor: 'operator',
    details: { operator: 'olga', reason: 'laptop stolen' },
  });
});

test('sessions end --everyone ends all of them, and only with a reason', async () => {
  const people = [await holder(world), await holder(world)];
  expect((await command('sessions', 'end', '--reason', 'no one named')).code).toBe(1);
  expect((await command('sessions', 'end', '--everyone')).code).toBe(1);
  for (const person of people) expect((await person.check()).status).toBe(200);
  expect((await command('sessions', 'end', '--everyone', '--reason', 'backup restored')).code).toBe(0);
  for (const person of people) expect((await person.check()).code).toBe('UNAUTHENTICATED');
});

test('audit shows the trail of an account, however its address is spelled, and that someone looked', async () => {
  const person = await holder(world);
  const shown = await command('audit', '--account', person.email.toUpperCase());
  expect(Object(json(shown)).map(({ event }: { event: string }) => event)).toEqual([
    'account-viewed',
    'method-added',
    'activated',
  ]);
  expect((await command('audit', '--account', 'nobody@example.org')).code).toBe(1);
  expect((await command('audit')).code).toBe(1);
});

test('everything an operator does is in the operators’ trail, under their name or that of the login', async () => {
  const reference = await askForHelp(await holder(world));
  await run(['support', 'show', reference]);
  const shown = await command('audit', '--operators');
  expect(Object(json(shown)).slice(0, 2)).toMatchObject([
    { details: { operator: 'olga', command: 'audit' } },
    {
      details: { operator: expect.stringMatching(/\(login\)$/), command: 'support show', about: reference },
    },
  ]);
  await expect(world.db.query('delete from audit_event')).rejects.toThrow(/append-only/);
});

test('migrate brings an empty database up to date, once', async () => {
  const empty = { DATABASE_URL: await emptyDatabase(inject('postgres')) };
  const applied = Object(json(await run(['migrate'], empty))).applied;
  expect(applied[0]).toBe('0001-accounts');
  expect(json(await run(['migrate'], empty))).toEqual({ applied: [] });
  expect((await run(['doctor'], empty)).code).toBe(0);
});

test('doctor names what is wrong and ends with 1: no schema, no database, no mail server', async () => {
  const fine = await run(['doctor']);
  expect(fine.code, fine.said).toBe(0);
  expect(fine.said).toMatch(/PostgreSQL \d+/);
  for (const [env, check] of [
    [{ DATABASE_URL: await emptyDatabase(inject('postgres')) }, 'schema'],
    [{ DATABASE_URL: 'postgres://latchkey@127.0.0.1:1/none' }, 'database'],
    [{ SMTP_URL: 'smtp://127.0.0.1:1' }, 'mail'],
    [{ SECRET_KEYS: secretKey(9) }, 'keys'],
  ] as const) {
    const report = await run(['doctor'], env);
    expect(report.code).toBe(1);
    expect(json(report)).toContainEqual(expect.objectContaining({ check, ok: false }));
  }
});

test('what a stranger wrote gives the operator’s terminal no orders, in answers and in errors', async () => {
  const written = '\u202egnikcolb\u202c \u2066x\u2069 \u2028 \u200f \t\r\n me';
  const orders = `${written} \x1b[2J \x1b]0;root\x07 \u009b31m`;
  const person = await holder(world);
  const reference = await askForHelp(person, { reason: `locked out ${written}` });
  const shown = await command('support', 'show', reference);
  const refused = await command('support', 'close', `LK-${orders}`, '--reason', 'made up by someone');
  const mistaken = await run([`drop ${orders}`]);
  for (const { said } of [shown, refused, mistaken]) {
    expect(said.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u);
    expect(said).toContain(String.raw`\u202egnikcolb`);
  }
  expect(json(shown)).toMatchObject({ request: { reason: `locked out ${written}` } });
});
