import { invisible } from './spelling.ts';

/** A complete token from a mail's link; its form tells what the link is for. */
export interface LinkToken {
  kind: 'activate' | 'reset';
  token: string;
}

/** 256 random bits as base64url; a reset token is prefixed with its account's id (128 bits) and a dot. */
const shapes = { reset: String.raw`[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}`, activate: '[A-Za-z0-9_-]{43}' };

/**
 * Reads a link's token as mails and people deliver it: with quoted-printable remains before it (`3D`) and in it
 * (`=`, line ends), percent-encoded, or with punctuation or markup around it.
 *
 * @returns `damaged` if part of it is missing or altered
 */
export function readLinkToken(text: string): LinkToken | 'damaged' {
  const plain = decoded(text).replaceAll(invisible, '').replaceAll(/\s/g, '');
  for (const candidate of [plain, plain.replaceAll(/[^A-Za-z0-9_.-]/g, '')]) {
    for (const kind of ['reset', 'activate'] as const) {
      // No character of the token's own alphabet may follow, except a mark for italics.
      const whole = new RegExp(`^[^A-Za-z0-9_-]*(?:3D)?(${shapes[kind]})[_-]?(?![A-Za-z0-9_-])`, 'i');
      const token = whole.exec(candidate)?.[1];
      if (token !== undefined) return { kind, token };
    }
  }
  return 'damaged';
}

/** Reads the token after `token` in a page's address, however the `=` and the rest were altered. */
export function readLinkAddress(address: string): LinkToken | 'damaged' {
  const [, behind = ''] = /token(.*)$/is.exec(decoded(address)) ?? [];
  return readLinkToken(behind.replace(/^=+/, '').replace(/[&#].*$/s, ''));
}

/** Percent-decodes, up to three times. */
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
