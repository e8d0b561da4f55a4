import { raw } from 'hono/html';
import { html, type Html } from '../../http/html.ts';
import type { Message, Rendered, Sender } from './message.ts';

/** A message in one language, before it becomes a letter. */
export interface Words {
  subject: string;
  /** Paragraphs. One that is just the message's link or code is shown as such. */
  body: string[];
  /** Tells readers what to do if it was not them. */
  isSecurity?: true;
}

/** The fixed texts of a language around each message. */
export interface Frame {
  language: string;
  greeting: string;
  /** What to do if it was someone else. */
  help: string;
  /** The text of a link's button. */
  button: string;
  /** The text above a link's address, in case the button does not work. */
  copy: string;
}

/**
 * A message as complete plain text, and as HTML with the same text plus a greeting, a button and the service's
 * name. It has no script, picture or external resource. Whatever a person wrote appears as text.
 */
export function letter(message: Message, words: Words, frame: Frame, { service }: Sender): Rendered {
  const { subject, body, isSecurity } = words;
  const paragraphs = isSecurity ? [...body, frame.help] : body;
  const parts = [frame.greeting, ...paragraphs].map((text) => part(text, message, frame));
  return {
    subject,
    text: [...paragraphs, service].join('\n\n'),
    html: whole(subject, service, frame, parts),
  };
}

function part(text: string, message: Message, frame: Frame): Html {
  if ('link' in message && text === message.link) {
    return html`<p style="margin:24px 0">
        <a class="button" href="${text}" style="${styles.button}">${frame.button}</a>
      </p>
      <p class="soft" style="${styles.soft}">${frame.copy}<br />${link(text)}</p>`;
  }
  if ('code' in message && text.includes(message.code)) {
    const code = html`<p class="code" style="${styles.code}">${message.code}</p>`;
    return text === message.code ? code : html`${code}${paragraph(text)}`;
  }
  if ('portal' in message) {
    const { portal } = message;
    return paragraph(text.split(portal).flatMap((piece, at) => (at === 0 ? [piece] : [link(portal), piece])));
  }
  return paragraph(text);
}

function paragraph(content: string | (string | Html)[]): Html {
  return html`<p style="margin:0 0 16px">${content}</p>`;
}

function link(address: string): Html {
  return html`<a class="link" href="${address}" style="${styles.link}">${address}</a>`;
}

/** The colours of the window and landing page, inline for readers that drop style sheets. Dark ones below. */
const styles = {
  page: 'max-width:560px;margin:0 auto;font:16px/1.55 system-ui,-apple-system,Segoe UI,sans-serif',
  card: 'padding:28px 28px 12px;border:1px solid #deded8;border-radius:16px;background:#ffffff;color:#191b1b',
  button:
    'display:inline-block;padding:12px 22px;border-radius:12px;background:#0b6e63;color:#ffffff;font-weight:600;text-decoration:none',
  soft: 'margin:0 0 20px;font-size:13px;line-height:1.5;color:#5c605c',
  link: 'color:#0b6e63;word-break:break-all',
  code: 'margin:8px 0 20px;font-family:ui-monospace,Menlo,Consolas,monospace;font-size:28px;font-weight:600;letter-spacing:4px;word-break:break-word',
};
const dark =
  '@media(prefers-color-scheme:dark){.page{background:#131516!important}.card{background:#1a1d1e!important;border-color:#313637!important;color:#eef0ef!important}' +
  '.brand,.link{color:#52cdb9!important}.button{background:#52cdb9!important;color:#06231f!important}.soft{color:#a9afad!important}}';

function whole(subject: string, service: string, { language }: Frame, parts: Html[]): string {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${subject}</title>
        <style>
          ${raw(dark)}
        </style>
      </head>
      <body class="page" style="margin:0;padding:24px 12px;background:#f5f5f2">
        <div style="${styles.page}">
          <p class="brand" style="margin:0 4px 12px;font-weight:650;color:#0b6e63">${service}</p>
          <div class="card" style="${styles.card}">
            <h1 style="margin:0 0 20px;font-size:21px;line-height:1.3">${subject}</h1>
            ${parts}
          </div>
        </div>
      </body>
    </html>`.toString();
}
