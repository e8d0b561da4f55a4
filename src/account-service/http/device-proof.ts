import { createHash } from 'node:crypto';
import { calculateJwkThumbprint, EmbeddedJWK, jwtVerify } from 'jose';
import { z } from 'zod';
import { refusal } from '../refusal.ts';

/** A device proof that was found good, apart from replay (which the database decides). */
export interface DeviceProof {
  /** RFC 7638 thumbprint of the device's public key: who the device is. */
  deviceKey: string;
  /** What the replay memory keeps of it. */
  replay: { slot: number; hash: Buffer };
}

export interface ProofTarget {
  method: string;
  /** Public URL and path, without query (RFC 9449, section 4.3). */
  url: string;
  now: Date;
  /** The access token that comes with it; the proof must carry its hash (`ath`). */
  token: string | null;
}

const longest = 2_048;
/** A proof is good for a minute after it was made, and no further ahead than clocks differ. */
const pastSeconds = 60;
const futureSeconds = 5;
/** Slots of the replay memory: far longer than a proof lives, so that a slot is stale when its turn to be emptied comes. */
export const replaySlots = { count: 3, seconds: 300 } as const;

const claims = z.object({
  htm: z.string(),
  htu: z.string(),
  iat: z.number(),
  jti: z.string().min(8).max(128),
  ath: z.string().optional(),
});

/**
 * Checks a DPoP proof (RFC 9449, section 4.3): form, signature by the key inside (ES256 or EdDSA), method, URL,
 * age, and the token it is for.
 *
 * @throws `DEVICE_PROOF_INVALID`
 */
export async function readDeviceProof(proof: string | undefined, target: ProofTarget): Promise<DeviceProof> {
  if (proof === undefined || proof.length > longest) throw refusal('DEVICE_PROOF_INVALID');
  const verified = await jwtVerify(proof, EmbeddedJWK, {
    typ: 'dpop+jwt',
    algorithms: ['ES256', 'EdDSA'],
    currentDate: target.now,
  }).catch(() => {
    throw refusal('DEVICE_PROOF_INVALID');
  });
  const read = claims.safeParse(verified.payload);
  const { jwk } = verified.protectedHeader;
  if (!read.success || !jwk) throw refusal('DEVICE_PROOF_INVALID');
  const { htm, htu, iat, jti, ath } = read.data;
  const age = target.now.getTime() / 1_000 - iat;
  const fits =
    htm === target.method &&
    withoutQuery(htu) === target.url &&
    age <= pastSeconds &&
    age >= -futureSeconds &&
    (target.token === null || ath === createHash('sha256').update(target.token).digest('base64url'));
  if (!fits) throw refusal('DEVICE_PROOF_INVALID');
  const deviceKey = await calculateJwkThumbprint(jwk);
  const slot = Math.floor(iat / replaySlots.seconds) % replaySlots.count;
  const hash = createHash('sha256').update(`${deviceKey}:${jti}`).digest().subarray(0, 20);
  return { deviceKey, replay: { slot, hash } };
}

function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/s, '');
}
