/** A newer secret key in front: what older keys sealed and hashed stays good, what is new is under the new one. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { holder } from '../../account/support/person.ts';
import { startWorld, type World } from '../../rig/account-service/world.ts';
import { secretKey } from '../../rig/account-service/environment.ts';
import { launch } from '../../rig/account-service/program.ts';

let world: World;
const [older, newer] = [secretKey(1), secretKey(2)];
beforeAll(async () => {
  world = await startWorld(inject('postgres'), { SECRET_KEYS: older });
});
afterAll(async () => {
  await world.stop();
});

/** Replaces both instances by ones with other keys. */
async function restartWith(keys: string): Promise<void> {
  for (const turn of [0, 1] as const) {
    await world.instances[turn]?.kill('SIGTERM');
    const next = await world.startInstance({ SECRET_KEYS: keys });
    world.instances.splice(turn, 1, next);
    world.ports[turn] = next.port;
  }
}
async function operator(keys: string, ...args: string[]) {
  const program = launch('account-service/operator.ts', args, {
    ...world.env,
    LOG_LEVEL: 'silent',
    SECRET_KEYS: keys,
  });
  const code = await program.ended;
  return { code, said: program.output() };
}
const keysOfSecrets = async () => {
  const { rows } = await world.db.query(
    'select get_byte(sealed_secret, 0) as key from mfa_method where sealed_secret is not null order by created_at',
  );
  return rows.map(({ key }) => key);
};

test('keys can be rotated without anyone noticing, and an older key can go once nothing is under it', async () => {
  const person = await holder(world);
  const other = `codes.${person.email}`;
  const methodId = await person.addEmail(other);
  // A code on its way, and a mail that waits, from before the rotation.
  const before = world.inbox.mails.length;
  const { flow } = await person.flow();
  expect((await person.call('POST', '/v1/sign-in/send', { flow, methodId })).status).toBe(200);
  const [code] = await world.inbox.waitForMail(other, /\b\d{6}\b/, before);
  world.inbox.setDown(true);
  await person.call('POST', '/v1/password-reset/request', { email: person.email });

  await restartWith(`${newer},${older}`);
  world.inbox.setDown(false);
  world.passTime(61_000);
  await world.inbox.waitForMail(person.email, /reset\?token=/);
  person.take(await person.verify(flow, { methodId, code }));
  await person.signIn();
  const recovering = await person.flow();
  const recovered = await person.call('POST', '/v1/sign-in/recover', {
    flow: recovering.flow,
    code: person.recoveryCodes[0],
  });
  person.take(recovered);

  const late = await holder(world);
  expect(await keysOfSecrets()).toEqual([1, 2]);
  const rotating = await operator(`${newer},${older}`, 'doctor');
  expect(rotating.code).toBe(0);
  expect(rotating.said).toContain('key 1 still holds authenticator secrets');

  // Without the older key: the doctor names it, and nobody gets in by a code that could not be checked.
  const lacking = await operator(newer, 'doctor');
  expect(lacking.code).toBe(1);
  expect(lacking.said).toContain(
    'SECRET_KEYS lacks key 1, which holds 1 authenticator secrets and 0 waiting messages',
  );
  const refused = await operator(newer, 'keys', 'reseal');
  expect(refused).toEqual({ code: 1, said: 'no secret key with id 1 is configured\n' });
  expect(await keysOfSecrets()).toEqual([1, 2]);
  await restartWith(newer);
  person.nextStep();
  const stuck = await person.flow();
  expect((await person.verify(stuck.flow)).status).toBe(500);
  await late.signIn();

  const resealed = await operator(`${newer},${older}`, 'keys', 'reseal');
  expect(JSON.parse(resealed.said)).toEqual({ resealed: 1, under: 2 });
  expect(await keysOfSecrets()).toEqual([2, 2]);
  expect((await operator(newer, 'doctor')).said).toContain('everything is under key 2');
  await person.signIn();
});

test('the same key under another id opens nothing: ids and keys belong together', async () => {
  const [, bytes = ''] = newer.split(':');
  const report = await operator(`7:${bytes}`, 'doctor');
  expect(report.said).toContain('SECRET_KEYS lacks key 2');
});

test.each([
  ['', 'SECRET_KEYS is missing'],
  ['1:c2hvcnQ=', 'SECRET_KEYS: expected a secret key as "id:base64" of 32 bytes'],
  [`0:${older.slice(2)}`, 'SECRET_KEYS: expected a secret key as "id:base64" of 32 bytes'],
  [`300:${older.slice(2)}`, 'SECRET_KEYS: expected a secret key as "id:base64" of 32 bytes'],
  [`${older},${older}`, 'SECRET_KEYS: secret key ids must differ'],
])('keys that can’t be used are refused at the start: %#', async (keys, words) => {
  const { code, said } = await operator(keys, 'doctor');
  expect(code).toBe(78);
  expect(said).toContain(words);
  expect(said).not.toContain(older.slice(2));
});
