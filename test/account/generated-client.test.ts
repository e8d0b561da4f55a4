/** The flow with a client made at run time from `/openapi.json` alone: it knows operation ids, and no path or schema. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { decodeBase32 } from '../../src/core/otp/base32.ts';
import { totpCodeOfStep } from '../../src/account-service/mfa/totp/code.ts';
import { send, type Device } from './support/device.ts';
import { startWorld, type World } from '../rig/account-service/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld(inject('postgres'));
});
afterAll(() => world.stop());

const documentSchema = z.object({
  openapi: z.string().startsWith('3.1'),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        operationId: z.string(),
        security: z.array(z.record(z.string(), z.array(z.string()))),
        requestBody: z
          .object({
            content: z.object({
              'application/json': z.object({
                schema: z.looseObject({ required: z.array(z.string()).optional() }),
              }),
            }),
          })
          .optional(),
        responses: z.record(z.string(), z.unknown()),
      }),
    ),
  ),
});

/** Makes a client: one call per operation id, which fills paths, bodies and security in as the document says. */
async function generateClient(device: Device) {
  const { body } = await send('GET', '/openapi.json', world.ports[0], undefined, undefined, {});
  const { paths } = documentSchema.parse(body);
  const operations = new Map(
    Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item).map(
        ([method, operation]) => [operation.operationId, { path, method, ...operation }] as const,
      ),
    ),
  );
  let turn = 0;
  return async (id: string, input: Record<string, unknown> = {}, token: string | null = null) => {
    const operation = operations.get(id);
    if (!operation) throw new Error(`no operation ${id}`);
    const rest = { ...input };
    const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const value = String(rest[name]);
      delete rest[name];
      return value;
    });
    for (const name of operation.requestBody?.content['application/json'].schema.required ?? [])
      expect(rest).toHaveProperty(name);
    const schemes = new Set(operation.security.flatMap((scheme) => Object.keys(scheme)));
    turn += 1;
    const answer = await device.call(operation.method.toUpperCase(), path, {
      port: world.ports[turn % 2] ?? 0,
      ...(operation.requestBody && { body: rest }),
      token: schemes.has('session') ? token : null,
      ...(!schemes.has('device') && id !== 'signUp.start' && { proof: false as const }),
    });
    expect(Object.keys(operation.responses), `${id} answers ${answer.status}`).toContain(
      String(answer.status),
    );
    return z.looseObject({}).parse(answer.body);
  };
}

const tokenIn = (answer: unknown) =>
  z.object({ grant: z.object({ token: z.string() }) }).parse(answer).grant.token;

test('a client made from the document alone gets from sign-up to a trusted sign-in and out again', async () => {
  const device = await world.device('Generated');
  const call = await generateClient(device);
  const email = 'generated@example.org';
  const password = 'nine purple llamas sing at dusk';
  const description = { name: 'Generated', platform: 'linux' };
  expect(await call('service.info')).toMatchObject({ url: world.publicUrl });
  await call('signUp.start', { name: 'Gen', email, password, language: 'en' });
  const [, token] = await world.inbox.waitForMail(email, /token=([\w-]+)/);
  expect(await call('activation.inspect', { token })).toMatchObject({ state: 'open' });
  const activated = tokenIn(await call('activation.confirm', { token, device: description }));
  const added = await call('mfa.add', { kind: 'totp', destination: 'Phone' }, activated);
  const secret = decodeBase32(String(added['secret']));
  const code = () => totpCodeOfStep(secret, Math.floor(world.now() / 30_000));
  const confirmed = await call('mfa.confirm', { methodId: added['methodId'], code: code() }, activated);
  expect(confirmed['recoveryCodes']).toHaveLength(10);
  world.passTime(30_000);
  const started = await call('signIn.start', { email, password, device: description });
  const granted = await call('signIn.verify', {
    flow: started['flow'],
    methodId: added['methodId'],
    code: code(),
    trust: true,
  });
  const session = tokenIn(granted);
  expect(await call('devices.list', {}, session)).toMatchObject({ devices: [{ current: true }] });
  expect(await call('signIn.start', { email, password, device: description })).toMatchObject({
    step: 'signedIn',
  });
  expect(await call('audit.list', {}, session)).toHaveProperty('events');
  expect(await call('sessions.signOut', {}, session)).toEqual({ done: true });
  expect(await call('sessions.check', {}, session)).toMatchObject({ code: 'UNAUTHENTICATED' });
});
