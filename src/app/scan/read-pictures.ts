import type { Preview, ScanEvent } from '../../contract/scan.ts';
import { parseOtpauth } from '../../core/otpauth/parse.ts';
import type { ParsedOtpauth } from '../../core/otpauth/parsed.ts';
import type { Picture } from '../../core/qr/picture.ts';
import type { FoundCode } from '../../core/qr/read.ts';
import { Failure } from '../failure.ts';
import type { Clock, Decoder, Log } from '../ports.ts';

/**
 * Reads pictures one after the other and tells what they hold: previews as soon as they are found, progress
 * over all of them, and last what there was. The same text in two places, or on two displays, counts once.
 * Stops early, without a last event, when the signal is aborted.
 *
 * Throws the failure PICTURE_INVALID where the decoder cannot make anything of a picture.
 */
export async function* readPictures(
  pictures: readonly Picture[],
  tools: { decoder: Decoder; clock: Clock; log: Log; preview: (parsed: ParsedOtpauth) => Preview },
  signal?: AbortSignal,
): AsyncGenerator<ScanEvent> {
  const startedAt = tools.clock.now();
  const seen = new Set<string>();
  let found = 0;
  let others = 0;

  for (const [index, picture] of pictures.entries()) {
    try {
      for await (const event of tools.decoder.read(picture, signal)) {
        if (signal?.aborted) return;
        if (event.type === 'progress') {
          yield {
            type: 'progress',
            done: (index + event.done) / pictures.length,
            remainingMs: event.remainingMs,
          };
          continue;
        }
        const previews: Preview[] = [];
        for (const { text } of event.codes.toSorted(asRead)) {
          if (seen.has(text)) continue;
          seen.add(text);
          const result = parseOtpauth(text);
          if (result.ok) previews.push(tools.preview(result.value));
          else if (result.refusal.code === 'NOT_OTPAUTH') others += 1;
          else yield { type: 'refused', refusal: { ...result.refusal } };
        }
        found += previews.length;
        if (previews.length > 0) yield { type: 'found', previews };
      }
    } catch (error) {
      if (error instanceof Failure) throw error;
      // A decoder that gives up is told to the person as a picture that can't be read; the log has the cause.
      tools.log.error('picture-not-read', { error: error instanceof Error ? error.message : String(error) });
      throw new Failure('PICTURE_INVALID');
    }
    if (signal?.aborted) return;
  }
  yield { type: 'done', found, others, elapsedMs: tools.clock.now() - startedAt };
}

/** As a person reads a page: rows from the top, each from the left. Codes of one row overlap in height. */
function asRead(one: FoundCode, other: FoundCode): number {
  const [first] = one.corners;
  const [second] = other.corners;
  const height = Math.abs(one.corners[2].y - first.y) || Math.abs(one.corners[2].x - first.x);
  const isSameRow = Math.abs(first.y - second.y) < height / 2;
  return isSameRow ? first.x - second.x : first.y - second.y;
}
