/** Signatures of device proofs: both kinds of key, alone and among others. */
import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { readDeviceProof } from '../../../src/account-service/http/device-proof.ts';

const now = new Date('2026-11-24T12:00:00Z');
const target = { method: 'POST', url: 'https://account.example.org/v1/sign-in', now, token: null };

describe.each(['ES256', 'EdDSA'] as const)('a proof by %s', (alg) => {
  test('is good with its own signature, and gives the thumbprint of its key', async () => {
    const device = await createKey(alg);
    const proofs = [await device.prove('first-of-them'), await device.prove('second-of-them')];
    const [alone] = await read(proofs.slice(0, 1));
    expect(alone).toMatchObject({ status: 'fulfilled', value: { deviceKey: device.thumbprint } });
    for (const outcome of await read(proofs)) {
      expect(outcome).toMatchObject({ status: 'fulfilled', value: { deviceKey: device.thumbprint } });
    }
  });

  test('is refused with the signature of another proof or another key, alone and among many', async () => {
    const device = await createKey(alg);
    const other = await createKey(alg);
    const [good, second, foreign] = [
      await device.prove('one-of-many'),
      await device.prove('two-of-many'),
      await other.prove('one-of-many'),
    ];
    const bad = [second, foreign].map((from) => [...parts(good).slice(0, 2), parts(from)[2]].join('.'));
    for (const proof of bad) {
      const [alone] = await read([proof]);
      expect(alone).toMatchObject({ status: 'rejected', reason: { code: 'DEVICE_PROOF_INVALID' } });
      const together = await read([good, proof, good, proof]);
      expect(together.map(({ status }) => status)).toEqual([
        'fulfilled',
        'rejected',
        'fulfilled',
        'rejected',
      ]);
    }
  });
});

async function createKey(alg: 'ES256' | 'EdDSA') {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  const jwk = await exportJWK(publicKey);
  return {
    thumbprint: await calculateJwkThumbprint(jwk),
    prove: (jti: string) =>
      new SignJWT({ htm: target.method, htu: target.url, iat: now.getTime() / 1_000, jti })
        .setProtectedHeader({ alg, typ: 'dpop+jwt', jwk })
        .sign(privateKey),
  };
}

/** Reads proofs at once. */
function read(proofs: string[]) {
  return Promise.allSettled(proofs.map((proof) => readDeviceProof(proof, target)));
}

function parts(proof: string): string[] {
  return proof.split('.');
}
