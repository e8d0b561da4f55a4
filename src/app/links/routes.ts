import { z } from 'zod';
import { tokenSchema } from '../../contract/account-service.ts';
import { textLimits } from '../../contract/limits.ts';
import { readOrigin } from './server-address.ts';

/** What a link asks for. Nothing has happened because of it. */
export interface Link {
  kind: 'activate' | 'reset';
  /** The origin of the account server it is for. */
  server: string;
  /** The single-use token of the mail: not for the window, and for no log. */
  token: string;
}

/** Longest link that is looked at, in characters; those of the service have under 300. */
export const longestLink = textLimits.link;

const origin = z.string().transform((text, context) => {
  const read = readOrigin(text);
  if (read !== null) return read;
  context.addIssue({ code: 'custom', message: 'not an origin' });
  return z.NEVER;
});
const appSchema = z.strictObject({ server: origin, token: tokenSchema.min(1) });
const pageSchema = z.strictObject({ token: tokenSchema.min(1) });

/** Every link there is: its place, what must stand in it (nothing else may), and what it means. */
const routes = [
  { place: 'latchkey://activate', schema: appSchema, kind: 'activate' },
  { place: 'latchkey://reset', schema: appSchema, kind: 'reset' },
] as const;
/** The pages of the mails, for whoever pastes one; only those of a server that is known. */
const pages = [
  { path: '/activate', schema: pageSchema, kind: 'activate' },
  { path: '/reset', schema: pageSchema, kind: 'reset' },
] as const;

/**
 * Reads a link that the operating system opened or that was pasted.
 *
 * @param servers origins whose own pages (`https://…/activate?token=…`) are links too
 * @returns null for whatever is not exactly one of Latchkey's; it is not said why, for a link is not to be quoted
 */
export function readLink(text: string, servers: readonly string[]): Link | null {
  if (text.length > longestLink || /[^!-~]/.test(text)) return null;
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.password !== '' || text.includes('#')) return null;
  const query = readQuery(url);
  if (query === null) return null;
  for (const { place, schema, kind } of routes) {
    // Some systems put a slash behind the host.
    if (`${url.protocol}//${url.host}` !== place || !['', '/'].includes(url.pathname)) continue;
    const read = schema.safeParse(query).data;
    return read ? { kind, ...read } : null;
  }
  for (const { path, schema, kind } of pages) {
    if (url.pathname !== path || !servers.includes(url.origin)) continue;
    const read = schema.safeParse(query).data;
    return read ? { kind, server: url.origin, ...read } : null;
  }
  return null;
}

/** Null where a name stands there twice: two readers could take two different ones. */
function readQuery(url: URL): Record<string, string> | null {
  const pairs = [...url.searchParams];
  return new Set(pairs.map(([name]) => name)).size === pairs.length ? Object.fromEntries(pairs) : null;
}
