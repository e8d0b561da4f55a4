/** Attacks 46 to 54: links asked for again, spellings of one mailbox, proofs, hosts, encodings, keys, numbers, names. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { totpCodeOfStep } from '../../src/account-service/mfa/totp/code.ts';
import { decodeBase32 } from '../../src/core/otp/base32.ts';
import { send, type Device } from './support/device.ts';
import { holder, stranger } from './support/person.ts';
import { startWorld, type World } from '../rig/account-service/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld(inject('postgres'));
});
afterAll(() => world.stop());

const link = /activate\?token=([\w-]+)/;

test('attack 46: “send again” mails the link of the sign-up that asks, and never a stranger’s', async () => {
  const person = await stranger(world);
  const attacker = await stranger(world, 'attacker');
  await person.signUp();
  const [, first] = await world.inbox.waitForMail(person.email, link);
  const attack = { name: 'A', email: person.email, password: attacker.password, language: 'en' };
  let before = world.inbox.mails.length;
  await attacker.call('POST', '/v1/sign-up', attack);
  await world.inbox.waitForMail(person.email, link, before);
  before = world.inbox.mails.length;
  // Not from a third computer, not without a key, and not the stranger's from the person's own.
  const computers = [{ device: await world.device() }, { proof: false as const }];
  for (const more of computers) {
    const asked = await person.call('POST', '/v1/activation/resend', { email: person.email }, more);
    expect(asked.status, asked.text).toBe(202);
  }
  await person.call('POST', '/v1/activation/resend', { email: person.email });
  const [, again] = await world.inbox.waitForMail(person.email, link, before);
  await world.allSent();
  const looked = await person.call('POST', '/v1/activation/inspect', { token: again });
  expect(looked.body).toMatchObject({ state: 'open', isOwnDevice: true });
  const sent = world.inbox.mails
    .slice(before)
    .filter(({ to, text }) => to.includes(person.email) && link.test(text));
  expect(sent.length).toBeLessThanOrEqual(2);
  for (const { text } of sent) {
    const [, token] = link.exec(text) ?? [];
    const { body } = await attacker.call('POST', '/v1/activation/inspect', { token });
    if (token !== again) expect(body).toMatchObject({ isOwnDevice: true });
  }
  // On another computer the older link says which sign-up is meant.
  before = world.inbox.mails.length;
  const other = await world.device('Other computer');
  await person.call(
    'POST',
    '/v1/activation/resend',
    { email: person.email, token: again },
    { device: other },
  );
  const [, third] = await world.inbox.waitForMail(person.email, link, before);
  const seen = await person.call('POST', '/v1/activation/inspect', { token: third });
  expect(seen.body).toMatchObject({ state: 'open', isOwnDevice: true });
  expect((await person.call('POST', '/v1/activation/inspect', { token: first })).body).toMatchObject({
    state: 'replaced',
  });
});

test('attack 46: a link with another address brings nothing', async () => {
  const person = await stranger(world);
  await person.signUp();
  const token = await person.activationToken();
  const other = await stranger(world);
  await other.call('POST', '/v1/activation/resend', { email: other.email, token });
  expect((await person.call('POST', '/v1/activation/inspect', { token })).body).toMatchObject({
    state: 'open',
  });
});

test('attack 47: spellings that reach one mailbox share its allowance', async () => {
  const mailbox = `victim.${Date.now()}`;
  const spellings = (round: number) => [
    `${mailbox}+${round}@gmail.com`,
    `${mailbox.replace('.', '')}@googlemail.com`,
    `${mailbox.replaceAll('.', '').replaceAll(/(?<=.)(?=.)/g, '.')}@GMAIL.com`,
  ];
  const attacker = await stranger(world, 'attacker');
  for (let round = 0; round < 5; round += 1) {
    for (const email of spellings(round)) {
      const signUp = { name: 'A', email, password: attacker.password, language: 'en' };
      const asked = await attacker.call('POST', '/v1/sign-up', signUp, { from: world.network() });
      expect(asked.status, asked.text).toBe(202);
    }
  }
  await world.allSent();
  const mails = world.inbox.mails.filter(({ to }) =>
    to.some((address) => /@g(?:oogle)?mail\.com$/i.test(address)),
  );
  expect(mails.length).toBe(8);
  // As typed: the mail goes to the very spelling that asked.
  expect(mails.flatMap(({ to }) => to)).toContain(`${mailbox}+0@gmail.com`);
});

test('attack 47: dots count where nobody knows that they do not', async () => {
  const attacker = await stranger(world, 'attacker');
  const before = world.inbox.mails.length;
  const name = `d.o.t${Date.now()}`;
  for (const email of [`${name}@example.org`, `${name.replaceAll('.', '')}@example.org`]) {
    for (let round = 0; round < 8; round += 1) {
      const body = { name: 'A', email, password: attacker.password, language: 'en' };
      await attacker.call('POST', '/v1/sign-up', body, { from: world.network() });
    }
  }
  await world.allSent();
  expect(world.inbox.mails.slice(before)).toHaveLength(16);
});

test('attack 48: what a proof says of itself is honoured', async () => {
  const person = await holder(world);
  const seconds = () => Math.floor(world.now() / 1_000);
  const refused: Record<string, unknown>[] = [
    { exp: seconds() - 1 },
    { exp: seconds() },
    { exp: 'never' },
    { nbf: seconds() + 30 },
    { nbf: 'now' },
    { nonce: 'of another server' },
    { aud: 'https://elsewhere.example' },
  ];
  for (const claims of refused) {
    const checked = await person.check({ proof: claims });
    expect(checked.status, JSON.stringify(claims)).toBe(401);
    const started = await person.startSignIn({ proof: claims });
    expect(started.code, JSON.stringify(claims)).toBe('DEVICE_PROOF_INVALID');
  }
  const taken: Record<string, unknown>[] = [
    { exp: seconds() + 60, nbf: seconds() - 1 },
    { aud: world.publicUrl },
    { aud: ['https://elsewhere.example', world.publicUrl] },
  ];
  for (const claims of taken) {
    expect((await person.check({ proof: claims })).status, JSON.stringify(claims)).toBe(200);
  }
  // Made for a token, and used without one.
  const forToken = await person.startSignIn({ proof: { ath: 'A'.repeat(43) } });
  expect(forToken.code).toBe('DEVICE_PROOF_INVALID');
});

test('attack 49: /metrics answers to no other host’s name', async () => {
  for (const host of ['evil.test', 'account.example.test', 'localhost.evil.test', '127.0.0.1.evil.test']) {
    const answer = await send('GET', '/metrics', world.ports[0], undefined, undefined, { host });
    expect(answer.status, host).not.toBe(200);
    expect(answer.text).not.toContain('latchkey_');
  }
  for (const host of ['localhost', `127.0.0.1:${world.ports[0]}`, '[::1]:1']) {
    expect((await send('GET', '/metrics', world.ports[0], undefined, undefined, { host })).status, host).toBe(
      200,
    );
  }
});

test('attack 50: a body in another encoding or character set is refused on every route', async () => {
  const json = JSON.stringify({ email: 'x@example.org' });
  const form = 'token=x&password=y';
  const urls = [
    ['/v1/password-reset/request', 'application/json', json],
    ['/activate', 'application/x-www-form-urlencoded', form],
    ['/reset', 'application/x-www-form-urlencoded', form],
  ] as const;
  for (const [path, type, body] of urls) {
    const post = (headers: Record<string, string>) =>
      send('POST', path, world.ports[0], world.network(), body, { 'content-type': type, ...headers });
    for (const encoding of ['gzip', 'br', 'deflate', 'GZIP', 'identity, gzip', 'x']) {
      expect((await post({ 'content-encoding': encoding })).status, `${path} ${encoding}`).toBe(415);
    }
    for (const charset of ['utf-16', 'UTF-16LE', 'iso-8859-1', '"us-ascii"', 'utf-7']) {
      const answer = await post({ 'content-type': `${type}; charset=${charset}` });
      expect(answer.status, `${path} ${charset}`).toBe(415);
    }
    for (const charset of ['utf-8', 'UTF-8', '"utf-8"', 'utf8']) {
      const answer = await post({ 'content-type': `${type}; charset=${charset}` });
      expect(answer.status, `${path} ${charset}`).not.toBe(415);
    }
    expect((await post({ 'content-encoding': 'identity' })).status, path).not.toBe(415);
  }
});

test('attack 51: a key that comes twice is refused, wherever it stands and however it is written', async () => {
  const device = '"device":{"name":"A","platform":"linux"}';
  const start = (body: string) => raw(body, '/v1/sign-in');
  const raw = async (body: string, path: string) => {
    const computer: Device = await world.device();
    const dpop = await computer.prove({
      htm: 'POST',
      htu: `${world.publicUrl}${path}`,
      iat: Math.floor(world.now() / 1_000),
      jti: crypto.randomUUID(),
    });
    return send('POST', path, world.ports[0], world.network(), body, {
      'content-type': 'application/json',
      dpop,
    });
  };
  const bodies = [
    `{"email":"a@example.org","email":"b@example.org","password":"x",${device}}`,
    `{"email":"a@example.org","\\u0065mail":"b@example.org","password":"x",${device}}`,
    `{"email":"a@example.org","password":"x","device":{"name":"A","name":"B","platform":"linux"}}`,
    `{"email":"a@example.org","password":"x",${device},${device}}`,
    `{"email" : "a@example.org" ,\n"email":"a@example.org","password":"x",${device}}`,
  ];
  for (const body of bodies) {
    const answer = await start(body);
    expect([answer.status, answer.code], body).toEqual([400, 'BAD_REQUEST']);
  }
  // Looks doubled and is not: in values, in another object, in a text.
  const good = [
    `{"email":"a@example.org","password":"{\\"email\\":1,\\"email\\":2}",${device}}`,
    `{"email":"a@example.org","password":"email","device":{"name":"email","platform":"linux"}}`,
  ];
  for (const body of good) expect((await start(body)).code, body).toBe('CREDENTIALS_INVALID');
  const bytes = Buffer.from(`{"email":"a@example.org","password":"\u00ff",${device}}`, 'latin1');
  const answer = await send('POST', '/v1/sign-in', world.ports[0], world.network(), bytes, {
    'content-type': 'application/json',
  });
  expect(answer.status, 'not UTF-8').toBe(400);
  const form = await send('POST', '/activate', world.ports[0], world.network(), 'token=a&token=b', {
    'content-type': 'application/x-www-form-urlencoded',
  });
  expect(form.status).not.toBe(200);
});

test('attack 52: numbers of satellites and of no country get no SMS unless they are named', async () => {
  const person = await holder(world);
  const numbers = ['+881612345678', '+870773111632', '+88213300655', '+8835100123456', '+97912345678'];
  for (const destination of numbers) {
    const added = await person.call('POST', '/v1/mfa/methods', { kind: 'sms', destination });
    expect(added.code, destination).toBe('DESTINATION_INVALID');
  }
});

test('attack 53: however many additions come at once, no more than five unfinished methods are left', async () => {
  const people = [await holder(world), await stranger(world)];
  // One who has a method, and one whose first it will be.
  await people[1]?.signUp();
  await people[1]?.activate();
  for (const person of [...people, ...people]) {
    const added = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        index % 3 === 0
          ? person.call('POST', '/v1/mfa/methods', {
              kind: 'email',
              destination: `p${index}.${person.email}`,
            })
          : person.call('POST', '/v1/mfa/methods', { kind: 'totp', destination: `App ${index}` }),
      ),
    );
    expect(added.filter(({ status }) => status === 201).length).toBeGreaterThan(0);
    const { body } = await person.call('GET', '/v1/mfa/methods');
    const unfinished = Object(body).methods.filter(({ confirmed }: { confirmed: boolean }) => !confirmed);
    expect(unfinished.length).toBeLessThanOrEqual(5);
    await world.db.query('delete from quota');
  }
});

test('attack 54: a notice quotes no address and no link out of a name', async () => {
  const person = await holder(world);
  const names = ['Verify at https://evil.test/login', 'www.evil.test or help@evil.test', 'evil。test／path'];
  for (const name of names) {
    const device = await world.device(name);
    person.nextStep();
    const body = {
      email: person.email,
      password: person.password,
      device: { name, platform: 'linux' },
    };
    const before = world.inbox.mails.length;
    const started = await person.call('POST', '/v1/sign-in', body, { device });
    const answer = await person.verify(Object(started.body).flow, { device });
    expect(answer.status, answer.text).toBe(200);
    await world.inbox.waitForMail(person.email, /signed in to your account for the first time/, before);
  }
  await person.stepUp();
  const added = await person.call('POST', '/v1/mfa/methods', {
    kind: 'totp',
    destination: 'see evil.test/totp',
  });
  const { methodId, secret } = Object(added.body);
  const code = totpCodeOfStep(decodeBase32(secret), Math.floor(world.now() / 30_000));
  person.take(await person.call('POST', `/v1/mfa/methods/${methodId}/confirm`, { code }));
  await world.inbox.waitForMail(person.email, /now also takes an authenticator app \(see evil·test·totp\)/);
  await world.allSent();
  for (const { text } of world.inbox.mailsTo(person.email)) {
    expect(text).not.toMatch(/evil\.test|evil。test|https:\/\/evil|@evil|www\./);
  }
  // What people do call their computers stays readable.
  const device = await world.device('Noor’s MacBook-Pro 14');
  person.nextStep();
  const answer = await person.call(
    'POST',
    '/v1/sign-in',
    { email: person.email, password: person.password, device: { name: device.name, platform: 'darwin' } },
    { device },
  );
  await person.verify(Object(answer.body).flow, { device });
  await world.inbox.waitForMail(person.email, /“.?Noor’s MacBook-Pro 14.?” signed in/);
});
