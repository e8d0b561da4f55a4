import { html as honoHtml, raw } from 'hono/html';

/** HTML that is safe to send: every value in it was escaped. */
export type Html = ReturnType<typeof raw>;
type Value = string | number | Html | readonly Value[];

/** Markup as a template. Values are escaped, for text and for quoted attributes; nested markup stays as it is. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  const made = honoHtml(strings, ...values);
  // Only a promise among the values makes one, and `Value` has none.
  if (made instanceof Promise) throw new TypeError('markup waits for nothing');
  return made;
}

/** Nothing, where markup is expected. */
export const nothing: Html = raw('');
