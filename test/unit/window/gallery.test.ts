import { globSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const renderer = join(import.meta.dirname, '../../../src/renderer');

/** These fill the whole window; the window's own tests look at the screens that they make. */
const wholeScreens = ['design/page.tsx', 'design/drop-and-paste.tsx'];

test('the gallery shows every component of the design', () => {
  const shown = new Set(globSync('gallery/*.tsx', { cwd: renderer }));
  // What stands inside a component that is shown is shown as well.
  for (const file of shown) {
    const text = readFileSync(join(renderer, file), 'utf8');
    for (const [, path = ''] of text.matchAll(/from '(\.{1,2}\/[^']+\.tsx)'/g)) {
      shown.add(normalize(join(file, '..', path)));
    }
  }
  const components = globSync('design/*.tsx', { cwd: renderer });
  expect(components.length).toBeGreaterThan(20);
  expect(components.filter((file) => !shown.has(file)).toSorted()).toEqual(wholeScreens.toSorted());
});
