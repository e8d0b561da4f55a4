import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPrivatePostgres } from '../../../src/account-service/trial/private-postgres.ts';
import { newSecretKeys } from '../../account/support/crowd.ts';
import { startInstance } from './program.ts';

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

/** One instance in a process of its own, on a private PostgreSQL with its ordinary safety (every commit on disk). */
export async function startBenchService(): Promise<BenchService> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-account-bench-'));
  const postgres = await startPrivatePostgres(folder, [
    '-c',
    'shared_buffers=512MB',
    '-c',
    'max_wal_size=4GB',
  ]);
  const service = await startBenchInstance(await postgres.urlOf('bench'));
  return {
    ...service,
    async stop() {
      await service.stop();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** One instance in a process of its own, on a database that is there. */
export async function startBenchInstance(databaseUrl: string): Promise<BenchService> {
  const secretKeys = newSecretKeys();
  const instance = await startInstance(
    {
      PORT: '0',
      ...benchSettings(databaseUrl, secretKeys),
      // The load generator says which network each of its people is in.
      TRUSTED_PROXIES: '127.0.0.1',
      LOG_LEVEL: 'info',
    },
    serviceFlags,
  );
  const { pid } = instance.process;
  return {
    port: instance.port,
    databaseUrl,
    secretKeys,
    async rssMiB() {
      const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
      const pids = [String(pid), ...children.split(' ').filter((pid) => pid !== '')];
      const sizes = await Promise.all(pids.map(residentMiB));
      return sizes.reduce((sum, size) => sum + size);
    },
    stop: () => instance.kill('SIGTERM'),
  };
}

async function residentMiB(pid: string): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024;
}
