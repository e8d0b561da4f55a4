import { createHash, createPublicKey, type KeyObject, type webcrypto } from 'node:crypto';
import { z } from 'zod';
import { refusal } from '../refusal.ts';

/** A valid device proof, not yet checked for replay (the database decides that). */
export interface DeviceProof {
  /** RFC 7638 thumbprint of the device's public key, which identifies the device. */
  deviceKey: string;
  /** What the replay memory stores of the proof. */
  replay: { slot: number; hash: Buffer };
}

export interface ProofTarget {
  method: string;
  /** Public URL and path, without query (RFC 9449, section 4.3). */
  url: string;
  now: Date;
  /** The access token of a call that is authorized by it: the proof must carry its hash (`ath`). */
  token: string | null;
  /** A token that this call ignores. If the proof carries a token hash, it must be that of this token. */
  idleToken?: string | null;
}

/**
 * Limits of a proof. It is valid for a minute after it was made, and may be ahead only as far as clocks differ.
 * Its own limits (`exp`, `nbf`) are checked to the second.
 */
export const proofRules = {
  algorithms: ['ES256', 'EdDSA'],
  longest: 2_048,
  pastSeconds: 60,
  futureSeconds: 5,
  jti: { least: 8, most: 128 },
} as const;
/** Slots of the replay memory. They far outlast a proof, so a slot is stale when its turn to empty comes. */
export const replaySlots = { count: 3, seconds: 300 } as const;

/**
 * Remembers a proof, as SQL for a larger statement: one row when it is fresh, none when it was used before.
 *
 * @param slot, hash SQL expressions of the program's own
 * @param source a table of the statement; once, if it has rows
 */
export function remembering(slot: string, hash: string, source = '(select) as one'): string {
  return `insert into device_proof (slot, hash) select ${slot}, ${hash} from ${source} on conflict do nothing returning 1`;
}

const coordinate = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
/** Only the fields named here are read from the header. A private key or any critical extension is refused. */
const headerSchema = z
  .object({
    typ: z.literal('dpop+jwt'),
    crit: z.never().optional(),
    alg: z.enum(proofRules.algorithms),
    jwk: z.discriminatedUnion('kty', [
      z.object({
        kty: z.literal('EC'),
        crv: z.literal('P-256'),
        x: coordinate,
        y: coordinate,
        d: z.never().optional(),
      }),
      z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: coordinate, d: z.never().optional() }),
    ]),
  })
  .refine(({ alg, jwk }) => (alg === 'ES256') === (jwk.kty === 'EC'));

const claimsSchema = z.object({
  htm: z.string(),
  htu: z.string(),
  iat: z.number(),
  jti: z.string().min(proofRules.jti.least).max(proofRules.jti.most),
  ath: z.string().optional(),
  exp: z.number().optional(),
  nbf: z.number().optional(),
  aud: z.union([z.string(), z.array(z.string())]).optional(),
  // This service issues no nonce, so any nonce comes from another service.
  nonce: z.never().optional(),
});

type Jwk = z.infer<typeof headerSchema>['jwk'];

/**
 * Checks a DPoP proof (RFC 9449, section 4.3): form, signature by the embedded key (ES256 or EdDSA), method,
 * URL, age, and token. It uses Node's own WebCrypto because every request checks a session. `jose`, which the
 * tests use to make their proofs, costs about twice as much.
 *
 * @throws `DEVICE_PROOF_INVALID`
 */
export async function readDeviceProof(proof: string | undefined, target: ProofTarget): Promise<DeviceProof> {
  const parts =
    proof === undefined || proof.length > proofRules.longest
      ? null
      : /^([\w-]+)\.([\w-]+)\.([\w-]{86})$/.exec(proof);
  const [, head = '', body = '', signature = ''] = parts ?? [];
  const key = headerKey(head);
  if (!key) throw refusal('DEVICE_PROOF_INVALID');
  const signed = Buffer.from(`${head}.${body}`);
  const { algorithm } = key;
  // Verify off this thread, the first resource that an instance runs out of.
  const isSigned = await crypto.subtle.verify(
    algorithm,
    key.publicKey,
    Buffer.from(signature, 'base64url'),
    signed,
  );
  const claims = claimsSchema.safeParse(decode(body)).data;
  if (!isSigned || !claims) throw refusal('DEVICE_PROOF_INVALID');
  const { htm, htu, iat, jti, ath, exp = Infinity, nbf = -Infinity, aud } = claims;
  const now = target.now.getTime() / 1_000;
  const age = now - iat;
  const token = target.token ?? target.idleToken ?? null;
  const tokenHash = token === null ? undefined : createHash('sha256').update(token).digest('base64url');
  const fits =
    htm === target.method &&
    withoutQuery(htu) === target.url &&
    age <= proofRules.pastSeconds &&
    age >= -proofRules.futureSeconds &&
    now < exp &&
    now >= nbf &&
    (aud === undefined || [aud].flat().includes(new URL(target.url).origin)) &&
    (ath === tokenHash || (ath === undefined && target.token === null));
  if (!fits) throw refusal('DEVICE_PROOF_INVALID');
  const slot = Math.floor(iat / replaySlots.seconds) % replaySlots.count;
  const hash = createHash('sha256').update(`${key.thumbprint}:${jti}`).digest().subarray(0, 20);
  return { deviceKey: key.thumbprint, replay: { slot, hash } };
}

interface HeaderKey {
  publicKey: webcrypto.CryptoKey;
  algorithm: (typeof schemes)[Jwk['kty']]['algorithm'];
  thumbprint: string;
}

/** How WebCrypto imports each kind of key and verifies its signatures. */
const schemes = {
  EC: {
    keyAlgorithm: { name: 'ECDSA', namedCurve: 'P-256' },
    algorithm: { name: 'ECDSA', hash: 'SHA-256' },
  },
  OKP: { keyAlgorithm: { name: 'Ed25519' }, algorithm: { name: 'Ed25519' } },
} as const;

/** Keys by the header they came in, as a device sends the same header each time. A bounded cache. */
const keys = new Map<string, HeaderKey>();
const mostKeys = 20_000;

function headerKey(head: string): HeaderKey | null {
  const known = keys.get(head);
  if (known) return known;
  const header = headerSchema.safeParse(decode(head)).data;
  const publicKey = header && importKey(header.jwk);
  if (!publicKey) return null;
  const { keyAlgorithm, algorithm } = schemes[header.jwk.kty];
  const key: HeaderKey = {
    publicKey: publicKey.toCryptoKey(keyAlgorithm, false, ['verify']),
    algorithm,
    thumbprint: thumbprint(header.jwk),
  };
  if (keys.size >= mostKeys) keys.clear();
  keys.set(head, key);
  return key;
}

function importKey(jwk: Jwk): KeyObject | null {
  try {
    return createPublicKey({ key: publicPart(jwk), format: 'jwk' });
  } catch {
    // Not a point on the curve.
    return null;
  }
}

/** RFC 7638, section 3: the required members in lexical order, without white space. */
function thumbprint(jwk: Jwk): string {
  return createHash('sha256')
    .update(JSON.stringify(publicPart(jwk)))
    .digest('base64url');
}

function publicPart(jwk: Jwk) {
  return jwk.kty === 'EC'
    ? { crv: jwk.crv, kty: jwk.kty, x: jwk.x, y: jwk.y }
    : { crv: jwk.crv, kty: jwk.kty, x: jwk.x };
}

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    return null;
  }
}

function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/s, '');
}
