import * as simpleIcons from 'simple-icons';
import type { Plugin } from 'vite';
import { knownIssuers } from './issuer-list.ts';

const id = 'virtual:issuer-icons';

/**
 * Builds the module `virtual:issuer-icons`: the well-known issuers' marks out of the 3,400 in simple-icons, by
 * lower-case name without spaces and signs. A separate chunk, loaded when the first code is shown.
 */
export function issuerIcons(): Plugin {
  return {
    name: 'issuer-icons',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: (source) => (source === `\0${id}` ? `export const marks = ${JSON.stringify(marks())};` : undefined),
  };
}

/** `[path, hex colour, name]` by slug. */
function marks(): Record<string, readonly [path: string, hex: string, name: string]> {
  const bySlug = new Map(
    Object.values(simpleIcons).flatMap((icon) => ('slug' in icon ? [[icon.slug, icon]] : [])),
  );
  return Object.fromEntries(
    knownIssuers.flatMap((slug) => {
      const icon = bySlug.get(slug);
      return icon === undefined ? [] : [[slug, [icon.path, icon.hex, icon.title]]];
    }),
  );
}
