/** The table of operator commands, and what is written about it by hand. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Command } from '../../../src/account-service/operator/command.ts';
import { readCommandLine, usage } from '../../../src/account-service/operator/command-line.ts';
import * as table from '../../../src/account-service/operator/commands.ts';

const commands = Object.values<Command>(table);
const optionsOf = ({ arguments: own, word }: Command) => Object.keys(own).filter((name) => name !== word);

/** The forms in the first column of the operators' table. */
const documented = readFileSync('docs/operating.md', 'utf8')
  .split('## Operators')[1]
  ?.split('\n## ')[0]
  ?.match(/(?<=^\| `)[^`]+(?=`)/gm);

test('every command is in docs/operating.md with all its options, and nothing else is', () => {
  const written = new Map<string, string[]>();
  for (const form of documented ?? []) {
    const name = /^[a-z ]*[a-z]/.exec(form)?.[0] ?? '';
    const options = [...form.matchAll(/--([a-z]+)/g)].map(([, option = '']) => option);
    written.set(name, [...new Set([...(written.get(name) ?? []), ...options])].toSorted());
  }
  expect(written.get('help')).toEqual([]);
  written.delete('help');
  const known = commands.map((command) => [command.name, optionsOf(command).toSorted()] as const);
  expect(written).toEqual(new Map(known));
});

test('the usage names every command and option', () => {
  for (const command of commands) {
    const line = usage.split('\n').find((one) => one.startsWith(`  ${command.name} `)) ?? '';
    expect(line, command.name).not.toBe('');
    for (const option of optionsOf(command)) expect(line).toContain(`--${option}`);
    expect(usage).toContain(command.says);
  }
});

test('an option takes a value in every command or in none', () => {
  const takesValue = new Map<string, boolean>();
  for (const command of commands) {
    for (const option of optionsOf(command)) {
      const has = command.arguments[option]?.description !== undefined;
      expect(takesValue.get(option) ?? has, `--${option} of "${command.name}"`).toBe(has);
      takesValue.set(option, has);
    }
  }
});

test('a word after a command is its word and no option', () => {
  const read = readCommandLine(['support', 'close', 'LK-1', '--reason', 'answered']);
  expect(read).toMatchObject({ given: { reference: 'LK-1', reason: 'answered' } });
  expect(() => readCommandLine(['support', 'show', '--reference', 'LK-1'])).toThrow(/--reference/);
  expect(() => readCommandLine(['support', 'list', '--operator', ' '])).toThrow(/1 to 100/);
});
