import { useQuery } from '@tanstack/react-query';
import { memo, useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { IconView } from '../../contract/icon.ts';
import { fold } from '../../contract/search/fold.ts';
import { useApplication } from '../connection/application.ts';
import { createStore, useStore } from '../connection/store.ts';

type Mark = readonly [path: string, hex: string, name: string];
type Marks = Record<string, Mark>;

const marks = createStore<Marks | null>(null);
let asked = false;

/** Brands whose product names start with the brand: "Google Workspace", "GitHub Enterprise". */
const umbrellas = new Set(
  'google github gitlab atlassian proton apple cloudflare digitalocean discord paypal ubisoft hetzner'.split(
    ' ',
  ),
);

interface IssuerIconProps {
  issuer: string;
  account: string;
  /** The entry's own choice. */
  icon?: IconView;
  size?: number;
}

/** The icon that the person chose; else the issuer's mark if known, or its first letter. Decoration only. */
export const IssuerIcon = memo(({ issuer, account, icon = null, size = 40 }: IssuerIconProps) => {
  const known = useStore(marks);
  useEffect(loadMarks, []);
  const named = known !== null && icon?.kind === 'named' ? findMark(known, icon.name) : undefined;
  const mark = named ?? (known === null || icon?.kind === 'letter' ? undefined : findMark(known, issuer));
  const letter = <Letter name={issuer === '' ? account : issuer} size={size} />;
  if (icon?.kind === 'picture') return <OwnIcon hash={icon.hash} size={size} instead={letter} />;
  if (mark === undefined) return letter;
  const [path, hex] = mark;
  return (
    <span
      aria-hidden
      className="flex shrink-0 items-center justify-center forced-color-adjust-none shadow-[inset_0_0_0_1px_rgb(128_128_128/0.35)]"
      style={{ ...boxOf(size), background: `#${hex}` }}
    >
      <svg viewBox="0 0 24 24" width={size * 0.55} height={size * 0.55} fill={isLight(hex) ? '#111' : '#fff'}>
        <path d={path} />
      </svg>
    </span>
  );
});

/** The marks that have a text in their names, those that begin with it first. */
export function useMarksFound(text: string): { slug: string; name: string }[] {
  const known = useStore(marks);
  useEffect(loadMarks, []);
  const wanted = signsOf(text);
  return Object.entries(known ?? {})
    .map(([slug, [, , name]]) => ({ slug, name, at: signsOf(name).indexOf(wanted) }))
    .filter(({ slug, at }) => at !== -1 || slug.includes(wanted))
    .toSorted((one, other) => Number(one.at !== 0) - Number(other.at !== 0));
}

/** The letters and digits of a name, to find it by. */
function signsOf(name: string): string {
  return fold(name).replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function Letter({ name, size }: { name: string; size: number }) {
  return (
    <span
      aria-hidden
      className="lettered flex forced-color-adjust-none shrink-0 items-center justify-center font-semibold"
      style={{ ...boxOf(size), fontSize: size * 0.44, '--hue': hue(name) }}
    >
      {firstLetter(name)}
    </span>
  );
}

/** The person's own picture, by its hash; a letter until it is there. */
function OwnIcon({ hash, size, instead }: { hash: string; size: number; instead: ReactNode }) {
  const { calls } = useApplication();
  const { data } = useQuery(calls.entries.picture.queryOptions({ input: { hash }, staleTime: Infinity }));
  return data === undefined ? instead : <PictureIcon picture={data.picture} size={size} />;
}

/** A picture file as an icon: drawn, because the page's policy allows no address of one. */
export function PictureIcon({ picture, size }: { picture: Blob; size: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let isGone = false;
    createImageBitmap(picture)
      .then((bitmap) => {
        const context = canvas.current?.getContext('2d');
        if (!isGone && context) {
          const scale = Math.min(pixels / bitmap.width, pixels / bitmap.height);
          const [width, height] = [bitmap.width * scale, bitmap.height * scale];
          context.clearRect(0, 0, pixels, pixels);
          context.drawImage(bitmap, (pixels - width) / 2, (pixels - height) / 2, width, height);
        }
        bitmap.close();
      })
      // What is no picture draws nothing; saving it says why.
      .catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [picture]);
  return (
    <canvas
      ref={canvas}
      aria-hidden
      width={pixels}
      height={pixels}
      className="shrink-0 forced-color-adjust-none bg-ink/4"
      style={boxOf(size)}
    />
  );
}

/** The sides of what is drawn: enough for the largest icon on a screen with two pixels to one. */
const pixels = 128;

function boxOf(size: number) {
  return { width: size, height: size, borderRadius: size * 0.26 };
}

function loadMarks(): void {
  if (asked) return;
  asked = true;
  // If the marks fail to load, the letters remain.
  import('virtual:issuer-icons').then(({ marks: loaded }) => marks.set(loaded)).catch(() => undefined);
}

function findMark(known: Marks, issuer: string): Mark | undefined {
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
