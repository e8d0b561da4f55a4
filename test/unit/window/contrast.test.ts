import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blend, clampRgb, converter, wcagContrast, type Color, type Rgb } from 'culori';
import { describe, expect, test } from 'vitest';

const renderer = join(import.meta.dirname, '../../../src/renderer');
const css = readFileSync(join(renderer, 'design/tokens.css'), 'utf8');

const toRgb = converter('rgb');

/** WCAG 2.2: 1.4.3 (text) and 1.4.11 (parts of controls, icons, the focus ring). */
const least = { text: 4.5, part: 3 };

/** What text and parts stand on, as such and with the pointer over it or pressed. */
const grounds = ['canvas', 'surface', 'raised', 'sunken', 'tint', 'note', 'alarm'];
const washes = ['hover', 'press'];
/** Each may stand on each ground. Accent is the focus ring as well. */
const texts = ['ink', 'soft', 'accent', 'urgent', 'danger'];
const parts = ['control'];
/** Fills with what stands on them. The toast is ink with canvas on it. */
const fills = [
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['on-danger', 'danger-fill'],
  ['on-danger', 'danger-strong'],
  ['canvas', 'ink'],
  ['canvas', 'accent'],
  ['black', 'white'],
] as const;
/** Dots and knobs without text on them. */
const dots = ['on-accent', 'urgent'];
/** Lines that only divide and decorate, and the scroll bar: nothing depends on seeing them. */
const quiet = ['line', 'note-line', 'alarm-line', 'track', 'scroll', 'veil'];

const [usual = '', more = ''] = css.split('@media (prefers-contrast: more)');
const looks = ['light', 'dark'].flatMap((theme, at) => [
  { name: theme, colours: coloursOf([usual], at) },
  { name: `${theme}, high contrast`, colours: coloursOf([usual, more], at) },
]);

