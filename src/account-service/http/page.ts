import { createHash } from 'node:crypto';

const style = `
:root{color-scheme:light dark;font:16px/1.55 system-ui,sans-serif}
body{max-width:44rem;margin:3rem auto;padding:0 1.25rem}
h1{font-size:1.5rem;line-height:1.25}
label{display:block;margin:1rem 0 .25rem;font-weight:600}
input{font:inherit;width:100%;box-sizing:border-box;padding:.6rem;border:1px solid #767676;border-radius:.5rem}
button,.button{font:inherit;font-weight:600;display:inline-block;margin:1rem 0;padding:.6rem 1.1rem;border:1px solid #1d4ed8;border-radius:.5rem;background:#1d4ed8;color:#fff;text-decoration:none;cursor:pointer}
hr{margin:2rem 0;border:0;border-top:1px solid #9994}
.problem{border-left:.25rem solid #b91c1c;padding:.25rem .75rem}
code,pre{font-family:ui-monospace,monospace;font-size:.9em;overflow-wrap:anywhere;white-space:pre-wrap}
details{margin:.5rem 0 1rem}summary{cursor:pointer}
`;
const styleHash = createHash('sha256').update(style).digest('base64');

/** Headers of every page: no script, nothing from elsewhere, no frame, no referrer, no cache. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; frame-ancestors 'none'; ` +
    `base-uri 'none'`,
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** A page without script. `body` is HTML: pass every value in it through `escapeHtml`. */
export function page(language: string, title: string, body: string): string {
  return (
    `<!doctype html><html lang="${escapeHtml(language)}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">` +
    `<title>${escapeHtml(title)}</title><style>${style}</style></head><body><main>${body}</main></body></html>`
  );
}

/** Text for HTML, between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}
