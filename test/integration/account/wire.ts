import { connect, createServer, type Socket } from 'node:net';

/** A wire between a computer and the service, which a test cuts. */
export interface Wire {
  origin: string;
  /** Nothing gets through from now on, and what is on its way is lost. */
  cut(): void;
  /** The next request arrives, and its answer is lost. */
  loseNextAnswer(): void;
  mend(): void;
  close(): Promise<void>;
}

export async function createWire(port: number): Promise<Wire> {
  const sockets = new Set<Socket>();
  let isCut = false;
  let loses = false;

  const server = createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = connect(port, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far);
    far.on('data', (chunk) => {
      if (loses) {
        loses = false;
        near.destroy();
      } else {
        near.write(chunk);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('expected a TCP address');

  function dropAll(): void {
    for (const socket of sockets) socket.destroy();
  }

  return {
    origin: `http://127.0.0.1:${address.port}`,
    cut() {
      isCut = true;
      dropAll();
    },
    loseNextAnswer() {
      loses = true;
    },
    mend() {
      isCut = false;
      loses = false;
    },
    async close() {
      dropAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
