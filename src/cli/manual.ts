import type { Command, Option } from 'commander';
import { exits } from './exits.ts';
import { words } from './words.ts';

/** The manual page of the command, in the language of `man` (man(7)), out of the same table as the help. */
export function manualOf(program: Command, version: string): string {
  const help = program.createHelp();
  const commands = help.visibleCommands(program).filter(({ commands: inner }) => inner.length === 0);
  return [
    `.TH LATCHKEY 1 "" "Latchkey ${version}"`,
    '.SH NAME',
    `latchkey \\- ${plain(words.manual.name)}`,
    '.SH SYNOPSIS',
    `.B latchkey\n.I command\n[options]`,
    '.SH DESCRIPTION',
    plain(words.about),
    '.PP',
    plain(words.more),
    ...optionLines(help.visibleOptions(program)),
    '.SH COMMANDS',
    ...commands.flatMap((command) => [
      `.SS ${plain(`${command.name()} ${command.usage()}`)}`,
      sentence(command.description()),
      ...optionLines(help.visibleOptions(command)),
    ]),
    `.SH ${words.manual.exits}`,
    ...Object.values(exits).flatMap(({ code, meaning }) => [`.TP\n.B ${code}`, plain(meaning)]),
    '',
  ].join('\n');
}

function optionLines(options: readonly Option[]): string[] {
  return options.flatMap(({ flags, description }) => [`.TP\n.B "${plain(flags)}"`, sentence(description)]);
}

function sentence(text: string): string {
  return plain(`${text.charAt(0).toUpperCase()}${text.slice(1)}.`);
}

/** Text that holds no command of the language; its hyphens can be typed. */
function plain(text: string): string {
  return text
    .replaceAll('\\', String.raw`\e`)
    .replaceAll('-', String.raw`\-`)
    .replaceAll(/^([.'])/gmu, String.raw`\&$1`);
}
