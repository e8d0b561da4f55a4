import { access, chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addresses, secrets } from './rig/addresses.ts';
import { buildCommand, createPerson, startTerminal, type Person, type Terminal } from './rig/command.ts';

const prompt = 'ready> ';
/** How each shell is started without anybody's settings, and what it is told first. */
const shells = {
  bash: { start: 'bash --norc --noprofile -i', first: `PS1='${prompt}'; source <(latchkey completion bash)` },
  zsh: {
    start: 'zsh -f -i',
    first: `PS1='${prompt}'; autoload -U compinit; compinit -D; source <(latchkey completion zsh)`,
  },
  fish: {
    start: 'fish --no-config',
    first: `function fish_prompt; echo -n '${prompt}'; end; latchkey completion fish | source`,
  },
};

let ann: Person;
let place: string;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  const command = await buildCommand('completion');
  ann = await createPerson(command);
  const named = `$(touch run) \`touch run\` Else`;
  const evil = `otpauth://totp/${encodeURIComponent(named)}?secret=${secrets.typed}&issuer=${encodeURIComponent(named)}`;
  await ann.makeVault({ protection: 'keychain' }, ...addresses, evil);
  place = await mkdtemp(join(tmpdir(), 'latchkey-completion-'));
  // What is completed is the real command; what is then run only shows its words.
  const script = `#!/bin/sh
case $1 in complete | completion) exec '${process.execPath}' '${command}' "$@" ;; esac
printf '<%s>' "$@"
echo
`;
  await writeFile(join(place, 'latchkey'), script);
  await chmod(join(place, 'latchkey'), 0o755);
  await writeFile(join(place, 'picture.png'), '');
  env = { ...process.env, ...ann.env, PATH: `${place}${delimiter}${process.env['PATH'] ?? ''}` };
});
afterAll(async () => {
  await ann.leave();
  await rm(place, { recursive: true });
});

describe.each(['bash', 'zsh', 'fish'] as const)('in %s', (shell) => {
  let terminal: Terminal;
  beforeAll(async () => {
    terminal = startTerminal(shells[shell].start, env, place);
    terminal.type(`${shells[shell].first}\r`);
    await terminal.shows(`\n${prompt}`.trim());
  });
  afterAll(async () => {
    terminal.type('exit\r');
    await terminal.ended;
  });

  test.each([
    ['a command', 'doct', '<doctor>'],
    ['a command of a group', 'account sign-o', '<account><sign-out>'],
    ['an option', 'code --wa', '<code><--wait>'],
    ['one that every command has', 'list --passphrase-f', '<list><--passphrase-file>'],
    ['the value of an option', 'add --type ho', '<add><--type><hotp>'],
    ['a shell', 'completion fi', 'complete -c latchkey'],
    ['the name of an entry', 'code Enterp', '<code><Enterprise>'],
    [
      'a second word of it, behind an option',
      'code --json GitHub wor',
      '<code><--json><GitHub><work.example>',
    ],
    ['a file', 'add pict', '<add><picture.png>'],
    ['the file of an option', 'list --passphrase-file pict', '<list><--passphrase-file><picture.png>'],
  ])('%s is completed', async (_, typed, run) => {
    terminal.type(`latchkey ${typed}\t\r`);
    await expect(terminal.shows(run)).resolves.toBeDefined();
  });

  test('a name from outside is not run', async () => {
    terminal.type(`latchkey code tou\t\r`);
    await terminal.shows('<code><touch>');
    await expect(access(join(place, 'run'))).rejects.toThrow('ENOENT');
  });

  test('while the keychain is locked, no name is completed, and nothing is asked', async () => {
    await ann.keyring.lock();
    terminal.type('latchkey code Enterp\t\r');
    await expect(terminal.shows('<code><Enterp>')).resolves.toBeDefined();
    await ann.keyring.unlock();
  });
});
