import { generateKeyPairSync } from 'node:crypto';
import { z } from 'zod';
import type { ApiCaller } from '../ports.ts';

const jwkSchema = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
});

/** Creates an ES256 device key pair, to which a session and a device's trust are bound (RFC 9449). */
export function createDeviceKey(): ApiCaller['key'] {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return jwkSchema.parse(privateKey.export({ format: 'jwk' }));
}
