/** SMS over an HTTP gateway: what it gets, how it knows who sent it, and what happens when it fails. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { send } from '../../account/support/device.ts';
import { holder, type Person } from '../../account/support/person.ts';
import { startWorld, type World } from '../../rig/account-service/world.ts';

const secrets = {
  signing: 'a-signing-secret-of-the-gateway',
  header: 'an-api-key-in-a-header',
  url: 'url-key-1',
};

interface Received {
  method: string | undefined;
  url: string | undefined;
  headers: IncomingMessage['headers'];
  body: Buffer;
  at: number;
}

let world: World;
const received: Received[] = [];
/** How the next requests are answered, the last one from then on; null is never. */
let answers: (number | null)[] = [202];
const gateway = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { method, url, headers } = request;
    received.push({ method, url, headers, body: Buffer.concat(chunks), at: performance.now() });
    const status = (answers.length > 1 ? answers.shift() : answers[0]) ?? null;
    if (status === null) return;
    response
      .writeHead(status, status === 302 ? { location: '/elsewhere' } : {})
      .end('{"secret":"of the gateway"}');
  });
});

beforeAll(async () => {
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
  const address = gateway.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  world = await startWorld(inject('postgres'), {
    SMS_GATEWAY_URL: `http://127.0.0.1:${port}/v2/send/{to}?key=${secrets.url}&ref={id}`,
    SMS_GATEWAY_METHOD: 'PUT',
    SMS_GATEWAY_HEADERS: JSON.stringify({
      'content-type': 'application/vnd.gateway+json',
      authorization: `Key ${secrets.header}`,
    }),
    SMS_GATEWAY_BODY: '{"recipients":["{to}"],"body":"{text}","client":{"ref":"{id}"}}',
    SMS_GATEWAY_SECRET: secrets.signing,
    SMS_GATEWAY_TIMEOUT_SECONDS: '1',
    SERVICE_NAME: 'Say "hi" \\ {id} & more',
  });
});
afterEach(() => {
  answers = [202];
  received.length = 0;
});
afterAll(async () => {
  await world.stop();
  gateway.closeAllConnections();
  gateway.close();
});

let numbers = 0;
/** Asks for a code by SMS to a new number. */
async function askForCode(): Promise<{ person: Person; number: string; methodId: string }> {
  const person = await holder(world);
  numbers += 1;
  const number = `+3161${String(2_000_000 + numbers * 10_007)}`;
  const added = await person.call('POST', '/v1/mfa/methods', { kind: 'sms', destination: number });
  expect(added.status, added.text).toBe(201);
  return { person, number, methodId: String(Object(added.body).methodId) };
}
const waitFor = (count: number) => expect.poll(() => received.length).toBeGreaterThanOrEqual(count);
const rowsWith = async (condition: string): Promise<number> =>
  (await world.db.query(`select count(*)::integer as n from outbox where channel = 'sms' and ${condition}`))
    .rows[0].n;
/** Messages that wait or are being sent. */
const waiting = () => rowsWith('true');
/** Waits until a try has failed and is put off, or the next one is there already. */
const putOff = (tries: number) =>
  expect
    .poll(
      async () => received.length > tries || (await rowsWith('leased_until is null and attempts > 0')) > 0,
    )
    .toBe(true);
/** Waits for one more message, of somebody else: what was due before it has been sent by then. */
async function oneMore(): Promise<void> {
  const before = received.length;
  await askForCode();
  await waitFor(before + 1);
  await expect.poll(waiting).toBe(0);
}
const metric = async (outcome: string) => {
  const texts = await Promise.all(
    world.ports.map((port) => send('GET', '/metrics', port, undefined, undefined, {})),
  );
  const pattern = new RegExp(`latchkey_messages_total\\{channel="sms",outcome="${outcome}"\\} (\\d+)`);
  return texts.reduce((sum, { text }) => sum + Number(pattern.exec(text)?.[1] ?? 0), 0);
};
const fields = ({ body }: Received) => JSON.parse(body.toString());
const codeIn = (request: Received) => /\b\d{6}\b/.exec(String(fields(request).body))?.[0] ?? '';

test('the gateway gets the request of the template, every value escaped for its place', async () => {
  const { person, number, methodId } = await askForCode();
  await waitFor(1);
  const [request] = received;
  if (!request) throw new Error('no request came');
  expect(request.method).toBe('PUT');
  const id = request.headers['idempotency-key'];
  expect(request.url).toBe(`/v2/send/${encodeURIComponent(number)}?key=${secrets.url}&ref=${String(id)}`);
  expect(request.headers).toMatchObject({
    'content-type': 'application/vnd.gateway+json',
    authorization: `Key ${secrets.header}`,
  });
  const { recipients, body, client } = fields(request);
  expect(recipients).toEqual([number]);
  expect(client).toEqual({ ref: id });
  const code = /^(\d{6}) is your code/.exec(body)?.[1];
  expect((await person.call('POST', `/v1/mfa/methods/${methodId}/confirm`, { code })).status).toBe(200);
});

