import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The ports of the parts, each on an address of its own. */
export const ports = { postgres: 5_432, patroni: 8_008, etcd: 2_379 } as const;

/** The names that the cluster's own roles have. */
const roles = { superuser: 'postgres', replication: 'replicator', rewind: 'rewinder' } as const;

/** How the cluster keeps its promise, and how fast it acts. `docs/operating.md` explains each. */
export interface Settings {
  /** Whether a commit waits for a replica. Only a test of what that is good for turns it off. */
  isSynchronous: boolean;
}

export interface NodeSettings extends Settings {
  name: string;
  address: string;
  /** Its folder: data, socket and password file are in it. */
  folder: string;
  etcd: string;
  /** The network that may connect, such as `10.87.0.0/24`. */
  network: string;
  passwords: { superuser: string; replication: string; rewind: string };
}

/**
 * A node's configuration for Patroni 3.0. It is YAML for Patroni; JSON is a part of YAML.
 *
 * The limits follow Patroni's rule `loop_wait + 2 * retry_timeout <= ttl`.
 */
export function patroniConfiguration(node: NodeSettings): string {
  const { name, address, folder, passwords, isSynchronous, network } = node;
  return JSON.stringify(
    {
      scope: 'latchkey',
      name,
      restapi: { listen: `${address}:${ports.patroni}`, connect_address: `${address}:${ports.patroni}` },
      etcd3: { hosts: [`${node.etcd}:${ports.etcd}`] },
      bootstrap: {
        dcs: {
          ttl: 20,
          loop_wait: 2,
          retry_timeout: 5,
          // A primary that crashed hands over at once. With any other value, one whose disk is full starts again and
          // again, takes its replica off the list of those that may follow it, and nobody takes over (Patroni 3.0.2).
          primary_start_timeout: 0,
          synchronous_mode: isSynchronous,
          // Without any replica nothing is acknowledged, as it would be on one machine only.
          synchronous_mode_strict: isSynchronous,
          // The primary stays one while etcd is away, as long as it reaches every other node.
          failsafe_mode: true,
          maximum_lag_on_failover: 1_048_576,
          postgresql: {
            use_pg_rewind: true,
            use_slots: true,
            parameters: {
              max_connections: 100,
              // A replica or primary that says nothing for this long is gone.
              wal_sender_timeout: '5s',
              wal_receiver_timeout: '5s',
              max_wal_size: '128MB',
              min_wal_size: '64MB',
              wal_keep_size: '64MB',
              shared_buffers: '64MB',
            },
          },
        },
        initdb: [{ encoding: 'UTF8' }, { locale: 'C.UTF-8' }, 'data-checksums'],
      },
      postgresql: {
        listen: `${address}:${ports.postgres}`,
        connect_address: `${address}:${ports.postgres}`,
        data_dir: join(folder, 'data'),
        bin_dir: newestPostgres(),
        pgpass: join(folder, 'pgpass'),
        use_unix_socket: true,
        authentication: {
          superuser: { username: roles.superuser, password: passwords.superuser },
          replication: { username: roles.replication, password: passwords.replication },
          rewind: { username: roles.rewind, password: passwords.rewind },
        },
        parameters: { unix_socket_directories: folder },
        pg_hba: [
          'local all all scram-sha-256',
          `host replication ${roles.replication} ${network} scram-sha-256`,
          `host all all ${network} scram-sha-256`,
        ],
        // A former primary whose log went another way is made anew from the present one.
        remove_data_directory_on_rewind_failure: true,
        remove_data_directory_on_diverged_timelines: true,
      },
    },
    null,
    2,
  );
}

/** The folder of PostgreSQL's programs, of the newest version that Debian has installed here. */
function newestPostgres(): string {
  const versions = readdirSync('/usr/lib/postgresql').map(Number).filter(Number.isFinite);
  return `/usr/lib/postgresql/${Math.max(...versions)}/bin`;
}

/** The command of an etcd that one address serves. */
export function etcdCommand(address: string, folder: string): string[] {
  const clients = `http://${address}:${ports.etcd}`;
  const peers = 'http://127.0.0.1:2380';
  const options = {
    name: 'etcd',
    'data-dir': join(folder, 'data'),
    'listen-client-urls': clients,
    'advertise-client-urls': clients,
    'listen-peer-urls': peers,
    'initial-advertise-peer-urls': peers,
    'initial-cluster': `etcd=${peers}`,
  };
  return ['etcd', ...Object.entries(options).map(([name, value]) => `--${name}=${value}`)];
}

/**
 * HAProxy's configuration: the database's address leads to the node that Patroni says is the primary. A session
 * with a node that is no longer that is ended at once.
 *
 * @param instances where the service's instances listen, for `servicePort`; may be empty
 */
export function haproxyConfiguration(
  databasePort: number,
  nodes: { name: string; address: string }[],
  service: { port: number; instances: number[] } | null,
): string {
  const database = `
listen database
  bind 127.0.0.1:${databasePort}
  mode tcp
  option httpchk OPTIONS /primary
  http-check expect status 200
  default-server inter 1s fall 2 rise 1 on-marked-down shutdown-sessions
${nodes.map(({ name, address }) => `  server ${name} ${address}:${ports.postgres} check port ${ports.patroni}`).join('\n')}
`;
  const web =
    service &&
    `
listen service
  bind 127.0.0.1:${service.port}
  mode http
  option forwardfor
  option httpchk
  http-check send meth GET uri /readyz ver HTTP/1.1 hdr Host localhost
  default-server inter 1s fall 2 rise 1
${service.instances.map((port) => `  server instance-${port} 127.0.0.1:${port} check`).join('\n')}
`;
  return `
global
  maxconn 2000
defaults
  timeout connect 2s
  timeout client 1h
  timeout server 1h
  timeout check 2s
  option clitcpka
  option srvtcpka
${database}${web ?? ''}`;
}
