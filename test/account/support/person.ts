import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { z } from 'zod';
import { decodeBase32 } from '../../../src/core/otp/base32.ts';
import { totpCodeOfStep } from '../../../src/account-service/mfa/totp/code.ts';
import type { Answer, Call, Device } from './device.ts';
import type { World } from '../../rig/account-service/world.ts';

const grantedSchema = z.object({
  grant: z.object({
    token: z.string(),
    session: z.object({
      kind: z.string(),
      mfaAt: z.string().nullable(),
      trustedUntil: z.string().nullable(),
    }),
  }),
});
const flowSchema = z.object({
  step: z.literal('secondFactor'),
  flow: z.string(),
  methods: z.array(z.object({ id: z.string(), kind: z.string(), hint: z.string() })),
});

/** Someone with an account, at a computer, who does what a person would through the API. */
export class Person {
  readonly world: World;
  readonly email: string;
  readonly password: string;
  readonly device: Device;
  readonly from: string;
  token = '';
  totpSecret: Uint8Array = new Uint8Array();
  totpId = '';
  recoveryCodes: string[] = [];
  /** Calls take turns on the instances. */
  #turn = 0;

  constructor(world: World, email: string, device: Device) {
    this.world = world;
    this.email = email;
    this.password = `${randomBytes(9).toString('base64url')} harbour tulip`;
    this.device = device;
    this.from = world.network();
    world.canary(this.password);
  }

  async call(
    method: string,
    path: string,
    body?: unknown,
    more: Partial<Call> & { device?: Device } = {},
  ): Promise<Answer> {
    const { device = this.device, ...rest } = more;
    this.#turn += 1;
    const port = this.world.ports[this.#turn % 2] ?? 0;
    return device.call(method, path, {
      port,
      from: this.from,
      token: path.startsWith('/v1/sign-in') || this.token === '' ? null : this.token,
      ...(body !== undefined && { body }),
      ...rest,
    });
  }

  async signUp(name = 'Noor Bakker'): Promise<void> {
    const answer = await this.call('POST', '/v1/sign-up', {
      name,
      email: this.email,
      password: this.password,
      language: 'en',
    });
    expect(answer.status, answer.text).toBe(202);
  }

  async activationToken(): Promise<string> {
    const [, token = ''] = await this.world.inbox.waitForMail(this.email, /activate\?token=([\w-]+)/);
    this.world.canary(token);
    return token;
  }

  async activate(): Promise<void> {
    const token = await this.activationToken();
    const answer = await this.call('POST', '/v1/activation/confirm', { token, device: this.description() });
    this.take(answer);
  }

  description() {
    return { name: this.device.name, platform: 'linux' };
  }

  /** Takes the token out of an answer with a grant. */
  take(answer: Answer): z.infer<typeof grantedSchema>['grant'] {
    expect(answer.status, answer.text).toBeLessThan(300);
    const { grant } = grantedSchema.parse(answer.body);
    this.token = grant.token;
    this.world.canary(grant.token);
    return grant;
  }

  /** Sets up an authenticator app; the first method also brings the recovery codes. */
  async addTotp(): Promise<void> {
    const added = await this.call('POST', '/v1/mfa/methods', { kind: 'totp', destination: 'Phone' });
    expect(added.status, added.text).toBe(201);
    const { methodId, secret } = z.object({ methodId: z.string(), secret: z.string() }).parse(added.body);
    this.world.canary(secret);
    this.totpSecret = decodeBase32(secret);
    this.totpId = methodId;
    const answer = await this.call('POST', `/v1/mfa/methods/${methodId}/confirm`, { code: this.totp() });
    this.take(answer);
    const { recoveryCodes } = z.object({ recoveryCodes: z.array(z.string()).nullable() }).parse(answer.body);
    if (recoveryCodes) this.recoveryCodes = recoveryCodes;
    for (const code of this.recoveryCodes) this.world.canary(code);
  }

  /** Adds e-mail at another address, after a fresh check; gives its id. */
  async addEmail(address: string): Promise<string> {
    const before = this.world.inbox.mails.length;
    const added = await this.call('POST', '/v1/mfa/methods', { kind: 'email', destination: address });
    expect(added.status, added.text).toBe(201);
    const { methodId } = z.object({ methodId: z.string() }).parse(added.body);
    const [code] = await this.world.inbox.waitForMail(address, /\b\d{6}\b/, before);
    this.take(await this.call('POST', `/v1/mfa/methods/${methodId}/confirm`, { code }));
    return methodId;
  }

  /** The authenticator's code, some steps away from now. */
  totp(steps = 0): string {
    return totpCodeOfStep(this.totpSecret, Math.floor(this.world.now() / 30_000) + steps);
  }

  /** Lets a time step pass, so that there is a code that was not used yet. */
  nextStep(): void {
    this.world.passTime(30_000);
  }

  startSignIn(
    more: Partial<Call> & { device?: Device; email?: string; password?: string } = {},
  ): Promise<Answer> {
    const { email = this.email, password = this.password, ...rest } = more;
    return this.call('POST', '/v1/sign-in', { email, password, device: this.description() }, rest);
  }

  async flow(more: Partial<Call> & { device?: Device } = {}): Promise<z.infer<typeof flowSchema>> {
    const answer = await this.startSignIn(more);
    expect(answer.status, answer.text).toBe(200);
    return flowSchema.parse(answer.body);
  }

  /** Signs in with password and authenticator. */
  async signIn(trust = false, device = this.device) {
    this.nextStep();
    const { flow } = await this.flow({ device });
    const answer = await this.verify(flow, { trust, device });
    return this.take(answer);
  }

  verify(
    flow: string,
    {
      trust = false,
      code = this.totp(),
      methodId = this.totpId,
      device = this.device,
      port = undefined as number | undefined,
    } = {},
  ): Promise<Answer> {
    return this.call(
      'POST',
      '/v1/sign-in/verify',
      { flow, methodId, code, trust },
      { device, ...(port !== undefined && { port }) },
    );
  }

  async stepUp(): Promise<void> {
    this.nextStep();
    this.take(await this.call('POST', '/v1/step-up/verify', { methodId: this.totpId, code: this.totp() }));
  }

  check(more: Partial<Call> & { device?: Device } = {}): Promise<Answer> {
    return this.call('GET', '/v1/session/check', undefined, more);
  }
}

let people = 0;

/** Someone who has not signed up yet. */
export async function stranger(world: World, name = 'person'): Promise<Person> {
  people += 1;
  return new Person(
    world,
    `${name}${people}.${randomBytes(3).toString('hex')}@example.org`,
    await world.device(),
  );
}

/** Someone with an active account and an authenticator, signed in with a fresh check. */
export async function holder(world: World, name = 'person'): Promise<Person> {
  const person = await stranger(world, name);
  await person.signUp();
  await person.activate();
  await person.addTotp();
  return person;
}
