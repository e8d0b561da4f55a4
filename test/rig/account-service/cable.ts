import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';

/** A connection to the database that can be pulled out. */
export interface Cable {
  url: string;
  setCut(cut: boolean): void;
  /** Cuts it once so many more bytes went to the database. */
  cutAfter(bytes: number): void;
  /** While silent, nothing gets through, and nobody is told: what was sent meanwhile is lost. */
  setSilent(silent: boolean): void;
  /** Lets the next message with this text through to the database, and cuts that connection before the answer. */
  loseAnswerTo(text: string): void;
  /** How many bytes went to the database so far. */
  asked(): number;
  stop(): Promise<void>;
}

/** @param to connection string of the database; `url` is the same by way of the cable */
export async function startCable(to: string): Promise<Cable> {
  const target = new URL(to);
  // The folder of the database's socket, where it listens on one.
  const folder = target.searchParams.get('host');
  const sockets = new Set<Socket>();
  let isCut = false;
  let asked = 0;
  let last = Infinity;
  let isSilent = false;
  let unanswered: string | null = null;
  const setCut = (cut: boolean) => {
    isCut = cut;
    last = Infinity;
    if (cut) for (const socket of sockets) socket.destroy();
  };
  const server: Server = createServer((socket) => {
    if (isCut) return void socket.destroy();
    const other =
      folder === null
        ? createConnection(Number(target.port), target.hostname)
        : createConnection(join(folder, `.s.PGSQL.${target.port}`));
    for (const end of [socket, other]) {
      sockets.add(end);
      end.on('error', () => {});
      end.on('close', () => {
        sockets.delete(end);
        socket.destroy();
        other.destroy();
      });
    }
    let isToLose = false;
    socket.on('data', (chunk) => {
      asked += chunk.length;
      if (asked >= last) setCut(true);
      if (isSilent) return;
      if (unanswered !== null && chunk.includes(unanswered)) {
        isToLose = true;
        unanswered = null;
      }
      other.write(chunk);
    });
    other.on('data', (chunk) => {
      if (isToLose) return void socket.destroy();
      if (!isSilent) socket.write(chunk);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('expected a TCP address');
  return {
    url: Object.assign(new URL(to), { hostname: '127.0.0.1', port: String(address.port), search: '' }).href,
    asked: () => asked,
    setCut,
    setSilent: (silent) => (isSilent = silent),
    loseAnswerTo: (text) => (unanswered = text),
    cutAfter: (bytes) => (last = asked + bytes),
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
