import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** What an instance needs when it is configured by hand; nothing of the trial stands in. */
export function completeEnvironment(databaseUrl: string, smtpUrl: string): Record<string, string> {
  return {
    PORT: '0',
    PUBLIC_URL: 'https://account.example.test',
    DATABASE_URL: databaseUrl,
    SECRET_KEYS: secretKey(1),
    SMTP_URL: smtpUrl,
    MAIL_FROM: 'Latchkey <latchkey@example.test>',
    SUPPORT_ADDRESS: 'support@example.test',
    METHODS: 'email,totp',
    PASSWORD_THREADS: '1',
    // The tests share this machine's cores with the service: with `low`, hashing would wait for all of them.
    PASSWORD_PRIORITY: 'normal',
  };
}

/** A new secret key under an id. */
export function secretKey(id: number): string {
  return `${id}:${randomBytes(32).toString('base64')}`;
}

/** Ports that were free a moment ago, each another one. */
export async function freePorts(count: number): Promise<number[]> {
  const probes = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(probes.map((probe) => once(probe, 'listening')));
  const ports = probes.map((probe) => {
    const address = probe.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  });
  await Promise.all(probes.map((probe) => new Promise((resolve) => probe.close(resolve))));
  return ports;
}
