import { z } from 'zod';
import { totpCodeOfStep } from '../../../src/account-service/mfa/totp.ts';
import { benchUrl } from './bench-service.ts';
import { crowdMember, crowdSecrets } from './crowd.ts';
import { rawRequest, type Connection, type LoadDevice } from './load.ts';

const flowSchema = z.object({ flow: z.string() });

/**
 * One full sign-in of the n-th account of the crowd, password and authenticator, from a network of its own (the
 * instance has to trust the load generator as a proxy). Throws with the answer when a step is refused.
 */
export async function signInMember(connection: Connection, device: LoadDevice, n: number): Promise<void> {
  const { email, totpId } = crowdMember(n);
  const post = async (path: string, body: unknown) => {
    const headers = {
      dpop: device.proof('POST', `${benchUrl}${path}`, null),
      'x-forwarded-for': `10.${(n >> 8) & 255}.${n & 255}.1`,
    };
    const answer = await connection.send(rawRequest('POST', path, headers, body));
    if (answer.status !== 200) throw new Error(answer.body);
    return answer.body;
  };
  const started = await post('/v1/sign-in', {
    email,
    password: crowdSecrets.password,
    device: { name: 'Bench', platform: 'linux' },
  });
  const { flow } = flowSchema.parse(JSON.parse(started));
  const code = totpCodeOfStep(crowdSecrets.totp, Math.floor(Date.now() / 30_000));
  await post('/v1/sign-in/verify', { flow, methodId: totpId, code, trust: false });
}
