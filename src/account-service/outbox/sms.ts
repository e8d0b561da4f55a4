import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Config } from '../config.ts';
import type { Mailer } from './mailer.ts';

export interface Sms {
  /** Stays the same over retries, for gateways that drop doubles. */
  id: string;
  /** E.164 with the plus. */
  to: string;
  text: string;
}

/** A way to send an SMS; resolves when it was accepted. */
export interface SmsGateway {
  send(sms: Sms): Promise<void>;
}

/** The gateway the configuration names: HTTP, or e-mail-to-SMS; null when SMS is not on offer. */
export function createSmsGateway(config: Config, mailer: Mailer): SmsGateway | null {
  if (config.SMS_GATEWAY_URL !== undefined) return httpGateway(config, config.SMS_GATEWAY_URL);
  if (config.SMS_MAIL_TEMPLATE !== undefined) return mailGateway(config.SMS_MAIL_TEMPLATE, mailer);
  return null;
}

/**
 * Fills `{to}`, `{text}` and `{id}` into body (JSON-escaped) and URL (percent-encoded). With `SMS_GATEWAY_SECRET`
 * the body is signed: `X-Latchkey-Signature: sha256=<hex HMAC of the body>`.
 */
function httpGateway(config: Config, url: string): SmsGateway {
  const headers = z.record(z.string(), z.string()).parse(JSON.parse(config.SMS_GATEWAY_HEADERS));
  return {
    async send(sms) {
      const fill = (template: string, escape: (value: string) => string) =>
        template.replaceAll(/\{(to|text|id)\}/g, (_, name: string) =>
          escape(name === 'to' ? sms.to : name === 'text' ? sms.text : sms.id),
        );
      const body = fill(config.SMS_GATEWAY_BODY, (value) => JSON.stringify(value).slice(1, -1));
      const signature = config.SMS_GATEWAY_SECRET
        ? {
            'x-latchkey-signature': `sha256=${createHmac('sha256', config.SMS_GATEWAY_SECRET).update(body).digest('hex')}`,
          }
        : {};
      const response = await fetch(fill(url, encodeURIComponent), {
        method: config.SMS_GATEWAY_METHOD,
        headers: { ...headers, 'idempotency-key': sms.id, ...signature },
        ...(config.SMS_GATEWAY_METHOD !== 'GET' && { body }),
        redirect: 'error',
        signal: AbortSignal.timeout(10_000),
      });
      await response.body?.cancel();
      if (!response.ok) throw new Error(`The SMS gateway answered ${response.status}`);
    },
  };
}

function mailGateway(template: string, mailer: Mailer): SmsGateway {
  return {
    send: ({ id, to, text }) =>
      mailer.send({ id, to: template.replaceAll('{number}', to.replace('+', '')), subject: 'SMS', text }),
  };
}
