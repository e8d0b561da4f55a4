import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { prepareMachine, type Tool } from '../machine.ts';
import { isolated } from './network.ts';

/** What the cluster runs, as Debian packages it. */
const tools: Tool[] = [
  { what: 'PostgreSQL', file: '/usr/lib/postgresql', package: 'postgresql' },
  { what: 'the keeper of PostgreSQL', commands: ['patroni'], package: 'patroni' },
  { what: "the keepers' memory", commands: ['etcd'], package: 'etcd-server' },
  { what: 'the way to the primary', commands: ['haproxy'], package: 'haproxy' },
  { what: 'networks of its own', commands: ['ip'], package: 'iproute2' },
  { what: 'programs as another user', commands: ['setpriv'], package: 'util-linux' },
];

/**
 * Installs what the cluster needs, where that is allowed.
 * @returns a sentence that says what is missing, or null
 */
export function prepareForCluster(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    const packages = tools.map((tool) => tool.package).join(', ');
    return `The cluster needs Linux and root, for networks of its own; and of Debian: ${packages}.`;
  }
  const missing = prepareMachine(tools, 'The nodes');
  if (missing !== null) return missing;
  const [program = '', ...rest] = isolated(['ip', 'link', 'add', 'bridge', 'type', 'bridge']);
  const isAllowed = spawnSync(program, rest).status === 0;
  return isAllowed ? null : 'The cluster needs networks of its own, which this computer does not allow.';
}