test('the receiving side can tell by the signature that the service sent just this', async () => {
  await askForCode();
  await waitFor(1);
  const [request] = received;
  if (!request) throw new Error('no request came');
  // As docs/operating.md tells the receiving side to do.
  const isGenuine = (body: Buffer, secret: string) => {
    const expected = Buffer.from(`sha256=${createHmac('sha256', secret).update(body).digest('hex')}`);
    const given = Buffer.from(String(request.headers['x-latchkey-signature']));
    return given.length === expected.length && timingSafeEqual(given, expected);
  };
  expect(isGenuine(request.body, secrets.signing)).toBe(true);
  expect(isGenuine(Buffer.from(request.body.toString().replace('+31', '+32')), secrets.signing)).toBe(false);
  expect(isGenuine(request.body, 'another secret')).toBe(false);
});

test('a gateway that fails is asked again, ever later, with the same message, and no more once it took it', async () => {
  answers = [503, 500, 202];
  await askForCode();
  await waitFor(3);
  const [first, second, third] = received.map(({ at }) => at);
  expect((second ?? 0) - (first ?? 0)).toBeGreaterThan(1_900);
  expect((third ?? 0) - (second ?? 0)).toBeGreaterThan(3_900);
  expect(new Set(received.map(({ body }) => body.toString())).size).toBe(1);
  expect(new Set(received.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  await expect.poll(waiting).toBe(0);
  world.passTime(3_600_000);
  await oneMore();
  expect(received).toHaveLength(4);
});

test('a gateway that never answers counts as failed, and so does one that is busy or sends us elsewhere', async () => {
  answers = [null, 429, 302, 202];
  await askForCode();
  for (let count = 2; count <= 4; count += 1) {
    await waitFor(count - 1);
    await putOff(count - 1);
    world.passTime(10_000);
    await waitFor(count);
  }
  expect(new Set(received.map(({ body }) => body.toString())).size).toBe(1);
  expect(received.every(({ url }) => url?.startsWith('/v2/send/'))).toBe(true);
});

test.each([400, 401, 404, 410, 422])('after a %i it is not asked again', async (status) => {
  const before = await metric('refused');
  answers = [status, 202];
  await askForCode();
  await waitFor(1);
  await expect.poll(waiting).toBe(0);
  world.passTime(60_000);
  await oneMore();
  expect(received).toHaveLength(2);
  await expect.poll(() => metric('refused')).toBe(before + 1);
});

test('asked again while the gateway is away, only the newest code is ever sent', async () => {
  answers = [503];
  const { person, methodId } = await askForCode();
  await waitFor(1);
  expect((await person.call('POST', `/v1/mfa/methods/${methodId}/send`)).status).toBe(200);
  await waitFor(2);
  await expect.poll(() => rowsWith('leased_until is not null')).toBe(0);
  const [old = '', newest = ''] = [received[0], received.at(-1)].map((each) => (each ? codeIn(each) : ''));
  answers = [202];
  received.length = 0;
  world.passTime(120_000);
  await waitFor(1);
  await expect.poll(waiting).toBe(0);
  expect(received.map(codeIn)).toEqual([newest]);
  if (old !== newest) {
    const late = await person.call('POST', `/v1/mfa/methods/${methodId}/confirm`, { code: old });
    expect(late.code).toBe('CODE_WRONG');
  }
  const right = await person.call('POST', `/v1/mfa/methods/${methodId}/confirm`, { code: newest });
  expect(right.status, right.text).toBe(200);
});

test('while the gateway hangs, mails go out as ever', async () => {
  // One instance alone, which waits for the gateway for as long as this test goes on.
  await Promise.all(world.instances.map((instance) => instance.kill('SIGTERM')));
  const patient = await world.startInstance({ SMS_GATEWAY_TIMEOUT_SECONDS: '600' });
  world.ports = [patient.port, patient.port];
  answers = [null];
  await askForCode();
  await waitFor(1);
  // From now on, whoever waits for an SMS waits for good. Each of these begins with a mail that has to arrive.
  for (let count = 0; count < 5; count += 1) await askForCode();
  expect(received).toHaveLength(1);
  gateway.closeAllConnections();
  await patient.kill('SIGTERM');
  const next = await world.startInstance();
  world.ports = [next.port, next.port];
  await world.db.query("delete from outbox where channel = 'sms'");
});

test('no key, no number and no code is in any log', async () => {
  answers = [500, null, 400];
  const { number } = await askForCode();
  for (let count = 2; count <= 3; count += 1) {
    await waitFor(count - 1);
    await putOff(count - 1);
    world.passTime(60_000);
    await waitFor(count);
  }
  await expect.poll(world.logs).toContain('The SMS gateway answered 400');
  const logs = world.logs();
  expect(logs).toContain('The SMS gateway answered 500');
  expect(logs).toContain('The SMS gateway did not answer: TimeoutError');
  const [request] = received;
  const code = request ? codeIn(request) : '';
  expect(code).toMatch(/^\d{6}$/);
  for (const secret of [...Object.values(secrets), number, number.slice(1), 'of the gateway']) {
    expect(logs).not.toContain(secret);
  }
  expect(logs).not.toMatch(new RegExp(`\\b${code}\\b`));
});