describe.each(looks)('in $name', ({ colours }) => {
  const parse = (value: string): Rgb => {
    const parsed = toRgb(value);
    if (parsed === undefined) throw new Error(`this is no colour: ${value}`);
    return parsed;
  };
  const colour = (token: string): string => {
    const value = colours.get(token);
    if (value === undefined) throw new Error(`there is no token --color-${token}`);
    return value;
  };

  test('text and signs can be read on every ground, hovered and pressed as well', () => {
    expect(tooFaint(texts, least.text)).toEqual([]);
  });

  test('names and text can be read where a colour is laid thinly over a ground', () => {
    const thin = new Set(
      sources().flatMap(({ text }) => text.match(/(?<![\w-])bg-[a-z]+(?:-[a-z]+)*\/\d+/g) ?? []),
    );
    const faint = [...thin].flatMap((drawn) => {
      const [token = '', share] = drawn.slice('bg-'.length).split('/');
      // The toast is ink: what lies on it has canvas for its text.
      const [under, over] = token === 'canvas' ? [['ink'], ['canvas']] : [grounds, ['ink', 'soft']];
      const wash = { ...parse(colour(token)), alpha: Number(share) / 100 };
      return under.flatMap((ground) =>
        over
          .map((text) => ({ text, ratio: wcagContrast(colour(text), blend([colour(ground), wash])) }))
          .filter(({ ratio }) => ratio < least.text)
          .map(({ text, ratio }) => `${text} on ${drawn} on ${ground}: ${ratio.toFixed(2)}`),
      );
    });
    expect(thin.size).toBeGreaterThan(0);
    expect(faint).toEqual([]);
  });

  test('the edges of controls and the focus ring stand out from every ground', () => {
    expect(tooFaint([...parts, 'accent'], least.part)).toEqual([]);
  });

  test('what stands on a fill can be read', () => {
    const faint = fills.filter(([text, fill]) => wcagContrast(colour(text), colour(fill)) < least.text);
    expect(faint).toEqual([]);
  });

  test('the letter of a site can be read in every hue', () => {
    const rule = readFileSync(join(renderer, 'design/surfaces.css'), 'utf8');
    const [ground, letter] = [
      ...rule.matchAll(/light-dark\(oklch\((.+?) var\(--hue\)\), oklch\((.+?) var/g),
    ].map(([, light, dark]) => (colours.get('scheme') === 'light' ? light : dark));
    const faint = Array.from({ length: 360 }, (_, hue) => hue).filter(
      (hue) => wcagContrast(shown(letter, hue), shown(ground, hue)) < least.text,
    );
    expect(faint).toEqual([]);
  });

  function tooFaint(tokens: readonly string[], wanted: number): string[] {
    return grounds.flatMap((ground) =>
      [null, ...washes].flatMap((wash) => {
        const under = wash === null ? colour(ground) : blend([colour(ground), colour(wash)]);
        return tokens
          .map((token) => ({ token, ratio: wcagContrast(colour(token), under) }))
          .filter(({ ratio }) => ratio < wanted)
          .map(({ token, ratio }) => `${token} on ${ground} ${wash ?? ''}: ${ratio.toFixed(2)}`);
      }),
    );
  }
});

test('the window draws with no colour whose contrast is not computed here', () => {
  const known = {
    bg: [...grounds, ...washes, ...fills.map(([, fill]) => fill), ...quiet, ...parts, ...dots],
    text: [...texts, ...fills.map(([text]) => text)],
  };
  const unknown = sources().flatMap(({ path, text }) =>
    [...text.matchAll(/(?<![\w-])(bg|text)-([a-z]+(?:-[a-z]+)*)(?:\/(\d+))?(?![\w-])/g)]
      .filter(([, , name = '']) => colourNames.has(name))
      .filter(([, kind, name = '']) => !known[kind === 'bg' ? 'bg' : 'text'].includes(name))
      .map(([whole]) => `${path}: ${whole}`),
  );
  expect(unknown).toEqual([]);
});

test('no colour is written anywhere but in the tokens, except on paper and in the marks of others', () => {
  const own = /design\/(?:tokens|surfaces|paper)\.css|print\.css|codes-sheet\.css|issuer-icon|qr-picture/;
  const written = sources()
    .filter(({ path }) => !own.test(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/(?<![&\w])#(?:[\da-f]{6}|[\da-f]{3})(?![\w-])|\b(?:rgb|hsl|oklch)a?\(/gi)].map(
        ([whole]) => `${path}: ${whole}`,
      ),
    );
  expect(written).toEqual([]);
});

const colourNames = new Set(
  [...css.matchAll(/--color-([\w-]+):/g)].map(([, name = '']) => name).filter((name) => name !== ''),
);

/** Each colour token as a scheme sees it: 0 is light, 1 is dark. Later blocks win. */
function coloursOf(blocks: readonly string[], scheme: number): Map<string, string> {
  const found = new Map([['scheme', scheme === 0 ? 'light' : 'dark']]);
  for (const block of blocks) {
    for (const [, name = '', value = ''] of block.matchAll(/--color-([\w-]+): (.+);/g)) {
      const both = /^light-dark\((.+), ((?:#|rgb).+)\)$/.exec(value);
      const own = both === null ? value : both[scheme + 1];
      if (own !== undefined && own !== 'initial') found.set(name, own);
    }
  }
  return found;
}

/** As a screen shows it, which has no colours beyond sRGB. */
function shown(lightnessAndChroma: string | undefined, hue: number): Color {
  const colour = clampRgb(`oklch(${lightnessAndChroma} ${hue})`);
  if (colour === undefined) throw new Error(`no colour: ${lightnessAndChroma}`);
  return colour;
}

function sources(): { path: string; text: string }[] {
  return globSync('**/*.{tsx,ts,css}', { cwd: renderer }).map((path) => ({
    path,
    text: readFileSync(join(renderer, path), 'utf8'),
  }));
}
