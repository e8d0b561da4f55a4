/** `/healthz`, `/readyz`, `/metrics` and the log: who may ask, and what they tell. */
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest';
import { send } from '../../account/support/device.ts';
import { holder } from '../../account/support/person.ts';
import { startWorld, type World } from '../../rig/account-service/world.ts';
import { startCable, type Cable } from '../../rig/account-service/cable.ts';

let cable: Cable;
let world: World;
beforeAll(async () => {
  cable = await startCable(inject('postgres'));
  world = await startWorld(cable.url);
});
afterAll(async () => {
  await world.stop();
  await cable.stop();
});

const get = (path: string, headers: Record<string, string> = {}, port = world.ports[0], from?: string) =>
  send('GET', path, port, from, undefined, headers);

test('the process says that it is alive, whatever its database does', async () => {
  onTestFinished(() => cable.setCut(false));
  expect((await get('/healthz')).status).toBe(200);
  cable.setCut(true);
  expect((await get('/healthz')).body).toEqual({ status: 'ok' });
});

test('it is ready while its database answers, not while it is away, and again when it is back', async () => {
  onTestFinished(() => cable.setCut(false));
  expect(await get('/readyz')).toMatchObject({ status: 200, body: { status: 'ready' } });
  cable.setCut(true);
  const away = await get('/readyz');
  expect(away).toMatchObject({ status: 503, body: { status: 'database' } });
  expect(away.text).not.toMatch(/postgres|ECONN|127\.0\.0\.1/);
  cable.setCut(false);
  await expect.poll(() => get('/readyz')).toMatchObject({ status: 200, body: { status: 'ready' } });
});

test('however many ask at once whether it is ready, the database is asked but a few times', async () => {
  const bytesFor = async (work: () => Promise<unknown>) => {
    const before = cable.asked();
    await work();
    return cable.asked() - before;
  };
  // The least of several: other work asks a little too, and a connection that has to be made first more than that.
  const samples: number[] = [];
  for (let count = 0; count < 6; count += 1) samples.push(await bytesFor(() => get('/readyz')));
  const one = Math.min(...samples);
  const crowd = await bytesFor(async () => {
    const answers = await Promise.all(Array.from({ length: 300 }, () => get('/readyz')));
    for (const { status } of answers) expect(status).toBe(200);
  });
  // Those that come while a question is under way share its answer.
  expect(crowd, `bytes, with ${one} for one`).toBeLessThan((300 / 4) * one);
});

test('without a token this machine sees the metrics, and nothing that came through a proxy does', async () => {
  expect(await get('/metrics')).toMatchObject({ status: 200 });
  for (const headers of [
    { 'x-forwarded-for': '127.0.0.1' },
    { 'x-forwarded-for': '203.0.113.9, 127.0.0.1' },
    { 'x-forwarded-for': '' },
    { forwarded: 'for=127.0.0.1' },
    { 'x-real-ip': '127.0.0.1' },
    { via: '1.1 proxy' },
  ]) {
    expect((await get('/metrics', headers)).status, JSON.stringify(headers)).toBe(404);
    // A proxy that is trusted for who its callers are is one all the same.
    expect((await get('/metrics', headers, world.ports[0], '127.9.9.1')).status).toBe(404);
  }
});

test('from another address there are no metrics', async () => {
  const outer = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .find(({ internal, family }) => !internal && family === 'IPv4');
  // A machine without any network has nobody else to refuse.
  const host = outer?.address ?? '127.0.0.1';
  const open = await startExtra({ HOST: '0.0.0.0' });
  const answer = await fetch(`http://${host}:${open.port}/metrics`);
  expect(answer.status).toBe(outer ? 404 : 200);
  expect((await fetch(`http://${host}:${open.port}/healthz`)).status).toBe(200);
});

test('with a token it is the token that counts, from anywhere, and nothing else', async () => {
  const token = 'a-token-for-the-metrics';
  const { port } = await startExtra({ METRICS_TOKEN: token });
  const ask = (authorization?: string) =>
    get('/metrics', { ...(authorization !== undefined && { authorization }) }, port);
  for (const authorization of [
    undefined,
    '',
    token,
    `bearer ${token}`,
    `Bearer ${token}x`,
    `Bearer ${token.slice(1)}`,
  ]) {
    expect((await ask(authorization)).status, authorization).toBe(404);
  }
  expect((await ask(`Bearer ${token}`)).status).toBe(200);
  const proxied = { authorization: `Bearer ${token}`, 'x-forwarded-for': '203.0.113.9' };
  expect((await get('/metrics', proxied, port)).status).toBe(200);
});

test('the metrics name procedures and outcomes, and nothing of a person', async () => {
  const person = await holder(world);
  await person.signIn(true);
  const odd = `nobody.${person.email}`;
  await person.startSignIn({ email: odd, password: 'not the password at all' });
  await get(`/v1/${person.token}`);
  await get(`/activate?token=${person.token}`);
  const metrics = async () => {
    const texts = await Promise.all(world.ports.map((port) => get('/metrics', {}, port)));
    return texts.map((answer) => answer.text).join('');
  };
  // Mails go out after the answer.
  await expect.poll(metrics).toMatch(/latchkey_messages_total\{channel="mail",outcome="sent"\} \d/);
  const text = await metrics();
  expect(text).toMatch(/latchkey_request_seconds_count\{procedure="signIn\.verify",status="200"\} \d/);
  expect(text).toMatch(/latchkey_request_seconds_count\{procedure="signIn\.start",status="401"\} \d/);
  expect(text).toMatch(/latchkey_password_queue \d/);
  expect(text).not.toMatch(/@|127\.\d+\.\d+\.\d+|example\.org/);
  expect([...world.canaries].filter((secret) => secret !== '' && text.includes(secret))).toEqual([]);
});

test('the log tells of refused access, by procedure and network, and of no address', async () => {
  const person = await holder(world);
  await person.startSignIn({ password: 'not the password at all' });
  await person.check({ token: `${person.token.slice(0, -4)}AAAA` });
  await person.call('DELETE', `/v1/mfa/methods/${person.totpId}`);
  // The last line may not be whole yet.
  const refused = () =>
    world
      .logs()
      .split('\n')
      .slice(0, -1)
      .filter((line) => line.includes('"msg":"refused"'))
      .map((line): unknown => JSON.parse(line));
  const network = `${person.from.split('.').slice(0, 3).join('.')}.0/24`;
  for (const [procedure, status, refusal] of [
    ['signIn.start', 401, 'CREDENTIALS_INVALID'],
    ['sessions.check', 401, 'UNAUTHENTICATED'],
  ] as const) {
    await expect
      .poll(refused)
      .toContainEqual(expect.objectContaining({ procedure, status, refusal, network }));
  }
  expect(world.logs()).not.toContain(person.email);
});

/** One more instance, for this test alone: in later ones it would send mails that its own metrics count. */
async function startExtra(more: Record<string, string>) {
  const instance = await world.startInstance(more);
  onTestFinished(() => instance.kill('SIGTERM'));
  return instance;
}
