import { connect, createServer, type Socket } from 'node:net';

/** A wire between a computer and the service, which a test cuts. */
export interface Wire {
  origin: string;
  /** All that went through, as it went: each connection's two directions by themselves. */
  passed(): Buffer[];
  /** Nothing gets through from now on, and what is on its way is lost. */
  cut(): void;
  /** The n-th request from now on arrives, its answer is lost, and nothing gets through any more. */
  loseAnswer(n: number): void;
  /** The first n answers from now on arrive; then nothing gets through any more. */
  cutAfter(n: number): void;
  /** Nothing is answered any more, and nothing breaks. */
  stall(): void;
  /** Resolves once a request is on its way that will not be answered. */
  swallowed(): Promise<void>;
  mend(): void;
  close(): Promise<void>;
}

export async function createWire(port: number): Promise<Wire> {
  const sockets = new Set<Socket>();
  const passed: Buffer[][] = [];
  let isCut = false;
  let isStalled = false;
  let swallowed = Promise.withResolvers<void>();
  let answers = 0;
  /** Of the answers, which one is lost, and which one is the last to come; null: none. */
  let lost: number | null = null;
  let last: number | null = null;

  const server = createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = connect(port, '127.0.0.1');
    const [asked, answered]: [Buffer[], Buffer[]] = [[], []];
    passed.push(asked, answered);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.on('data', (chunk) => {
      if (isCut) near.destroy();
      else if (isStalled) swallowed.resolve();
      else {
        asked.push(chunk);
        far.write(chunk);
      }
    });
    far.on('data', (chunk) => {
      // The service's answers are small: each comes in one piece.
      answers += 1;
      if (answers === lost) return cut();
      answered.push(chunk);
      near.write(chunk);
      if (answers === last) isCut = true;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('expected a TCP address');

  function dropAll(): void {
    for (const socket of sockets) socket.destroy();
  }
  function cut(): void {
    isCut = true;
    dropAll();
  }

  return {
    origin: `http://127.0.0.1:${address.port}`,
    passed: () => passed.map((chunks) => Buffer.concat(chunks)),
    cut,
    loseAnswer(n) {
      lost = answers + n;
    },
    cutAfter(n) {
      last = answers + n;
    },
    stall() {
      isStalled = true;
      swallowed = Promise.withResolvers();
    },
    swallowed: () => swallowed.promise,
    mend() {
      isCut = false;
      isStalled = false;
      lost = null;
      last = null;
    },
    async close() {
      dropAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
