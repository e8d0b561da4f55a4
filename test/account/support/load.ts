import { createHash, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { calculateJwkThumbprint } from 'jose';

/** A device key that makes proofs as cheaply as can be: a load generator shares the machine with what it measures. */
export interface LoadDevice {
  thumbprint: string;
  proof(method: string, url: string, token: string | null): string;
}

export async function createLoadDevice(): Promise<LoadDevice> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = publicKey.export({ format: 'jwk' });
  const header = encode({ alg: 'ES256', typ: 'dpop+jwt', jwk });
  return {
    thumbprint: await calculateJwkThumbprint({ ...jwk }),
    proof(method, url, token) {
      const payload = encode({
        htm: method,
        htu: url,
        iat: Math.floor(Date.now() / 1_000),
        jti: randomUUID(),
        ...(token !== null && { ath: createHash('sha256').update(token).digest('base64url') }),
      });
      return `${header}.${payload}.${signature(`${header}.${payload}`, privateKey)}`;
    },
  };
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function signature(text: string, key: KeyObject): string {
  return sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url');
}

/** One kept-alive connection that carries one request at a time. */
export class Connection {
  readonly #socket: Socket;
  #buffer = '';
  #settle: { resolve(answer: { status: number; body: string }): void; reject(error: Error): void } | null =
    null;

  constructor(port: number) {
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.#socket.setEncoding('latin1');
    this.#socket.on('data', (chunk: string) => this.#take(chunk));
    this.#socket.on('error', (error) => this.#settle?.reject(error));
    this.#socket.on('close', () => this.#settle?.reject(new Error('closed')));
  }

  send(raw: string): Promise<{ status: number; body: string }> {
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
      this.#socket.write(raw);
    });
  }

  close(): void {
    this.#settle = null;
    this.#socket.destroy();
  }

  #take(chunk: string): void {
    this.#buffer += chunk;
    const end = this.#buffer.indexOf('\r\n\r\n');
    if (end < 0) return;
    const length = Number(/content-length: (\d+)/i.exec(this.#buffer.slice(0, end))?.[1] ?? 0);
    if (this.#buffer.length < end + 4 + length) return;
    const answer = {
      status: Number(this.#buffer.slice(9, 12)),
      body: Buffer.from(this.#buffer.slice(end + 4, end + 4 + length), 'latin1').toString(),
    };
    this.#buffer = this.#buffer.slice(end + 4 + length);
    const settle = this.#settle;
    this.#settle = null;
    settle?.resolve(answer);
  }
}

/** A request as it goes over the wire. */
export function rawRequest(
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: unknown,
): string {
  const text = body === undefined ? '' : JSON.stringify(body);
  const lines = Object.entries({
    host: 'localhost',
    ...headers,
    ...(body !== undefined && {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(text)),
    }),
  }).map(([name, value]) => `${name}: ${value}`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${text}`;
}
