import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { startPrivatePostgres } from '../../../src/account-service/trial/private-postgres.ts';

// These start a process or several a test: on a machine that does much else, each takes seconds.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** A real PostgreSQL for one file of tests, thrown away with it, so that it need not wait for the disk. */
export interface ThrowAwayPostgres {
  /** Connection string of the server's own database, for `startWorld` and for `emptyDatabase`. */
  url: string;
  /** A database that nothing was done to yet. */
  emptyDatabase(): Promise<string>;
  stop(): Promise<void>;
}

export async function startPostgres(): Promise<ThrowAwayPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-account-integration-'));
  const server = await startPrivatePostgres(folder, ['-c', 'fsync=off', '-c', 'max_connections=200']);
  return {
    url: await server.urlOf('postgres'),
    emptyDatabase: () => server.urlOf(`empty_${randomBytes(6).toString('hex')}`),
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A program of the project, as a process of its own. */
export interface Program {
  process: ChildProcess;
  /** What it has written so far, on both streams. */
  output(): string;
  /** Waits until it has written something that fits. */
  waitFor(pattern: RegExp): Promise<RegExpExecArray>;
  /** Its exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals | null>;
}

const source = new URL('../../../src/', import.meta.url).pathname;

/**
 * Starts a program with exactly the given environment.
 *
 * @param file relative to `src/`
 */
export function launch(file: string, args: string[], env: Record<string, string>, cwd = tmpdir()): Program {
  const child = spawn(process.execPath, [join(source, file), ...args], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  }
  return {
    process: child,
    output: () => text,
    async waitFor(pattern) {
      for (let waited = 0; waited < 20_000; waited += 20) {
        const found = pattern.exec(text);
        if (found) return found;
        if (child.exitCode !== null || child.signalCode !== null) break;
        await pause(20);
      }
      throw new Error(`Nothing that fits ${pattern} came; there was: ${text}`);
    },
    ended: new Promise((resolve) => child.once('close', (code, signal) => resolve(code ?? signal))),
  };
}

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
  };
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

/** A new secret key under an id. */
export function secretKey(id: number): string {
  return `${id}:${randomBytes(32).toString('base64')}`;
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
