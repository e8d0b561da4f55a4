/** The manual page, read by mandoc, which is strict where `man` is not. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { expect, it } from 'vitest';

const command = join(import.meta.dirname, '../../../src/cli/latchkey.ts');

it.each(['C.UTF-8', 'nl_NL.UTF-8'])('the manual page has no fault that mandoc knows (%s)', (locale) => {
  const env = { ...process.env, LC_ALL: locale, LATCHKEY_DATA_DIR: '/nothing/there' };
  const { stdout: page } = spawnSync(process.execPath, [command, 'manual'], { encoding: 'utf8', env });
  expect(page).toMatch(/^\.TH LATCHKEY 1 /u);
  expect(page.includes('.SH NAME\n')).toBe(locale.startsWith('C'));
  expect(lint(page)).toEqual([]);
  expect(lint(page.replace(/^\.SH .*$/mu, '$&\n.unknown'))).toHaveLength(1);
});

/**
 * Its complaints. A program wrote the page, so that long lines are no matter, and a date would make of each build of the
 * same sources another one.
 */
function lint(page: string): string[] {
  const { stdout, error } = spawnSync('mandoc', ['-T', 'lint', '-W', 'style'], {
    input: page,
    encoding: 'utf8',
  });
  if (error) throw error;
  const known = /^$|input text line longer than 80 bytes|missing date, using "": TH/u;
  return stdout.split('\n').filter((line) => !known.test(line));
}
