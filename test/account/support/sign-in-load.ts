import { z } from 'zod';
import { totpCodeOfStep } from '../../../src/account-service/mfa/totp/code.ts';
import { benchUrl } from '../../rig/account-service/bench-service.ts';
import { crowdMember, crowdSecrets } from './crowd.ts';
import { rawRequest, type Connection, type LoadDevice } from './load.ts';

const flowSchema = z.object({ flow: z.string() });

/** A full sign-in up to what only the instance's answer tells: a device signs on a machine of its own. */
export interface PreparedSignIn {
  start: string;
  /** The second request, for the attempt that the first one opens. */
  verify(flow: string): string;
}

/**
 * Prepares a sign-in of the n-th account of the crowd, password and authenticator, from a network of its own (the
 * instance has to trust the load generator as a proxy). Its proofs are good for a minute.
 */
export function prepareSignIn(device: LoadDevice, n: number): PreparedSignIn {
  const { email, totpId } = crowdMember(n);
  const headersFor = (path: string) => ({
    dpop: device.proof('POST', `${benchUrl}${path}`, null),
    'x-forwarded-for': `10.${(n >> 8) & 255}.${n & 255}.1`,
  });
  const verifyHeaders = headersFor('/v1/sign-in/verify');
  return {
    start: rawRequest('POST', '/v1/sign-in', headersFor('/v1/sign-in'), {
      email,
      password: crowdSecrets.password,
      device: { name: 'Bench', platform: 'linux' },
    }),
    verify(flow) {
      const code = totpCodeOfStep(crowdSecrets.totp, Math.floor(Date.now() / 30_000));
      const body = { flow, methodId: totpId, code, trust: false };
      return rawRequest('POST', '/v1/sign-in/verify', verifyHeaders, body);
    },
  };
}

/** Throws with the answer when a step is refused. */
export async function signIn(connection: Connection, prepared: PreparedSignIn): Promise<void> {
  const post = async (raw: string) => {
    const { status, body } = await connection.send(raw);
    if (status !== 200) throw new Error(body);
    return body;
  };
  const { flow } = flowSchema.parse(JSON.parse(await post(prepared.start)));
  await post(prepared.verify(flow));
}
