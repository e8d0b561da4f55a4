import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import process from 'node:process';
import { isAlive } from '../../adapters/is-alive.ts';

/** A machine of the cluster: a network namespace with an address of its own. */
export interface Machine {
  name: string;
  address: string;
  /**
   * Starts a program on it, as the user. It gets SIGTERM if this process ends without stopping it.
   *
   * @param log a file descriptor for what it writes
   */
  start(command: string[], log: number): ChildProcess;
  /** Pulls its network cable: nothing gets in or out, and nobody is told. */
  cutOff(): void;
  /** Plugs it in again. */
  join(): void;
  /** Kills every process on it at once (-9), as when it loses power. */
  powerOff(): void;
}

export interface Network {
  /** This computer's own address in it. */
  address: string;
  /** @param user the system user that its programs run as */
  addMachine(name: string, user: string): Machine;
  /** Ends what still runs on the machines, and removes them and the network. */
  remove(): void;
}

const namespacePattern = /^latchkey-(\d+)-\S+/;
const bridgeOf = (pid: number) => `lk${pid.toString(36)}`;

/**
 * Makes a network of this computer's own: a bridge, and a namespace for each machine. Needs root. What a process
 * that was killed has left behind is removed first.
 */
export function createNetwork(): Network {
  removeLeft();
  const bridge = bridgeOf(process.pid);
  const subnet = freeSubnet();
  const namespaces: string[] = [];
  const address = `${subnet}.1`;
  ip('link', 'add', bridge, 'type', 'bridge');
  ip('addr', 'add', `${address}/24`, 'dev', bridge);
  ip('link', 'set', bridge, 'up');
  return {
    address,
    addMachine(name, user) {
      const number = namespaces.length + 11;
      const namespace = `latchkey-${process.pid}-${name}`;
      const cable = `${bridge}-${number}`;
      ip('netns', 'add', namespace);
      namespaces.push(namespace);
      ip('link', 'add', cable, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', namespace);
      ip('link', 'set', cable, 'master', bridge, 'up');
      ip('-n', namespace, 'addr', 'add', `${subnet}.${number}/24`, 'dev', 'eth0');
      ip('-n', namespace, 'link', 'set', 'eth0', 'up');
      ip('-n', namespace, 'link', 'set', 'lo', 'up');
      return {
        name,
        address: `${subnet}.${number}`,
        start(command, log) {
          const as = ['setpriv', `--reuid=${user}`, `--regid=${user}`, '--init-groups', '--pdeathsig=TERM'];
          return spawn('ip', ['netns', 'exec', namespace, ...as, ...command], {
            // Out of reach of Ctrl-C: what started it ends it in order.
            detached: true,
            stdio: ['ignore', log, log],
            cwd: '/',
            env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' },
          });
        },
        cutOff: () => ip('link', 'set', cable, 'down'),
        join: () => ip('link', 'set', cable, 'up'),
        powerOff: () => killIn(namespace),
      };
    },
    remove() {
      for (const namespace of namespaces) removeNamespace(namespace);
      ip('link', 'del', bridge);
    },
  };
}

/**
 * A command that becomes another one with networks and mounts of its own, which end with it. A browser on the same
 * computer would take the coming and going of the cluster's networks for trouble with its own.
 */
export function isolated(command: string[]): string[] {
  // The names of networks are files there.
  const prepare =
    'mkdir -p /run/netns && mount -t tmpfs networks /run/netns && ip link set lo up && exec "$@"';
  return ['unshare', '--net', '--mount', 'sh', '-c', prepare, 'sh', ...command];
}

function removeLeft(): void {
  for (const line of ip('netns', 'list').split('\n')) {
    const pid = Number(namespacePattern.exec(line)?.[1] ?? process.pid);
    const [name = ''] = line.split(' ');
    if (pid === process.pid || isAlive(pid)) continue;
    removeNamespace(name);
    const links = ip('-br', 'link', 'show', 'type', 'bridge');
    if (links.split('\n').some((link) => link.startsWith(`${bridgeOf(pid)} `)))
      ip('link', 'del', bridgeOf(pid));
  }
}

function removeNamespace(name: string): void {
  killIn(name);
  // Its end of the cable goes with it, and with that the other end.
  ip('netns', 'del', name);
}

function killIn(namespace: string): void {
  for (const pid of ip('netns', 'pids', namespace).split('\n').filter(Boolean)) {
    try {
      process.kill(Number(pid), 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
}

/** The first three parts of a range that nothing here uses, such as `10.87.0`. */
function freeSubnet(): string {
  const taken = ip('-br', 'addr');
  for (let third = 0; third < 256; third += 1) {
    if (!taken.includes(` 10.87.${third}.`)) return `10.87.${third}`;
  }
  throw new Error('Every range of 10.87.0.0/16 is in use here');
}

function ip(...args: string[]): string {
  return execFileSync('ip', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
