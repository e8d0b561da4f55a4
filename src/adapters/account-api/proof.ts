import { createHash, randomUUID } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import type { ApiCaller } from '../../app/ports.ts';

/**
 * The headers that identify the caller: a DPoP proof (RFC 9449, section 4.2), valid for this one request, and,
 * in a session, its token (section 7.1).
 *
 * @param request.url the public URL with path, without query
 * @param request.now the server's current time, in ms
 */
export async function proofHeaders(
  { key, token }: ApiCaller,
  request: { method: string; url: string; now: number },
): Promise<Record<string, string>> {
  const { d: _, ...jwk } = key;
  const claims = {
    jti: randomUUID(),
    htm: request.method,
    htu: request.url,
    iat: Math.floor(request.now / 1_000),
    ...(token !== null && { ath: createHash('sha256').update(token).digest('base64url') }),
  };
  const dpop = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk })
    .sign(await importJWK(key, 'ES256'));
  return { dpop, ...(token !== null && { authorization: `DPoP ${token}` }) };
}
