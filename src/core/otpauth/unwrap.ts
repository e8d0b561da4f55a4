import { decodeEntities } from './entities.ts';
import { decodePercent } from './query.ts';

/** Enclose an address that a text encoded as a whole, so that its end is known. */
export const marks = { open: '\uE000', close: '\uE001' } as const;

/**
 * Removes what mails, pages and programs wrap around a text: quoted-printable, HTML tags and character
 * references, JSON escapes, quote marks at the start of lines, characters that only mark possible line breaks,
 * and the percent-encoding of an address inside another. Removes each only if the text shows it. Keeps the
 * lines, with `\n` between them.
 */
export function unwrapText(text: string): string {
  return [
    decodeQuotedPrintable,
    decodeJson,
    takeOffTags,
    decodeEntities,
    evenLines,
    decodeEncodedWhole,
  ].reduce((unwrapped, step) => step(unwrapped), text.toWellFormed());
}

/** Quoted-printable (RFC 2045, 6.7) has `=3D` for every `=`, so after each parameter's name. */
function decodeQuotedPrintable(text: string): string {
  const values = [...text.matchAll(/[?&;][\w.-]+=(\r?\n)?(3D)?/g)];
  const encoded = values.filter(([, , equals]) => equals !== undefined);
  const [first] = encoded;
  if (first === undefined || encoded.length !== values.length) return text;
  // `?secret=3DJBSW…` alone may be a key that starts this way; then the key's length decides.
  if (values.length === 1 && !/=\r?\n/.test(text)) {
    const key = /^[A-Z2-7]*/i.exec(text.slice(first.index + first[0].length))?.[0] ?? '';
    if (![0, 2, 4, 5, 7].includes(key.length % 8) || ![1, 3, 6].includes((key.length + 2) % 8)) return text;
  }
  return text
    .replaceAll(/=[ \t]*(?:\r\n|\r|\n)/g, '')
    .replaceAll(/(?:=[\dA-F]{2})+/gi, (run) => decodePercent(run.replaceAll('=', '%'), []));
}

function decodeJson(text: string): string {
  if (!/:\\\/\\\/|\\u00(?:26|3d|3f)/i.test(text)) return text;
  return text
    .replaceAll(/\\u([\da-f]{4})/gi, (_, unit: string) => String.fromCharCode(Number.parseInt(unit, 16)))
    .replaceAll(/\\([\\/"])/g, '$1')
    .toWellFormed();
}

/** A tag with an address leaves the address in quotes; one that ends a line leaves a line end; others go. */
function takeOffTags(text: string): string {
  return text.replaceAll(
    /<(\/?[a-z][a-z\d]*)(?=[\s/>])([^<>]*)>/gi,
    (_, name: string, attributes: string) => {
      const [, , address] = /=\s*(["'])\s*([^"']*(?:otpauth|steam)[^"']*)\1/i.exec(attributes) ?? [];
      if (address !== undefined) return `\n"${address}"\n`;
      return /^\/?(?:br|p|div|li|ul|ol|tr|td|table|h[1-6]|pre)$/i.test(name) ? '\n' : '';
    },
  );
}

/** Turns line ends of any kind into `\n`; removes quote marks (`> > `) and invisible characters. */
function evenLines(text: string): string {
  return text
    .replaceAll(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .split(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/)
    .map((line) => line.replace(/^[ \t]*(?:[>|][ \t]?)+/, ''))
    .join('\n');
}

/** `…?data=otpauth%3A%2F%2Ftotp%2F…&size=200`: an address in a parameter ends where the parameter does. */
function decodeEncodedWhole(text: string): string {
  return text.replaceAll(
    /(?:otpauth(?:-migration)?|steam)(?:(?:%(?:25)*3a|:)(?:%(?:25)*2f){2})[^\s"'<>&]*/gi,
    (encoded) => {
      let decoded = encoded;
      for (let round = 0; round < 4 && !/^[a-z-]+:\/\//i.test(decoded); round += 1) {
        decoded = decodePercent(decoded, []);
      }
      return `${marks.open}${decoded}${marks.close}`;
    },
  );
}
