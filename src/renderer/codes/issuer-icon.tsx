import { memo, useEffect } from 'react';
import { fold } from '../../contract/search.ts';
import { createStore, useStore } from '../connection/store.ts';

type Marks = Record<string, readonly [path: string, hex: string]>;

const marks = createStore<Marks | null>(null);
let asked = false;

/** Brands whose product names start with the brand: "Google Workspace", "GitHub Enterprise". */
const umbrellas = new Set(
  'google github gitlab atlassian proton apple cloudflare digitalocean discord paypal ubisoft hetzner'.split(
    ' ',
  ),
);

/** The issuer's mark if known, otherwise its first letter on a colour of its own. Decoration only. */
export const IssuerIcon = memo(
  ({ issuer, account, size = 40 }: { issuer: string; account: string; size?: number }) => {
    const known = useStore(marks);
    useEffect(loadMarks, []);
    const mark = known === null ? undefined : findMark(known, issuer);
    const name = issuer === '' ? account : issuer;
    const box = { width: size, height: size, borderRadius: size * 0.26 };
    if (mark !== undefined) {
      const [path, hex] = mark;
      return (
        <span
          aria-hidden
          className="flex shrink-0 items-center justify-center forced-color-adjust-none shadow-[inset_0_0_0_1px_rgb(128_128_128/0.35)]"
          style={{ ...box, background: `#${hex}` }}
        >
          <svg
            viewBox="0 0 24 24"
            width={size * 0.55}
            height={size * 0.55}
            fill={isLight(hex) ? '#111' : '#fff'}
          >
            <path d={path} />
          </svg>
        </span>
      );
    }
    return (
      <span
        aria-hidden
        className="lettered flex forced-color-adjust-none shrink-0 items-center justify-center font-semibold"
        style={{ ...box, fontSize: size * 0.44, '--hue': hue(name) }}
      >
        {firstLetter(name)}
      </span>
    );
  },
);

function loadMarks(): void {
  if (asked) return;
  asked = true;
  // If the marks fail to load, the letters remain.
  import('virtual:issuer-icons').then(({ marks: loaded }) => marks.set(loaded)).catch(() => undefined);
}

function findMark(known: Marks, issuer: string): Marks[string] | undefined {
  const plain = fold(issuer).trim();
  const first = /^[\p{L}\p{N}.+]+/u.exec(plain)?.[0] ?? '';
  const tries = [
    plain.replaceAll('.', 'dot').replaceAll('+', 'plus'),
    plain,
    plain
      .replace(/^(www|accounts?|login|id|app)\./, '')
      .replace(/\.(com|org|net|io|app|dev|me|nl|de|co|eu)$/, ''),
    ...(umbrellas.has(first) ? [first] : []),
  ];
  for (const text of tries) {
    const slug = text.replaceAll(/[^a-z0-9]/g, '');
    if (Object.hasOwn(known, slug)) return known[slug];
  }
  return undefined;
}

function firstLetter(name: string): string {
  return (/[\p{L}\p{N}]\p{M}*/u.exec(name)?.[0] ?? '?').toUpperCase();
}

function hue(name: string): number {
  let hash = 0;
  for (const character of name) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 360;
  return hash;
}

function isLight(hex: string): boolean {
  const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return (red ?? 0) * 0.299 + (green ?? 0) * 0.587 + (blue ?? 0) * 0.114 > 165;
}
