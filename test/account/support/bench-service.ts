import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPrivatePostgres } from '../../../src/account-service/trial/private-postgres.ts';
import { newSecretKeys } from './crowd.ts';

export interface BenchService {
  port: number;
  databaseUrl: string;
  secretKeys: string;
  /** Resident memory of the instance and of its process for passwords, in MiB. */
  rssMiB(): Promise<number>;
  stop(): Promise<void>;
}

export const benchUrl = 'http://account.localhost';
/** What an instance that is measured is set up with: authenticators, and mails that nobody takes. */
export function benchSettings(databaseUrl: string, secretKeys: string) {
  return {
    NODE_ENV: 'test',
    PUBLIC_URL: benchUrl,
    DATABASE_URL: databaseUrl,
    SECRET_KEYS: secretKeys,
    SMTP_URL: 'smtp://127.0.0.1:9',
    MAIL_FROM: 'bench@example.test',
    SUPPORT_ADDRESS: 'bench@example.test',
    METHODS: 'email,totp',
  };
}

/** As in the script `account-service` and in docs/operating.md. */
const serviceFlags = ['--max-semi-space-size=8'];
const main = new URL('../../../src/account-service/main.ts', import.meta.url).pathname;

/** One instance in a process of its own, on a private PostgreSQL with its ordinary safety (every commit on disk). */
export async function startBenchService(): Promise<BenchService> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-account-bench-'));
  const postgres = await startPrivatePostgres(folder, [
    '-c',
    'shared_buffers=512MB',
    '-c',
    'max_wal_size=4GB',
  ]);
  const databaseUrl = await postgres.urlOf('bench');
  const secretKeys = newSecretKeys();
  const child = spawn(process.execPath, [...serviceFlags, main], {
    env: {
      PATH: process.env['PATH'] ?? '',
      PORT: '0',
      ...benchSettings(databaseUrl, secretKeys),
      // The load generator says which network each of its people is in.
      TRUSTED_PROXIES: '127.0.0.1',
      LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise<number>((resolve, reject) => {
    let seen = '';
    child.stdout.on('data', (chunk: Buffer) => {
      seen = (seen + chunk.toString()).slice(-10_000);
      const found = /"port":(\d+)/.exec(seen)?.[1];
      if (found !== undefined) resolve(Number(found));
    });
    child.once('exit', (code) => reject(new Error(`the instance ended with ${code}: ${seen}`)));
  });
  return {
    port,
    databaseUrl,
    secretKeys,
    async rssMiB() {
      const children = await readFile(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8');
      const pids = [String(child.pid), ...children.split(' ').filter((pid) => pid !== '')];
      const sizes = await Promise.all(pids.map(residentMiB));
      return sizes.reduce((sum, size) => sum + size);
    },
    async stop() {
      const exited = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await exited;
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function residentMiB(pid: string): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024;
}
