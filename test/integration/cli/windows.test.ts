import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildCommand, createPerson, type Person } from './rig/command.ts';

let ann: Person;
beforeAll(async () => {
  ann = await createPerson(await buildCommand('windows'));
});
afterAll(() => ann.leave());

test.each([['toggle'], ['search', 'git', 'hub']])(
  'where no Latchkey is running, %s says so and ends with 7',
  async (...args) => {
    expect(await ann.run(args)).toEqual({
      code: 7,
      stdout: '',
      stderr: expect.stringMatching(/^latchkey: NOT_RUNNING: [^\n]*\n$/u),
    });
  },
);

test('a search reaches the window of the one that is, in any words', async () => {
  const window = await ann.openWindow();
  const searches = await window.client.quickFind.searches();
  expect(await ann.run(['search', 'git', 'a&b=c#', 'ü'])).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(await searches.next()).toMatchObject({ value: { text: 'git a&b=c# ü' } });
  expect(await ann.run(['toggle'])).toEqual({ code: 0, stdout: '', stderr: '' });
});

test('one without words makes no sense, and one of too many is refused', async () => {
  expect((await ann.run(['search'])).code).toBe(2);
  expect(await ann.run(['search', 'x'.repeat(5_000)])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('INPUT_INVALID'),
  });
});
