import { connect, type NetConnectOpts, type Socket } from 'node:net';
import { createRandom, type Random } from './random.ts';
import type { Shot } from './shots.ts';

interface Fire {
  /** Where to: a port of 127.0.0.1, or the path of a Unix socket. */
  target: NetConnectOpts;
  /** What the requests name as host. */
  host?: string;
  shots: Record<string, Shot>;
  count: number;
  seed: string;
  /** How many connections at once. */
  width: number;
  /** Brings a connection to where the shot belongs; false: not let in, so try again. By default that is its start. */
  begin?: (socket: Socket) => Promise<boolean>;
}

/** Opens broken connections, each kind of them in turn, and ends them in every way that there is. */
export async function fire({ target, host = 'x', shots, count, seed, width, begin }: Fire): Promise<void> {
  const kinds = Object.values(shots);
  let next = 0;
  const shoot = async () => {
    for (let at = next++; at < count; at = next++) {
      const random = createRandom(`${seed} ${at}`);
      const said = kinds[at % kinds.length]?.(random, host) ?? Buffer.alloc(0);
      let isHit = false;
      while (!isHit) isHit = await open(target, begin, (socket) => end(socket, said, random));
    }
  };
  await Promise.all(Array.from({ length: width }, shoot));
}

/** One connection, from its beginning to its end. False where it did not get to where the shot belongs. */
async function open(
  target: NetConnectOpts,
  begin: Fire['begin'],
  use: (socket: Socket) => Promise<void>,
): Promise<boolean> {
  const socket = connect(target);
  socket.on('error', () => socket.destroy());
  const closed = happened(socket, 'close').then(() => false);
  const isOpen = await Promise.race([happened(socket, 'connect').then(() => true), closed]);
  // Where nobody listens any more, that is what the test will say.
  if (!isOpen) return true;
  const isThere = begin === undefined || (await Promise.race([begin(socket), closed]));
  if (isThere) await Promise.race([use(socket), closed]);
  socket.destroy();
  await closed;
  return isThere;
}

/** Says it, and ends: by a reset at once or after an answer, half closed, or gone. */
async function end(socket: Socket, said: Buffer, random: Random): Promise<void> {
  const way = random.pick(['reset', 'reset', 'answered', 'half', 'gone']);
  if (said.length > 0) await new Promise<void>((resolve) => socket.write(said, () => resolve()));
  switch (way) {
    case 'reset':
      return reset(socket);
    case 'half':
      socket.resume().end();
      return;
    case 'gone':
      return void socket.destroy();
    case 'answered':
      // What is not answered is broken off, as the listener itself would after its own limit.
      await Promise.race([happened(socket, 'data'), new Promise((resolve) => setImmediate(resolve))]);
      return reset(socket);
  }
}

/** A Unix socket has no reset. */
function reset(socket: Socket): void {
  if (socket.remoteAddress === undefined) socket.destroy();
  else socket.resetAndDestroy();
}

/** Waits for an event of a connection, whatever else happens to it meanwhile (Node's `once` gives up on an error). */
export function happened(socket: Socket, name: 'connect' | 'data' | 'drain' | 'close'): Promise<unknown> {
  return new Promise((resolve) => socket.once(name, resolve));
}
