import { z } from 'zod';
import { tokenSchema } from '../../contract/account-service/shapes.ts';
import { textLimits } from '../../contract/limits.ts';
import { shownLine, text as shortText } from '../../contract/text.ts';
import { readOrigin } from './server-address.ts';

/** What a link asks for. Reading it has no effect. */
export type Link =
  | AccountLink
  /** Shows the quick find, or hides it if it has the focus. */
  | { kind: 'find' }
  /** Brings the window forward with the list filtered. Copies and changes nothing. */
  | { kind: 'search'; q: string };

/** A mailed link. */
export interface AccountLink {
  kind: 'activate' | 'reset';
  /** The origin of the link's account server. */
  server: string;
  /** The mail's single-use token; must not reach the window or any log. */
  token: string;
}

/** Longest link that is read, in characters; the service's links have under 300. */
export const longestLink = textLimits.link;

const origin = z.string().transform((text, context) => {
  const read = readOrigin(text);
  if (read !== null) return read;
  context.addIssue({ code: 'custom', message: 'not an origin' });
  return z.NEVER;
});
const appSchema = z.strictObject({ server: origin, token: tokenSchema.min(1) });
const pageSchema = z.strictObject({ token: tokenSchema.min(1) });

const searchSchema = z.strictObject({ q: shortText(textLimits.search, shownLine) });

/** Every app link: its place, the exact parameters it must have, and its meaning. */
const routes: readonly { place: string; schema: z.ZodType<Link> }[] = [
  { place: 'latchkey://activate', schema: appSchema.transform((read) => ({ kind: 'activate', ...read })) },
  { place: 'latchkey://reset', schema: appSchema.transform((read) => ({ kind: 'reset', ...read })) },
  { place: 'latchkey://find', schema: z.strictObject({}).transform(() => ({ kind: 'find' })) },
  { place: 'latchkey://search', schema: searchSchema.transform((read) => ({ kind: 'search', ...read })) },
];
/** The web pages that mails link to, in case one is pasted; only those of a known server. */
const pages = [
  { path: '/activate', schema: pageSchema, kind: 'activate' },
  { path: '/reset', schema: pageSchema, kind: 'reset' },
] as const;

/**
 * Reads a link that the operating system opened or that was pasted.
 *
 * @param servers origins whose own pages (`https://…/activate?token=…`) also count as links
 * @returns null for anything but an exact Latchkey link, without a reason, because links must not be quoted
 */
export function readLink(text: string, servers: readonly string[]): Link | null {
  if (text.length > longestLink || /[^!-~]/.test(text)) return null;
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.password !== '' || text.includes('#')) return null;
  const query = readQuery(url);
  if (query === null) return null;
  // Some systems add a slash after the host.
  const at = ['', '/'].includes(url.pathname) ? `${url.protocol}//${url.host}` : null;
  const route = routes.find(({ place }) => place === at);
  if (route !== undefined) return route.schema.safeParse(query).data ?? null;
  for (const { path, schema, kind } of pages) {
    if (url.pathname !== path || !servers.includes(url.origin)) continue;
    const read = schema.safeParse(query).data;
    return read ? { kind, server: url.origin, ...read } : null;
  }
  return null;
}

/** The same, for a mailed link only. */
export function readAccountLink(text: string, servers: readonly string[]): AccountLink | null {
  const link = readLink(text, servers);
  return link?.kind === 'activate' || link?.kind === 'reset' ? link : null;
}

/** Null if a name occurs twice: two readers could pick different values. */
function readQuery(url: URL): Record<string, string> | null {
  const pairs = [...url.searchParams];
  return new Set(pairs.map(([name]) => name)).size === pairs.length ? Object.fromEntries(pairs) : null;
}
