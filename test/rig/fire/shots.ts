import type { Random } from './random.ts';

/** What one broken connection says before it ends. */
export type Shot = (random: Random, host: string) => Buffer;

const text = (said: string) => Buffer.from(said, 'latin1');
const upgrade = (host: string, more: string) =>
  text(`GET /rpc HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n${more}\r\n`);
const key = 'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n';

/** For listeners of HTTP: none is a request that does something. */
export const httpShots: Record<string, Shot> = {
  'nothing at all': () => Buffer.alloc(0),
  'any bytes': (random) => random.bytes(1 + random.under(2_000)),
  'half a request line': (random) => text('GET /index.html HTTP/1.1\r\nHo'.slice(0, 1 + random.under(27))),
  'a whole request, unread': (random, host) =>
    text(`GET ${random.pick(['/', '/index.html', '/none', '/metrics'])} HTTP/1.1\r\nHost: ${host}\r\n\r\n`),
  'an upgrade from elsewhere': (_, host) => upgrade(host, `${key}Origin: http://evil.example\r\n`),
  'an upgrade from here, without the secret': (_, host) =>
    upgrade(host, `${key}Origin: http://${host}\r\nSec-WebSocket-Protocol: latchkey, x\r\nCookie: a=b\r\n`),
  'an upgrade without a key': (_, host) => upgrade(host, `Origin: http://${host}\r\n`),
  'an upgrade to something else': (_, host) =>
    text(`GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n`),
  'an upgrade to the inbox': (_, host) =>
    text(
      `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\n` +
        `Upgrade: websocket\r\n${key}\r\n`,
    ),
  'an upgrade with frames right behind it': (random, host) =>
    Buffer.concat([upgrade(host, `${key}Origin: http://${host}\r\n`), random.bytes(300)]),
  'half a body': (random, host) =>
    text(
      `POST /enter HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\nContent-Type: application/json\r\n` +
        `Content-Length: ${10 + random.under(400)}\r\n\r\n{"secret`,
    ),
  'a body that is no JSON': (_, host) =>
    text(
      `POST /enter HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\nContent-Type: application/json\r\n` +
        `Content-Length: 4\r\n\r\n{{{{`,
    ),
  'chunks that are none': (random, host) =>
    Buffer.concat([
      text(
        `POST /v1/sign-in/start HTTP/1.1\r\nHost: ${host}\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\n`,
      ),
      random.bytes(100),
    ]),
  'two lengths': (_, host) =>
    text(
      `POST / HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / `,
    ),
  'headers without end': (random, host) =>
    text(`GET / HTTP/1.1\r\nHost: ${host}\r\nX: ${'x'.repeat(10_000 + random.under(20_000))}`),
  'a header with control characters': (_, host) =>
    text(`GET /\0 HTTP/1.1\r\nHost: ${host}\r\nX\x01: \x1b[2J\r\n\r\n`),
  'many requests in one': (random, host) =>
    text(`GET / HTTP/1.1\r\nHost: ${host}\r\n\r\n`.repeat(2 + random.under(20))),
  'a body that is waited for': (_, host) =>
    text(`POST /enter HTTP/1.1\r\nHost: ${host}\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n`),
  'another protocol': (random) =>
    random.pick([
      text('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
      Buffer.from('16030100a5010000a10303', 'hex'),
      text('EHLO evil.example\r\nMAIL FROM:<>\r\n'),
      text('CONNECT example.org:443 HTTP/1.1\r\n\r\n'),
    ]),
};

/** For the socket that takes links: a line is all it reads. */
export const lineShots: Record<string, Shot> = {
  'nothing at all': () => Buffer.alloc(0),
  'any bytes': (random) => random.bytes(1 + random.under(2_000)),
  'half a line': () => text('latchkey://activate?tok'),
  'no text': () => Buffer.concat([Buffer.from([0xff, 0xfe, 0x00, 0xc3, 0x28]), text('\n')]),
  'a line longer than any link': () => text('a'.repeat(300_000)),
  'many lines': (random) => text('x\n'.repeat(1 + random.under(500))),
};

/** For a listener of SMTP. */
export const mailShots: Record<string, Shot> = {
  'nothing at all': () => Buffer.alloc(0),
  'any bytes': (random) => random.bytes(1 + random.under(2_000)),
  'half a greeting': () => text('EHL'),
  'commands out of order': () => text('DATA\r\n.\r\nRCPT TO:<a@b>\r\nMAIL FROM:<>\r\n'),
  'half a mail': (random) =>
    Buffer.concat([
      text('EHLO x\r\nMAIL FROM:<a@b.test>\r\nRCPT TO:<c@d.test>\r\nDATA\r\nSubject: '),
      random.bytes(200),
    ]),
  'a line without end': () => text(`EHLO ${'x'.repeat(200_000)}`),
  'many commands in one': (random) => text('NOOP\r\n'.repeat(1 + random.under(500))),
  'another protocol': () => text('GET / HTTP/1.1\r\nHost: x\r\n\r\n'),
};
