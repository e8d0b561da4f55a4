import type { Command, Option } from 'commander';
import { exitCodes } from './exits.ts';
import { words } from './words/words.ts';

/** The manual page of the command, in the language of `man` (man(7)), out of the same table as the help. */
export function manualOf(program: Command, version: string): string {
  const help = program.createHelp();
  return [
    `.TH LATCHKEY 1 "" "Latchkey ${version}"`,
    `.SH ${words.manual.nameTitle}`,
    `latchkey \\- ${plain(words.manual.name)}`,
    `.SH ${words.manual.synopsis}`,
    `.B latchkey\n.I ${words.manual.command}\n[${words.manual.options}]`,
    `.SH ${words.manual.description}`,
    plain(words.about),
    '.PP',
    plain(words.more),
    ...optionLines(help.visibleOptions(program)),
    `.SH ${words.manual.commands}`,
    ...commandLines(program, ''),
    `.SH ${words.manual.exits}`,
    ...exitCodes().flatMap(([exit, code]) => [`.TP\n.B ${code}`, plain(words.exitMeanings[exit])]),
    '',
  ].join('\n');
}

/** Each command that does something, those of a group by both names. */
function commandLines(group: Command, before: string): string[] {
  const help = group.createHelp();
  return help.visibleCommands(group).flatMap((command) => {
    const name = `${before}${command.name()}`;
    if (command.commands.length > 0) return commandLines(command, `${name} `);
    return [
      `.SS ${plain(`${name} ${command.usage()}`)}`,
      sentence(command.description()),
      ...optionLines(help.visibleOptions(command)),
    ];
  });
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
