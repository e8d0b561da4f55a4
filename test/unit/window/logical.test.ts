import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const renderer = new URL('../../../src/renderer', import.meta.url).pathname;

/** Tailwind's classes that name a side of the screen, where a side of the line is meant. */
const physicalClass =
  /(?<![\w-])-?(?:(?:(?:scroll-)?[mp][lr]|left|right)-(?:\d[\d./]*|auto|px|full|\[[^\]]*\])|(?:rounded|border)-(?:[lr]|[tb][lr])(?:-[\w[\].-]+)?|(?:text|float|clear|origin)-(?:left|right))!?(?![\w-])/gu;

/** A declaration of a style sheet that does so. */
const physicalRule =
  /(?<![\w-])(?:(?:scroll-)?(?:margin|padding)-(?:left|right)|border-(?:left|right)[\w-]*|left|right)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)/gu;

it('the window’s classes name the sides of a line, not of the screen: it may run from right to left', () => {
  const found = read(/\.tsx?$/).flatMap(({ file, text }) =>
    [...text.matchAll(/"[^"\n]*"|'[^'\n]*'|`[^`]*`/gu)].flatMap(([string]) =>
      [...string.matchAll(physicalClass)]
        // What has a side of its own for the other direction beside it.
        .filter(([name]) => !string.includes(`rtl:${mirrored(name)}`) && !string.includes(`rtl:${name}`))
        .map(([name]) => `${file}: ${name}`),
    ),
  );
  expect(found).toEqual([]);
});

it('the window’s style sheets do so, too', () => {
  const found = read(/\.css$/).flatMap(({ file, text }) =>
    [...text.matchAll(physicalRule)].map(([rule]) => `${file}: ${rule}`),
  );
  expect(found).toEqual([]);
});

function mirrored(name: string): string {
  return name.includes('left') ? name.replace('left', 'right') : name.replace('right', 'left');
}

/** The window's files but its words. */
function read(kind: RegExp): { file: string; text: string }[] {
  return readdirSync(renderer, { recursive: true, encoding: 'utf8' })
    .filter((file) => kind.test(file) && !/^words[\\/]/u.test(file))
    .map((file) => ({ file, text: readFileSync(join(renderer, file), 'utf8') }));
}
