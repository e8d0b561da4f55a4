import { readAddress } from '../../../contract/account-service/address.ts';
import { typosBetween } from '../../../contract/typos.ts';

/** Popular mail services; a near miss of one is probably a typo. */
const common = [
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'hotmail.com',
  'hotmail.nl',
  'live.com',
  'live.nl',
  'icloud.com',
  'yahoo.com',
  'proton.me',
  'protonmail.com',
  'ziggo.nl',
  'kpnmail.nl',
  'planet.nl',
  'xs4all.nl',
  'gmx.net',
  'gmx.de',
  'web.de',
  'fastmail.com',
];

/**
 * The address probably meant: `ada@gmial.com` → `ada@gmail.com`, `ada@gmail` → `ada@gmail.com`. Null if nothing
 * looks like a typo. Only ever a suggestion.
 */
export function suggestAddress(address: string): string | null {
  const [, name, site] = /^\s*([^\s@]+)@([^\s@]+)\s*$/.exec(readAddress(address) ?? address) ?? [];
  if (name === undefined || site === undefined || site.length < 4) return null;
  const typed = site.toLowerCase().replace(/,/g, '.').replace(/\.+/g, '.');
  if (common.includes(typed)) return typed === site.toLowerCase() ? null : `${name}@${typed}`;
  const near = common.find(
    (one) => one.startsWith(`${typed.replace(/\.$/, '')}.`) || typosBetween(typed, one) === 1,
  );
  return near === undefined ? null : `${name}@${near}`;
}
