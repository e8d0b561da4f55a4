import { invisible } from './spelling.ts';

/** A whole token of a mail's link: what the link is for can be told from its form. */
export interface LinkToken {
  kind: 'activate' | 'reset';
  token: string;
}

/** 256 random bits as base64url; the token of a reset has its account's id (128 bits) and a dot in front. */
const shapes = { reset: String.raw`[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}`, activate: '[A-Za-z0-9_-]{43}' };

/**
 * Reads the token of a link as mails and people bring it: with what quoted-printable leaves in front (`3D`) and in it
 * (`=`, line ends), percent-encoded, and with punctuation or markup around it.
 *
 * @returns `damaged` where a piece is missing, or something else stands in it
 */
export function readLinkToken(text: string): LinkToken | 'damaged' {
  const plain = decoded(text).replaceAll(invisible, '').replaceAll(/\s/g, '');
  for (const candidate of [plain, plain.replaceAll(/[^A-Za-z0-9_.-]/g, '')]) {
    for (const kind of ['reset', 'activate'] as const) {
      // Nothing of the token's own alphabet may follow, but the marks that text is set in italics with.
      const whole = new RegExp(`^[^A-Za-z0-9_-]*(?:3D)?(${shapes[kind]})[_-]?(?![A-Za-z0-9_-])`, 'i');
      const token = whole.exec(candidate)?.[1];
      if (token !== undefined) return { kind, token };
    }
  }
  return 'damaged';
}

/** The same from what stands behind `token` in the address of a page, whatever became of the `=` and what follows. */
export function readLinkAddress(address: string): LinkToken | 'damaged' {
  const [, behind = ''] = /token(.*)$/is.exec(decoded(address)) ?? [];
  return readLinkToken(behind.replace(/^=+/, '').replace(/[&#].*$/s, ''));
}

/** Percent-decoded, also twice. */
function decoded(text: string): string {
  let plain = text;
  for (let time = 0; time < 3 && /%[0-9a-f]{2}/i.test(plain); time += 1) {
    try {
      plain = decodeURIComponent(plain);
    } catch {
      return plain;
    }
  }
  return plain;
}
