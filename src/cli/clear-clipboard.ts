/**
 * Clears the clipboard after a time if it still holds a text. `clipboard.ts` starts it. Argument: the time in ms;
 * the text comes over the standard input.
 */
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { findClipboardPrograms } from '../adapters/clipboard/clipboard-programs.ts';

process.title = 'latchkey';
void clearLater(Number(process.argv[2]));

async function clearLater(afterMs: number): Promise<void> {
  const copied = await text(process.stdin);
  await pause(afterMs);
  await findClipboardPrograms()?.clearIf(copied);
}
