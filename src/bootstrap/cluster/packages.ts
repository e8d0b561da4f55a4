import process from 'node:process';
import { prepareMachine, type Tool } from '../machine.ts';

/** What the cluster runs, as Debian packages it. */
const tools: Tool[] = [
  { what: 'PostgreSQL', file: '/usr/lib/postgresql', package: 'postgresql' },
  { what: 'the keeper of PostgreSQL', commands: ['patroni'], package: 'patroni' },
  { what: "the keepers' memory", commands: ['etcd'], package: 'etcd-server' },
  { what: 'the way to the primary', commands: ['haproxy'], package: 'haproxy' },
  { what: 'networks of its own', commands: ['ip'], package: 'iproute2' },
  { what: 'programs as another user', commands: ['setpriv'], package: 'util-linux' },
];

/** Installs what the cluster needs, where that is allowed. @returns a sentence that names what is missing, or null */
export function prepareForCluster(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    const packages = tools.map((tool) => tool.package).join(', ');
    return `The cluster needs Linux and root, for networks of its own; and of Debian: ${packages}.`;
  }
  return prepareMachine(tools, 'The nodes');
}
