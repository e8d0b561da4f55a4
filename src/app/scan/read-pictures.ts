import type { Preview } from '../../contract/previews.ts';
import type { ScanEvent } from '../../contract/scan.ts';
import type { ParsedOtpauth } from '../../core/otpauth/parsed.ts';
import { readOtpauthCode } from '../../core/otpauth/read-text.ts';
import type { Picture } from '../../core/qr/picture.ts';
import type { Clock } from '../ports.ts';
import type { Parts } from './parts.ts';
import { readCodes, type Reading } from './read-codes.ts';

/**
 * Reads pictures, all at once. Yields previews as soon as they are found, progress over all pictures, and
 * a final summary. Stops early, without the final event, when the signal is aborted.
 *
 * Throws the failure PICTURE_INVALID if the decoder cannot read a picture, and what `tools.preview` throws.
 */
export async function* readPictures(
  pictures: readonly Picture[],
  tools: Reading & {
    clock: Clock;
    parts: Parts;
    preview: (parsed: readonly ParsedOtpauth[]) => Preview[];
  },
  signal?: AbortSignal,
): AsyncGenerator<ScanEvent> {
  const startedAt = tools.clock.elapsed();
  let found = 0;
  let others = 0;

  for await (const event of readCodes(pictures, tools, signal)) {
    if (event.type === 'progress') {
      yield event;
      continue;
    }
    if (event.type === 'parts') {
      for (const { count, missing, start } of event.open) {
        if (start === null || /^\s*(?:otpauth|steam)/i.test(start))
          yield { type: 'part', count, missing: [...missing] };
        else others += 1;
      }
      continue;
    }
    const read: ParsedOtpauth[] = [];
    for (const text of event.type === 'texts' ? event.texts : [event.text]) {
      const results = readOtpauthCode(text, { isProven: event.type === 'texts' || event.isProven });
      if (results.length === 0) others += 1;
      for (const result of results) {
        if (result.ok) read.push(result.value);
        else yield { type: 'refused', refusal: { ...result.refusal } };
      }
    }
    found += read.length;
    const previews = tools.preview(read);
    if (previews.length > 0) yield { type: 'found', previews };
  }
  if (signal?.aborted) return;
  yield { type: 'done', found, others, elapsedMs: tools.clock.elapsed() - startedAt };
}
