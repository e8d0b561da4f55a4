import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { totpCodeOfStep } from '../../src/account-service/mfa/totp/code.ts';
import { decodeBase32 } from '../../src/core/otp/base32.ts';
import { createDevice, type Answer, type Device } from '../account/support/device.ts';
import type { Inbox } from '../rig/account-service/inbox.ts';
import { Refused, type Ledger } from './ledger.ts';
import { syncThrough } from './sync-client.ts';

const grantSchema = z.object({ grant: z.object({ token: z.string() }) });
const flowSchema = z.object({
  flow: z.string(),
  methods: z.array(z.object({ id: z.string(), kind: z.string() })),
});
const methodSchema = z.object({ methodId: z.string() });

/** Where the clients ask, and what they share. */
export interface Surroundings {
  publicUrl: string;
  /** The instances; calls take turns on them. */
  ports: number[];
  inbox: Inbox;
  ledger: Ledger;
}

const recoverySignIns = 4;
const trustedSignIns = 3;
const renames = 5;

/**
 * Lives one account after the other, until told to stop: sign-up, link, methods, recovery codes, sign-ins by code
 * and by trust, changes, sync. A life that an outage leaves without a session (its answer was lost) is given up.
 */
export async function runClient(around: Surroundings, number: number, isOver: () => boolean): Promise<void> {
  for (let life = 0; !isOver(); life += 1) {
    try {
      await live(around, `client${number}.life${life}.${randomBytes(3).toString('hex')}@example.org`, number);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
  }
}

async function live(
  { publicUrl, ports, inbox, ledger }: Surroundings,
  email: string,
  number: number,
): Promise<void> {
  const device = await createDevice(publicUrl, Date.now);
  const password = `${randomBytes(9).toString('base64url')} harbour tulip`;
  const from = `127.20.${number}.1`;
  const description = { name: device.name, platform: 'linux' };
  let turn = number;
  let token: string | null = null;
  const call = (method: string, path: string, body?: unknown, as: string | null = token) => {
    turn += 1;
    const port = ports[turn % ports.length] ?? 0;
    return device.call(method, path, { port, from, token: as, ...(body !== undefined && { body }) });
  };
  const take = (answer: Answer) => (token = grantSchema.parse(answer.body).grant.token);
  const startSignIn = () => call('POST', '/v1/sign-in', { email, password, device: description }, null);
  const openFlow = async () => flowSchema.parse((await ledger.step(startSignIn)).body);

  await ledger.step(() =>
    call('POST', '/v1/sign-up', { name: 'Noor Bakker', email, password, language: 'en' }, null),
  );
  ledger.signedUp(email);
  const link = await mailed(inbox, email, /activate\?token=([\w-]+)/, 0);
  const activate = () => call('POST', '/v1/activation/confirm', { token: link, device: description }, null);
  take(await ledger.change(email, ['activated'], true, activate));
  ledger.mustNotWorkAgain(activate);

  const app = z
    .object({ methodId: z.string(), secret: z.string() })
    .parse(
      (await ledger.step(() => call('POST', '/v1/mfa/methods', { kind: 'totp', destination: 'Phone' }))).body,
    );
  const secret = decodeBase32(app.secret);
  const confirmed = await ledger.change(email, ['method-added'], true, () =>
    call('POST', `/v1/mfa/methods/${app.methodId}/confirm`, {
      code: totpCodeOfStep(secret, Math.floor(Date.now() / 30_000)),
    }),
  );
  take(confirmed);
  const { recoveryCodes } = z.object({ recoveryCodes: z.array(z.string()) }).parse(confirmed.body);
  const rename = async () => {
    for (let count = 0; count < renames; count += 1) {
      await ledger.change(email, ['profile-changed'], false, () =>
        call('PATCH', '/v1/account', { name: `Noor ${count}` }),
      );
    }
  };
  await rename();

  for (const code of recoveryCodes.slice(0, recoverySignIns)) {
    const { flow } = await openFlow();
    const recover = () => call('POST', '/v1/sign-in/recover', { flow, code }, null);
    take(await ledger.change(email, ['sign-in', 'recovery-code-used'], true, recover));
    ledger.mustNotWorkAgain(recover);
  }

  const other = `other.${email}`;
  const added = methodSchema.parse(
    (await ledger.step(() => call('POST', '/v1/mfa/methods', { kind: 'email', destination: other }))).body,
  );
  const first = await mailed(inbox, other, /\b(\d{6})\b/, 0);
  take(
    await ledger.change(email, ['method-added'], true, () =>
      call('POST', `/v1/mfa/methods/${added.methodId}/confirm`, { code: first }),
    ),
  );
  const seen = inbox.mails.length;
  const { flow } = await openFlow();
  await ledger.step(() => call('POST', '/v1/sign-in/send', { flow, methodId: added.methodId }, null));
  const code = await mailed(inbox, other, /\b(\d{6})\b/, seen);
  const verify = () =>
    call('POST', '/v1/sign-in/verify', { flow, methodId: added.methodId, code, trust: true }, null);
  take(await ledger.change(email, ['sign-in', 'device-trusted'], true, verify));
  ledger.mustNotWorkAgain(verify);
  await syncThrough(email, call, ledger);
  // Removing a method needs the session with the fresh check, and ends the trust.
  const checked = token;
  for (let count = 0; count < trustedSignIns; count += 1) {
    take(await ledger.change(email, ['sign-in-trusted'], false, startSignIn));
  }
  await rename();
  await ledger.change(email, ['method-removed'], true, () =>
    call('DELETE', `/v1/mfa/methods/${added.methodId}`, undefined, checked),
  );
}

/** What a mail says that came after others. One that an outage holds up comes when its lease has run out. */
async function mailed(inbox: Inbox, address: string, pattern: RegExp, notBefore: number): Promise<string> {
  for (let minutes = 1; ; minutes += 1) {
    try {
      const [, found = ''] = await inbox.waitForMail(address, pattern, notBefore);
      return found;
    } catch (error) {
      if (minutes === 5) throw error;
    }
  }
}

/** An account that is changed over and over, to see when the service takes changes: one call after the other. */
export async function createProbe(
  { publicUrl, inbox, ledger }: Surroundings,
  port: number,
  number: number,
): Promise<{ change(): Promise<boolean> }> {
  const device: Device = await createDevice(publicUrl, Date.now);
  const email = `probe${number}@example.org`;
  const password = `${randomBytes(9).toString('base64url')} harbour tulip`;
  const from = `127.30.${number}.1`;
  const call = (method: string, path: string, body: unknown, token: string | null = null) =>
    device.call(method, path, { port, from, token, body });
  await ledger.step(() => call('POST', '/v1/sign-up', { name: 'Probe', email, password, language: 'en' }));
  const link = await mailed(inbox, email, /activate\?token=([\w-]+)/, 0);
  const description = { name: device.name, platform: 'linux' };
  const opened = await ledger.step(() =>
    call('POST', '/v1/activation/confirm', { token: link, device: description }),
  );
  let token = grantSchema.parse(opened.body).grant.token;
  const added = await ledger.step(() =>
    call('POST', '/v1/mfa/methods', { kind: 'totp', destination: 'Phone' }, token),
  );
  const { methodId, secret } = z.object({ methodId: z.string(), secret: z.string() }).parse(added.body);
  const confirmed = await ledger.step(() =>
    call(
      'POST',
      `/v1/mfa/methods/${methodId}/confirm`,
      { code: totpCodeOfStep(decodeBase32(secret), Math.floor(Date.now() / 30_000)) },
      token,
    ),
  );
  token = grantSchema.parse(confirmed.body).grant.token;
  return {
    async change() {
      const answer = await call('PATCH', '/v1/account', { name: 'Probe' }, token).catch(() => null);
      return answer?.status === 200;
    },
  };
}
