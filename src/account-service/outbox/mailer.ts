import { createTransport } from 'nodemailer';
import type { Config } from '../config.ts';

export interface Mail {
  /** Stays the same over retries. It becomes the Message-ID, so that a receiver can drop duplicates. */
  id: string;
  to: string;
  subject: string;
  text: string;
  /** The same as HTML. */
  html?: string | undefined;
}

export interface Mailer {
  /** Hands a mail to the SMTP server. Resolves when the server has accepted it. */
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** Mail over SMTP (`SMTP_URL`), over at most three pooled connections, with time limits on every step. */
export function createMailer(config: Config): Mailer {
  const transport = createTransport({
    url: config.SMTP_URL,
    pool: true,
    maxConnections: 3,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 15_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = new URL(config.PUBLIC_URL).hostname;
  return {
    async send({ id, to, subject, text, html }) {
      await transport.sendMail({
        from: config.MAIL_FROM,
        // As an object, so that nothing in an address is read as a list or a second header.
        to: { name: '', address: to },
        subject,
        text,
        ...(html !== undefined && { html }),
        messageId: `<${id}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      });
    },
    close: () => transport.close(),
  };
}
