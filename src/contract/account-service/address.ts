import { textLength } from '../../core/text-length.ts';
import { accountLimits } from './limits.ts';
import { invisible } from './spelling.ts';

/**
 * Reads an e-mail address as people type and paste it: with surrounding spaces, `mailto:`, `<…>`, a leading
 * name or a trailing full stop. Accepts what RFC 5321 (dot-atom and quoted string), RFC 6531 (other scripts)
 * and HTML's e-mail field accept, except address literals (`[192.0.2.1]`).
 *
 * @returns the normalized address: NFC, full-width letters made plain, the domain in lower case as spelled
 * (Unicode or A-labels), no needless quotes; null if it is not an address. Compare by `addressKey`.
 */
export function readAddress(typed: string): string | null {
  if (typed.length > accountLimits.addressTyped && textLength(typed) > accountLimits.addressTyped)
    return null;
  const text = bare(typed);
  const at = text.lastIndexOf('@');
  const local = readLocal(text.slice(0, Math.max(at, 0)));
  const domain = text
    .slice(at + 1)
    .toLowerCase()
    .replaceAll(/[\u3002\uFF61]/g, '.');
  return at < 1 || local === null || asciiDomain(domain) === null ? null : `${local}@${domain}`;
}

/**
 * The key for comparing addresses: one per mailbox. Ignores case and the spelling of the domain. Keeps dots and
 * tags before the @, whose meaning is up to the mail server.
 */
export function addressKey(address: string): string {
  const read = readAddress(address) ?? address.trim();
  const at = read.lastIndexOf('@');
  const domain = read.slice(at + 1);
  const local = read.slice(0, at).normalize('NFKC').toLowerCase().normalize('NFKC');
  return `${local}@${asciiDomain(domain.toLowerCase()) ?? domain.toLowerCase()}`;
}

/** Strips what surrounds a copied address. */
function bare(typed: string): string {
  let text = typed
    .normalize('NFC')
    .replaceAll(invisible, '')
    .replaceAll(/[\uFF01-\uFF5E]/g, narrow)
    .trim();
  text = /<([^<>]*@[^<>]*)>[\s.,;]*$/.exec(text)?.[1] ?? text;
  text = /^(["'“”‘’«»„])(.*)["'“”‘’«»]$/s.exec(text)?.[2] ?? text;
  const link = /^\s*mailto:([^?]*)/i.exec(text)?.[1];
  if (link !== undefined) text = decoded(link);
  return text.trim().replace(/[\s.,;:]+$/, '');
}

function narrow(wide: string): string {
  return wide.normalize('NFKC');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text).normalize('NFC');
  } catch {
    return text;
  }
}

/** One character of an atom (RFC 5322, 3.2.3; RFC 6531, 3.3). */
const atom = String.raw`[A-Za-z0-9!#$%&'*+/=?^_\x60{|}~-]|[^\p{ASCII}\p{C}\p{Z}]`;
/** Dots anywhere, as in HTML's e-mail field: some mail services issued such addresses. */
const dotted = new RegExp(`^(?:${atom}|\\.)+$`, 'u');
const dotAtom = new RegExp(`^(?:${atom})+(?:\\.(?:${atom})+)*$`, 'u');
const quoted = /^"((?:[^"\\\p{C}\p{Zl}\p{Zp}]|\\[^\p{C}\p{Zl}\p{Zp}])*)"$/u;

function readLocal(text: string): string | null {
  if (dotted.test(text)) return text;
  const content = quoted.exec(text)?.[1]?.replaceAll(/\\(.)/gu, '$1');
  if (content === undefined) return null;
  return dotAtom.test(content) ? content : `"${content.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}

const asciiLabels = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/;

/** A domain in A-labels (UTS 46, as in web addresses); null if it is not a domain. */
function asciiDomain(domain: string): string | null {
  const isPlain = /^\p{ASCII}*$/u.test(domain);
  if (!isPlain && /[^\p{L}\p{N}\p{M}.\u00B7\u30FB-]/u.test(domain)) return null;
  const ascii = isPlain ? domain : (URL.parse(`https://${domain}/`)?.hostname ?? '');
  return ascii.length <= 253 && asciiLabels.test(ascii) ? ascii : null;
}
