import { readAddress } from '../../../contract/account-service/address.ts';

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
    (one) => one.startsWith(`${typed.replace(/\.$/, '')}.`) || distance(typed, one) === 1,
  );
  return near === undefined ? null : `${name}@${near}`;
}

/** Typos between two words: each extra, missing, wrong or swapped letter counts 1. */
function distance(from: string, to: string): number {
  const rows: number[][] = [];
  const at = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 0; i <= from.length; i += 1) {
    const row: number[] = [];
    rows.push(row);
    for (let j = 0; j <= to.length; j += 1) {
      if (i === 0 || j === 0) {
        row.push(i + j);
        continue;
      }
      const isSame = from[i - 1] === to[j - 1];
      const isSwap = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      row.push(
        Math.min(
          at(i - 1, j) + 1,
          at(i, j - 1) + 1,
          at(i - 1, j - 1) + (isSame ? 0 : 1),
          isSwap ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
  }
  return at(from.length, to.length);
}
