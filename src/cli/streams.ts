import process from 'node:process';
import { styleText } from 'node:util';
import { hasCode } from '../adapters/vault-file/durable.ts';
import { escapeControls } from '../contract/plain-line.ts';
import { messageOf } from '../core/message-of.ts';
import { exits } from './exits.ts';
import { words } from './words/words.ts';

/**
 * Data goes to the standard output, and nothing else does; words go to the standard error. A reader that goes
 * away (`latchkey list | head -1`) ends the output quietly.
 */
export const streams = {
  /** Prints lines of data. What comes from outside is isolated or escaped already, here and in `say`. */
  print(...lines: string[]): void {
    if (lines.length > 0) write(process.stdout, lines);
  },
  /** Prints rows of data for a program: fields with a tab between them. */
  printFields(...rows: (readonly string[])[]): void {
    if (rows.length > 0)
      write(
        process.stdout,
        rows.map((fields) => fields.map(escapeControls).join('\t')),
      );
  },
  /** Prints a value as JSON that no terminal takes for a command. */
  printJson(value: unknown): void {
    write(process.stdout, [escapeControls(JSON.stringify(value, null, 2))]);
  },
  /** Prints lines in a style, where a terminal shows it. */
  printStyled(style: Parameters<typeof styleText>[0], lines: readonly string[]): void {
    const styled = lines.map((line) => styleText(style, line, { stream: process.stdout }));
    write(process.stdout, styled);
  },
  /** Tells a person something. */
  say(...lines: string[]): void {
    write(process.stderr, lines);
  },
  /** Tells a person what a script has no use for. */
  mention(line: string): void {
    if (process.stderr.isTTY) this.say(line);
  },
  get isForPerson(): boolean {
    return process.stdout.isTTY;
  },
};

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (hasCode(error, 'EPIPE')) return;
    // For example a full disk. Whatever else the command did, its output is not there.
    process.once('exit', () => void (process.exitCode = exits.failed.code));
    if (stream === process.stdout) streams.say(words.outputFailed(messageOf(error)));
  });
}

function write(stream: NodeJS.WriteStream, lines: readonly string[]): void {
  stream.write(`${lines.join('\n')}\n`);
}
