import { createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** An SMTP server that accepts a mail only when it is told to, and counts how often each was handed in. */
export async function startSlowSmtp() {
  const handedIn: string[] = [];
  const sockets = new Set<Socket>();
  let isHeld = true;
  const waiting: (() => void)[] = [];
  const server = createServer((socket) => {
    sockets.add(socket);
    let isData = false;
    let text = '';
    socket.on('error', () => {});
    socket.write('220 slow\r\n');
    socket.on('data', (chunk) => {
      text += chunk.toString();
      if (isData) {
        if (!text.endsWith('\r\n.\r\n')) return;
        isData = false;
        handedIn.push(/^Message-ID: (.*)$/im.exec(text)?.[1] ?? '');
        text = '';
        const accept = () => socket.write('250 accepted\r\n');
        if (isHeld) waiting.push(accept);
        else accept();
        return;
      }
      if (!text.endsWith('\r\n')) return;
      isData = /^DATA/i.test(text);
      socket.write(isData ? '354 go on\r\n' : '250 fine\r\n');
      text = '';
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('expected a TCP address');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    handedIn,
    release() {
      isHeld = false;
      for (const accept of waiting.splice(0)) accept();
    },
  };
}
