import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  id: string;
  /** Envelope recipients. */
  to: string[];
  subject: string;
  text: string;
  /** The whole message as it came over the wire. */
  raw: string;
}

export interface ReceivedSms {
  to: string;
  text: string;
  id: string;
}

/** A real SMTP server that keeps what it gets, and an SMS gateway over HTTP that does the same. */
export interface Inbox {
  smtpUrl: string;
  smsUrl: string;
  mails: ReceivedMail[];
  sms: ReceivedSms[];
  /** While down, both refuse everything. */
  setDown(down: boolean): void;
  mailsTo(address: string): ReceivedMail[];
  /** The newest mail to an address that a pattern fits, waiting for it to arrive. */
  waitForMail(address: string, pattern: RegExp, notBefore?: number): Promise<RegExpExecArray>;
  waitForSms(number: string, pattern: RegExp, notBefore?: number): Promise<RegExpExecArray>;
  stop(): Promise<void>;
}

export async function startInbox(): Promise<Inbox> {
  const mails: ReceivedMail[] = [];
  const sms: ReceivedSms[] = [];
  let isDown = false;
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onConnect: (_, done) => done(isDown ? new Error('down') : null),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (isDown) {
          done(new Error('down'));
          return;
        }
        const raw = Buffer.concat(chunks).toString();
        simpleParser(raw).then(
          ({ messageId = '', subject = '', text = '' }) => {
            const to = session.envelope.rcptTo.map(({ address }) => address);
            mails.push({ id: messageId, to, subject, text, raw });
            done();
          },
          (error: unknown) => done(error instanceof Error ? error : new Error('unreadable')),
        );
      });
    },
  });
  smtp.on('error', () => {});
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  const gateway = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (isDown) {
        response.writeHead(503).end();
        return;
      }
      const { to, text, id } = JSON.parse(Buffer.concat(chunks).toString());
      sms.push({ to, text, id });
      response.writeHead(202).end();
    });
  });
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));

  const waitFor = async <Found>(find: () => Found | undefined, what: string): Promise<Found> => {
    for (let waited = 0; waited < 60_000; waited += 20) {
      const found = find();
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`No ${what} arrived`);
  };
  const newest = (texts: string[], pattern: RegExp) =>
    texts.map((text) => pattern.exec(text)).findLast((match) => match !== null) ?? undefined;
  return {
    smtpUrl: `smtp://127.0.0.1:${portOf(smtp.server.address())}`,
    smsUrl: `http://127.0.0.1:${portOf(gateway.address())}/send`,
    mails,
    sms,
    setDown: (down) => (isDown = down),
    mailsTo: (address) => mails.filter(({ to }) => to.includes(address)),
    waitForMail: (address, pattern, notBefore = 0) =>
      waitFor(
        () =>
          newest(
            mails
              .slice(notBefore)
              .filter(({ to }) => to.includes(address))
              .map(({ text }) => text),
            pattern,
          ),
        `mail to ${address} with ${pattern}`,
      ),
    waitForSms: (number, pattern, notBefore = 0) =>
      waitFor(
        () =>
          newest(
            sms
              .slice(notBefore)
              .filter(({ to }) => to === number)
              .map(({ text }) => text),
            pattern,
          ),
        `SMS to ${number}`,
      ),
    async stop() {
      await new Promise<void>((resolve) => smtp.close(resolve));
      await new Promise((resolve) => gateway.close(resolve));
    },
  };
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('expected a TCP address');
  return address.port;
}
