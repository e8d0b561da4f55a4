/**
 * `npm run cluster`: the account service as an organisation runs it, on this machine, for trying: three PostgreSQL
 * nodes under Patroni, etcd, HAProxy and two instances. Ctrl-C ends all of it, and nothing is kept.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { startCluster, type Cluster } from './cluster.ts';
import { prepareForCluster } from './packages.ts';
import { ports as nodePorts } from './parts.ts';

const root = join(import.meta.dirname, '../../..');
/** The first instance also has the inbox that both send to. */
const ports = { service: 8_787, instances: [8_788, 8_789], database: 5_433, smtp: 1_025, web: 1_080 };

const missing = prepareForCluster();
if (missing !== null) {
  console.error(missing);
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), 'latchkey-instances-'));
const instances: ChildProcess[] = [];
let cluster: Cluster | null = null;
let ending: Promise<void> | null = null;

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => void end().then(() => process.exit(0)));
}
try {
  cluster = await startCluster(
    { databasePort: ports.database, service: { port: ports.service, instances: ports.instances } },
    (line) => console.log(line),
  );
  const secretKeys = `1:${randomBytes(32).toString('base64')}`;
  for (const port of ports.instances) await startInstance(port, cluster.url, secretKeys);
  tell(cluster);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await end();
  process.exit(1);
}

async function startInstance(port: number, databaseUrl: string, secretKeys: string): Promise<void> {
  const instance = fork(join(root, 'src/account-service/main.ts'), {
    cwd: folder,
    // Out of reach of Ctrl-C: it ends in order, before its database does.
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      PATH: process.env['PATH'],
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${ports.service}`,
      DATABASE_URL: databaseUrl,
      SECRET_KEYS: secretKeys,
      TRUSTED_PROXIES: '127.0.0.1',
      DATA_FOLDER: folder,
      MAILDEV_SMTP_PORT: String(ports.smtp),
      MAILDEV_WEB_PORT: String(ports.web),
      ...(instances.length > 0 && { SMTP_URL: `smtp://127.0.0.1:${ports.smtp}` }),
    },
  });
  instances.push(instance);
  const failed = once(instance, 'exit').then(() => 'ended');
  const [said] = await Promise.race([once(instance, 'message'), failed.then((how) => [how])]);
  if (said !== 'ready') throw new Error(`The instance on port ${port} did not start`);
}

function tell({ nodes, etcd }: Cluster): void {
  console.log(`
Latchkey account service on a cluster, for trying
  Service: http://127.0.0.1:${ports.service}, by way of HAProxy, on two instances
  Inbox (every mail and SMS lands there): http://127.0.0.1:${ports.web}
  Database: 127.0.0.1:${ports.database}, by way of HAProxy, to whichever node is the primary
${nodes.map(({ machine }) => `  ${machine.name}: PostgreSQL on ${machine.address}, Patroni on http://${machine.address}:${nodePorts.patroni}`).join('\n')}
  etcd: ${etcd.machine.address}
Ctrl-C ends all of it and keeps nothing.`);
}

/** Ends the instances, then the cluster. A second call waits for the first. */
function end(): Promise<void> {
  ending ??= (async () => {
    await Promise.all(
      instances.map(async (instance) => {
        if (instance.exitCode !== null || instance.signalCode !== null) return;
        const gone = once(instance, 'exit');
        if (instance.connected) instance.disconnect();
        await gone;
      }),
    );
    await cluster?.stop();
    rmSync(folder, { recursive: true, force: true });
  })();
  return ending;
}
