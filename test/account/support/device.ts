import { createHash, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { exportJWK, calculateJwkThumbprint, generateKeyPair, SignJWT, type JWK } from 'jose';
import { z } from 'zod';
import { conformanceTo, type Conformance } from './document.ts';

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  /** The JSON body, null when it is none. */
  body: unknown;
  /** The stable code of an error answer, else null. */
  code: string | null;
}

export interface Call {
  body?: unknown;
  token?: string | null;
  /** Which instance to ask. */
  port: number;
  /** The loopback address to come from: another 127.x.y.z is another network. */
  from?: string | undefined;
  headers?: Record<string, string> | undefined;
  /** What the proof says in place of the truth; false for no proof. */
  proof?:
    Partial<{ htm: string; htu: string; iat: number; jti: string; ath: string }> | string | false | undefined;
}

const agent = new Agent({ keepAlive: true, maxSockets: 200 });

/** A computer with its own key, as the application on it would behave. */
export interface Device {
  name: string;
  thumbprint: string;
  prove(claims: Record<string, unknown>, header?: Record<string, unknown>): Promise<string>;
  call(method: string, path: string, call: Call): Promise<Answer>;
}

/**
 * @param publicUrl what proofs are made for, whichever instance is asked
 * @param now the service's present, where days pass at will
 */
export async function createDevice(
  publicUrl: string,
  now: () => number,
  name = 'Test computer',
): Promise<Device> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk: JWK = await exportJWK(publicKey);
  const prove: Device['prove'] = (claims, header = {}) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk, ...header })
      .sign(privateKey);
  return {
    name,
    thumbprint: await calculateJwkThumbprint(jwk),
    prove,
    async call(method, path, { body, token = null, port, from, headers = {}, proof }) {
      const claims = {
        htm: method,
        htu: `${publicUrl}${path.replace(/\?.*$/, '')}`,
        iat: Math.floor(now() / 1_000),
        jti: randomUUID(),
        ...(token !== null && { ath: createHash('sha256').update(token).digest('base64url') }),
      };
      const dpop =
        proof === false ? null : typeof proof === 'string' ? proof : await prove({ ...claims, ...proof });
      return send(method, path, port, from, body === undefined ? undefined : JSON.stringify(body), {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== null && { authorization: `DPoP ${token}` }),
        ...(dpop !== null && { dpop }),
        ...headers,
      });
    },
  };
}

/** One HTTP request, as raw as can be. The answer has to be what the service's document says, whatever was asked. */
export async function send(
  method: string,
  path: string,
  port: number,
  from: string | undefined,
  body: string | Buffer | undefined,
  headers: Record<string, string>,
): Promise<Answer> {
  const answer = await exchange(method, path, port, from, body, headers);
  document ??= exchange('GET', '/openapi.json', port, undefined, undefined, {}).then((got) =>
    conformanceTo(got.body),
  );
  (await document).check(method, path, answer);
  return answer;
}

/** Of one contract for all instances, so asked for once. */
let document: Promise<Conformance> | null = null;

function exchange(
  method: string,
  path: string,
  port: number,
  from: string | undefined,
  body: string | Buffer | undefined,
  headers: Record<string, string>,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        method,
        path,
        agent,
        localAddress: from ?? '127.0.0.1',
        headers: { ...headers, ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }) },
        timeout: 30_000,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          const parsed = parseJson(text);
          const code = z.object({ code: z.string() }).safeParse(parsed).data?.code ?? null;
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text, body: parsed, code });
        });
      },
    );
    sent.on('timeout', () => sent.destroy(new Error('timed out')));
    sent.on('error', reject);
    sent.end(body);
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
