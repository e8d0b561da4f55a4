import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Config } from '../config.ts';
import type { Mailer } from './mailer.ts';

export interface Sms {
  /** Stays the same over retries, for gateways that drop duplicates. */
  id: string;
  /** E.164 with the plus. */
  to: string;
  text: string;
}

/** A way to send an SMS. `send` resolves when the gateway has accepted it. */
export interface SmsGateway {
  send(sms: Sms): Promise<void>;
}

/** The gateway rejected this particular message. Sending it again would not help. */
export class Rejected extends Error {
  override name = 'Rejected';
}

/** The configured gateway: HTTP, or e-mail-to-SMS; null when SMS is not offered. */
export function createSmsGateway(config: Config, mailer: Mailer): SmsGateway | null {
  if (config.SMS_GATEWAY_URL !== undefined) return httpGateway(config, config.SMS_GATEWAY_URL);
  if (config.SMS_MAIL_TEMPLATE !== undefined) return mailGateway(config.SMS_MAIL_TEMPLATE, mailer);
  return null;
}

/**
 * Fills `{to}`, `{text}`, `{id}` into body (JSON-escaped) and URL (percent-encoded). With `SMS_GATEWAY_SECRET`
 * the body is signed: `X-Latchkey-Signature: sha256=<hex HMAC-SHA-256 of the body's bytes>`.
 *
 * A 4xx answer fails with `Rejected`, except 408, 425 and 429, which ask for another try. No error repeats any
 * of the request: URL and headers may contain the gateway's key.
 */
function httpGateway(config: Config, url: string): SmsGateway {
  const headers = z.record(z.string(), z.string()).parse(JSON.parse(config.SMS_GATEWAY_HEADERS));
  const secret = config.SMS_GATEWAY_SECRET;
  return {
    async send(sms) {
      const fill = (template: string, escape: (value: string) => string) =>
        template.replaceAll(/\{(to|text|id)\}/g, (_, name: string) =>
          escape(name === 'to' ? sms.to : name === 'text' ? sms.text : sms.id),
        );
      const body = fill(config.SMS_GATEWAY_BODY, (value) => JSON.stringify(value).slice(1, -1));
      const response = await fetch(fill(url, encodeURIComponent), {
        method: config.SMS_GATEWAY_METHOD,
        headers: {
          ...headers,
          'idempotency-key': sms.id,
          ...(secret !== undefined && { 'x-latchkey-signature': `sha256=${signatureOf(body, secret)}` }),
        },
        ...(config.SMS_GATEWAY_METHOD !== 'GET' && { body }),
        redirect: 'error',
        signal: AbortSignal.timeout(config.SMS_GATEWAY_TIMEOUT_SECONDS * 1_000),
      }).catch((error: unknown) => {
        throw new Error(`The SMS gateway did not answer: ${reasonOf(error)}`);
      });
      await response.body?.cancel();
      if (response.ok) return;
      const said = `The SMS gateway answered ${response.status}`;
      throw isFinal(response.status) ? new Rejected(said) : new Error(said);
    },
  };
}

function signatureOf(body: string, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}

function isFinal(status: number): boolean {
  return status >= 400 && status < 500 && ![408, 425, 429].includes(status);
}

/** The reason for a failed request, as nothing more than a code. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.name;
}

function mailGateway(template: string, mailer: Mailer): SmsGateway {
  return {
    send: ({ id, to, text }) =>
      mailer.send({ id, to: template.replaceAll('{number}', to.replace('+', '')), subject: 'SMS', text }),
  };
}
