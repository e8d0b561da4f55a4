import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import MailDev from 'maildev';
import { startPrivatePostgres } from './private-postgres.ts';
import { startPart } from './failure.ts';

export interface Trial {
  /** Settings that fill in what was not configured. */
  defaults: Record<string, string>;
  /** Where things are, in readable form. */
  notes: string[];
  stop(): Promise<void>;
}

/**
 * Fills in whatever is not configured, so that the service can be tried at once: a private PostgreSQL in a data
 * folder, a MailDev inbox that keeps every mail (and every SMS, as mail), and its own keys. It works on this
 * machine only; production refuses all of it.
 *
 * @param folder holds database, keys, mails and nothing else
 * @throws PartFailure when the database or inbox does not start; parts already started are stopped first
 */
export async function startTrial(
  env: Readonly<Record<string, string | undefined>>,
  folder: string,
): Promise<Trial> {
  const stops: (() => Promise<void>)[] = [];
  const notes: string[] = [];
  const defaults: Record<string, string> = {
    PUBLIC_URL: `http://127.0.0.1:${env['PORT'] ?? '8787'}`,
    MAIL_FROM: 'Latchkey <latchkey@localhost>',
    SUPPORT_ADDRESS: 'support@example.org',
  };
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o711);
  if (env['SECRET_KEYS'] === undefined) defaults['SECRET_KEYS'] = await ownKey(join(folder, 'secret-keys'));
  if (env['DATABASE_URL'] === undefined) {
    const postgres = await startPart('database', async () => {
      const started = await startPrivatePostgres(join(folder, 'postgres'));
      stops.push(() => started.stop());
      defaults['DATABASE_URL'] = await started.urlOf('latchkey');
      return started;
    }).catch(stopped);
    notes.push(`Database: a private PostgreSQL on ${postgres.place}, data in ${folder}`);
  }
  if (env['SMTP_URL'] === undefined) {
    const smtp = Number(env['MAILDEV_SMTP_PORT'] ?? 1_025);
    const web = Number(env['MAILDEV_WEB_PORT'] ?? 1_080);
    // Kept with the database: an account that survives a restart keeps its mails. (MailDev's default is a
    // folder in /tmp that everybody can read, and these mails contain links and codes.)
    const mailDirectory = join(folder, 'mail');
    await startPart('inbox', async () => {
      await mkdir(mailDirectory, { recursive: true, mode: 0o700 });
      const inbox = new MailDev({
        smtp,
        web,
        ip: '127.0.0.1',
        webIp: '127.0.0.1',
        silent: true,
        mailDirectory,
        maxEmails: 1_000,
      });
      await inbox.start();
      stops.push(() => inbox.stop());
    }).catch(stopped);
    defaults['SMTP_URL'] = `smtp://127.0.0.1:${smtp}`;
    notes.push(`Inbox (every mail and SMS lands there): http://127.0.0.1:${web}`);
  }
  if (env['SMS_GATEWAY_URL'] === undefined && env['SMS_MAIL_TEMPLATE'] === undefined) {
    defaults['SMS_MAIL_TEMPLATE'] = '{number}@sms.localhost';
  }
  return { defaults, notes, stop };

  async function stop(): Promise<void> {
    for (const stopPart of stops.toReversed()) await stopPart();
  }

  async function stopped(error: unknown): Promise<never> {
    await stop();
    throw error;
  }
}

async function ownKey(file: string): Promise<string> {
  if (!existsSync(file)) await writeFile(file, `1:${randomBytes(32).toString('base64')}`, { mode: 0o600 });
  return (await readFile(file, 'utf8')).trim();
}
