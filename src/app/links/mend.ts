import { readLinkToken } from '../../contract/account-service/link-token.ts';
import { invisible } from '../../contract/account-service/spelling.ts';
import { textLimits } from '../../contract/limits.ts';
import { readAccountLink, type AccountLink } from './routes.ts';
import { innerAddresses } from './wrappers.ts';

/** How many layers of wrapping are removed; links are not wrapped any deeper. */
const deepest = 4;
/** How many readings of one text are tried. */
const mostReadings = 40;

/**
 * Reads a mailed link as mail programs, filters and people deliver it: wrapped over lines, quoted-printable, with
 * entities, percent-encoded again, with punctuation around it or words before it, inside a filter's or
 * redirect's address, or with tracking parameters. The result follows the same rules as any link (`readLink`).
 *
 * @param servers as for `readLink`
 * @returns `damaged` for a Latchkey link that is too long or has an incomplete token; null for any other link
 */
export function mendLink(text: string, servers: readonly string[]): AccountLink | 'damaged' | null {
  const exact = readAccountLink(text.trim(), servers);
  // The tokens of an unknown server may have another form.
  if (exact !== null && (isWhole(exact) || !servers.includes(exact.server))) return exact;
  let isDamaged = false;
  for (const address of addressesIn(text, servers)) {
    const isTooLong = address.length > textLimits.link;
    const found = readLoosely(address.slice(0, textLimits.link), servers);
    if (found !== 'damaged' && found !== null && !isTooLong) return found;
    isDamaged ||= found !== null;
  }
  return isDamaged ? 'damaged' : null;
}

function isWhole({ kind, token }: AccountLink): boolean {
  const read = readLinkToken(token);
  return read !== 'damaged' && read.kind === kind && read.token === token;
}

/** Every web or Latchkey address in any reading of a text, and inside those addresses, nearest first. */
function* addressesIn(text: string, servers: readonly string[]): Generator<string> {
  const hosts = servers.map((server) => URL.parse(server)?.host ?? '').filter((host) => host !== '');
  let layer = readingsOf(text);
  for (let depth = 0; depth < deepest; depth += 1) {
    const found = layer.flatMap((reading) => addressesAt(reading, hosts));
    yield* found;
    const short = found.filter(({ length }) => length <= textLimits.link);
    layer = short.flatMap(innerAddresses).flatMap(readingsOf).slice(0, mostReadings);
  }
}

function addressesAt(reading: string, hosts: readonly string[]): string[] {
  const found = [...(reading.match(/(?:https?|latchkey):\/\/[^\s<>"“”«»]+/gi) ?? [])];
  for (const host of hosts) {
    const at = reading.toLowerCase().indexOf(host.toLowerCase());
    // The link was copied without its scheme.
    if (at >= 0) found.push(`https://${/^\S*/.exec(reading.slice(at))?.[0] ?? ''}`);
  }
  return found;
}

const mendings: readonly ((text: string) => string)[] = [
  // Wrapped by a mail program, with quote marks: joins one more line each time, but not across paragraphs.
  (text) => text.replace(/((?:https?|latchkey):\/\/\S*?)=?[ \t]*\r?\n(?![>| \t]*\r?\n)[>| \t]*/i, '$1'),
  // Quoted-printable (RFC 2045, 6.7).
  (text) => text.replaceAll(/=3D/gi, '=').replaceAll(/=26/g, '&'),
  (text) => text.replaceAll(/&(?:amp|#38|#x26);/gi, '&').replaceAll(/&(?:quot|#34|#39|gt|lt);.*/gi, ''),
  (text) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  },
];

/** A text as it is, then with each mending applied to it and to the results, nearest first. */
function readingsOf(text: string): string[] {
  const readings = new Set([text.replaceAll(invisible, '')]);
  for (const reading of readings) {
    if (readings.size >= mostReadings) break;
    for (const mend of mendings) readings.add(mend(reading));
  }
  return [...readings];
}

function readLoosely(address: string, servers: readonly string[]): AccountLink | 'damaged' | null {
  const url = URL.parse(address);
  if (url === null) return null;
  const named = namedOnce(url);
  const isApp = url.protocol === 'latchkey:';
  const place = (isApp ? url.host : url.pathname).replaceAll(/^\/+|\/+$/g, '').toLowerCase();
  if (!/^(?:activate|reset)(?:[^a-z]|$)/.test(decodedPlace(place)) || named === null) return null;
  const server = isApp ? named.get('server') : servers.find((one) => URL.parse(one)?.host === url.host);
  if (server === undefined) return null;
  const read = readLinkToken(named.get('token') ?? '');
  if (read === 'damaged')
    return isApp && readAccountLink(appLink('activate', server, 'x'), []) === null ? null : read;
  return readAccountLink(appLink(read.kind, server, read.token), servers);
}

function appLink(kind: AccountLink['kind'], server: string, token: string): string {
  return `latchkey://${kind}?${new URLSearchParams({ server, token }).toString()}`;
}

function decodedPlace(place: string): string {
  return place.replaceAll('%3f', '?');
}

/** The parameters by name, without remains of entities; null if one has two different values. */
function namedOnce(url: URL): Map<string, string> | null {
  const named = new Map<string, string>();
  for (const [name, value] of url.searchParams) {
    const plain = name.toLowerCase().replace(/^(?:amp;|#38;|;)+/, '');
    if (plain !== 'token' && plain !== 'server') continue;
    if (named.has(plain) && named.get(plain) !== value) return null;
    named.set(plain, value);
  }
  return named;
}
