import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { checkStates } from '../../../src/contract/doctor.ts';

it('every code that the doctor can find stands in its document, in order', async () => {
  const page = await readFile(new URL('../../../docs/doctor.md', import.meta.url), 'utf8');
  const found: Record<string, string[]> = {};
  let check = '';
  for (const [, named, state = ''] of page.matchAll(/^\| (?:`(\w+)`)? +\| `(\w+)` +\|/gmu)) {
    check = named ?? check;
    (found[check] ??= []).push(state);
  }
  const sorted = (states: Record<string, readonly string[]>) =>
    Object.entries(states).map(([name, codes]) => [name, codes.toSorted()]);
  expect(sorted(found)).toEqual(sorted(checkStates));
});
