import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { readAddress } from '../../../src/contract/account-service/address.ts';
import { createMailer } from '../../../src/account-service/outbox/mailer.ts';
import { readConfig } from '../../../src/account-service/config.ts';

const settings = {
  DATABASE_URL: 'postgres://127.0.0.1/unused',
  PUBLIC_URL: 'https://account.example.test',
  SECRET_KEYS: `1:${Buffer.alloc(32).toString('base64')}`,
  MAIL_FROM: 'Latchkey <latchkey@example.test>',
  SUPPORT_ADDRESS: 'support@example.test',
  METHODS: 'email,totp',
};

/** A mail server that writes down who it is asked to deliver to, as it is asked, and takes everything. */
async function startScribe() {
  const recipients: string[] = [];
  const server = createServer((socket) => {
    let inData = false;
    socket.write('220 scribe\r\n');
    socket.on('data', (chunk) => {
      for (const line of chunk.toString().split('\r\n').filter(Boolean)) {
        if (inData) {
          inData = line !== '.';
          if (!inData) socket.write('250 taken\r\n');
        } else if (line.startsWith('EHLO')) socket.write('250-scribe\r\n250 SMTPUTF8\r\n');
        else if (line === 'DATA') {
          inData = true;
          socket.write('354 go\r\n');
        } else {
          if (line.startsWith('RCPT')) recipients.push(line);
          socket.write('250 ok\r\n');
        }
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('expected a TCP address');
  return { recipients, url: `smtp://127.0.0.1:${address.port}` };
}

test.each([
  ['ann&co=/#x@example.org', 'ann&co=/#x@example.org'],
  ['"ann x"@example.org', '"ann x"@example.org'],
  ['"a@b"@example.org', '"a@b"@example.org'],
  ['ann..x@example.org', '"ann..x"@example.org'],
  ['.ann@example.org', '".ann"@example.org'],
  ['ann@MÜNCHEN.de', 'ann@xn--mnchen-3ya.de'],
  ['ann@faß.de', 'ann@xn--fa-hia.de'],
  ['jörg@münchen.de', 'jörg@münchen.de'],
])('mail to %s goes to the mailbox that it names', async (typed, recipient) => {
  const { recipients, url } = await startScribe();
  const mailer = createMailer(readConfig({ ...settings, SMTP_URL: url }));
  onTestFinished(() => mailer.close());
  await mailer.send({ id: 'one', to: readAddress(typed) ?? '', subject: 'Hello', text: 'Hello' });
  expect(recipients).toEqual([`RCPT TO:<${recipient}>`]);
});
