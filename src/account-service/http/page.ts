import { createHash } from 'node:crypto';
import { raw } from 'hono/html';
import { html, type Html } from './html.ts';

/** The window's own colours (`src/renderer/style.css`), so that the pages and the app look like one place. */
const style = `
:root{color-scheme:light dark;font:16px/1.55 system-ui,sans-serif;--line:light-dark(#85887f,#7d8486);--accent:light-dark(#0b6e63,#52cdb9)}
body{max-width:44rem;margin:3rem auto;padding:0 1.5rem;background:light-dark(#f5f5f2,#131516);color:light-dark(#191b1b,#eef0ef)}
h1{font-size:1.5rem;line-height:1.25}
label{display:block;margin:1rem 0 .25rem;font-weight:600}
form,.button{max-width:26rem}
input{font:inherit;color:inherit;width:100%;box-sizing:border-box;padding:.65rem .75rem;border:1px solid var(--line);border-radius:.75rem;background:light-dark(#fff,#1c1f20)}
button,.button{font:inherit;font-weight:600;text-align:center;display:block;width:100%;box-sizing:border-box;margin:1rem 0;padding:.7rem 1.1rem;border:1px solid var(--accent);border-radius:.75rem;background:var(--accent);color:light-dark(#fff,#06231f);text-decoration:none;cursor:pointer}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
hr{max-width:26rem;margin:2rem 0;border:0;border-top:1px solid light-dark(#deded8,#313637)}
a{color:var(--accent)}a.button{color:light-dark(#fff,#06231f)}
.problem{border-left:.25rem solid light-dark(#b3261e,#ff9a90);padding:.25rem .75rem}
code,pre{font-family:ui-monospace,monospace;font-size:.9em;overflow-wrap:anywhere;white-space:pre-wrap}
main>.brand{margin:0 0 .75rem;font-weight:650;letter-spacing:-.01em;color:var(--accent)}
.card{padding:1.75rem 2rem 1.25rem;border:1px solid light-dark(#deded8,#313637);border-radius:1rem;background:light-dark(#fff,#1a1d1e)}
.card h1{margin:0 0 1rem}.card form,.card .button,.card hr{max-width:none}
body:has(.card){max-width:32rem}
@media(max-width:30rem){body:has(.card){margin:1.25rem auto;padding:0 1rem}.card{padding:1.25rem 1.25rem .5rem}}
details{margin:.5rem 0 1rem}summary{cursor:pointer}
`;
const styleElement = raw(`<style>${style}</style>`);
const styleHash = createHash('sha256').update(style).digest('base64');

/** Headers of every page: no script, no external resources, no frame, no referrer, no cache. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; frame-ancestors 'none'; ` +
    `base-uri 'none'`,
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** A page without script. */
export function page(language: string, title: string, body: Html): string {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        ${styleElement}
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html>`.toString();
}
