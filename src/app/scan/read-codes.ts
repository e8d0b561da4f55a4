import { messageOf } from '../../core/message-of.ts';
import type { Picture } from '../../core/qr/picture.ts';
import type { FoundCode } from '../../core/qr/read.ts';
import type { Part } from '../../core/qr/sequence.ts';
import { Failure } from '../failure.ts';
import type { Decoder, Log } from '../ports.ts';
import type { OpenSequence, Parts } from './parts.ts';

export type CodesEvent =
  /** `done` is 0 to 1, over all pictures. */
  | { type: 'progress'; done: number; remainingMs: number | null }
  /** Texts of QR codes that were not there before, as a person reads the picture. */
  | { type: 'texts'; texts: string[] }
  /** A text over several QR codes, of which the last part was found; unproven where its parity is another. */
  | { type: 'joined'; text: string; isProven: boolean }
  /** Before the end: what is still missing of texts that parts were found of. */
  | { type: 'parts'; open: OpenSequence[] };

/**
 * Reads the QR codes of pictures, one picture after the other. The same text in two places, or on two displays,
 * comes once. Ends early when the signal is aborted. Parts of one text are joined with those that `parts` has.
 *
 * Throws the failure PICTURE_INVALID where the decoder cannot make anything of a picture.
 */
export async function* readCodes(
  pictures: readonly Picture[],
  { decoder, log, parts }: { decoder: Decoder; log: Log; parts: Parts },
  signal?: AbortSignal,
): AsyncGenerator<CodesEvent> {
  const seen = new Set<string>();
  const seenParts = new Map<string, Part>();
  for (const [index, picture] of pictures.entries()) {
    try {
      for await (const event of decoder.read(picture, signal)) {
        if (signal?.aborted) return;
        if (event.type === 'progress') {
          const done = (index + event.done) / pictures.length;
          yield { type: 'progress', done, remainingMs: event.remainingMs };
          continue;
        }
        const codes = event.codes.toSorted(asRead);
        for (const { part } of codes) {
          if (part === undefined || seenParts.has(placeOf(part))) continue;
          seenParts.set(placeOf(part), part);
          const whole = parts.add(part);
          if (whole !== null) yield { type: 'joined', ...whole };
        }
        const texts = new Set(codes.filter(({ part }) => part === undefined).map(({ text }) => text));
        const added = [...texts].filter((text) => !seen.has(text));
        for (const text of added) seen.add(text);
        if (added.length > 0) yield { type: 'texts', texts: added };
      }
    } catch (error) {
      if (error instanceof Failure) throw error;
      // A decoder that gives up is told to the person as a picture that can't be read; the log has the cause.
      log.error('picture-not-read', { error: messageOf(error) });
      throw new Failure('PICTURE_INVALID');
    }
    if (signal?.aborted) return;
  }
  const open = new Map([...seenParts.values()].map((part) => [`${part.parity} of ${part.count}`, part]));
  const missing = [...open.values()].map((part) => parts.openOf(part)).filter((each) => each !== null);
  if (missing.length > 0) yield { type: 'parts', open: missing };
}

function placeOf({ parity, count, index }: Part): string {
  return `${index} of ${count}, ${parity}`;
}

/** As a person reads a page: rows from the top, each from the left. Codes of one row overlap in height. */
function asRead(one: FoundCode, other: FoundCode): number {
  const [first] = one.corners;
  const [second] = other.corners;
  const height = Math.abs(one.corners[2].y - first.y) || Math.abs(one.corners[2].x - first.x);
  const isSameRow = Math.abs(first.y - second.y) < height / 2;
  return isSameRow ? first.x - second.x : first.y - second.y;
}
