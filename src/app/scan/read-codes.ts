import { messageOf } from '../../core/message-of.ts';
import type { Picture } from '../../core/qr/picture.ts';
import { inReadingOrder, type FoundCode } from '../../core/qr/found.ts';
import type { Part } from '../../core/qr/sequence.ts';
import { Failure } from '../failure.ts';
import type { Decoder, Log } from '../ports.ts';
import type { OpenSequence, Parts } from './parts.ts';

export type CodesEvent =
  /** `done` ranges from 0 to 1, over all pictures. */
  | { type: 'progress'; done: number; remainingMs: number | null }
  /** Texts of newly found QR codes, in reading order. */
  | { type: 'texts'; texts: string[] }
  /** A text split over several QR codes whose last part was found; unproven if its parity does not match. */
  | { type: 'joined'; text: string; isProven: boolean }
  /** Sent before the end: what is still missing of texts found only in part. */
  | { type: 'parts'; open: OpenSequence[] };

/**
 * Reads the QR codes in pictures, one picture after another. A text in two places or on two displays is
 * reported once. Ends early when the signal is aborted. Joins parts of a text with those that `parts` has.
 *
 * Throws the failure PICTURE_INVALID if the decoder cannot read a picture.
 */
export async function* readCodes(
  pictures: readonly Picture[],
  { parts, ...tools }: { decoder: Decoder; log: Log; parts: Parts },
  signal?: AbortSignal,
): AsyncGenerator<CodesEvent> {
  const seen = new Set<string>();
  const seenParts = new Map<string, Part>();
  for await (const event of findCodes(pictures, tools, signal)) {
    if (event.type === 'progress') {
      yield event;
      continue;
    }
    for (const { part } of event.codes) {
      if (part === undefined || seenParts.has(placeOf(part))) continue;
      seenParts.set(placeOf(part), part);
      const whole = parts.add(part);
      if (whole !== null) yield { type: 'joined', ...whole };
    }
    const texts = new Set(event.codes.filter(({ part }) => part === undefined).map(({ text }) => text));
    const added = [...texts].filter((text) => !seen.has(text));
    for (const text of added) seen.add(text);
    if (added.length > 0) yield { type: 'texts', texts: added };
  }
  if (signal?.aborted) return;
  const open = new Map([...seenParts.values()].map((part) => [`${part.parity} of ${part.count}`, part]));
  const missing = [...open.values()].map((part) => parts.openOf(part)).filter((each) => each !== null);
  if (missing.length > 0) yield { type: 'parts', open: missing };
}

/**
 * Finds the QR codes in pictures, one picture after another: `codes` are newly found ones of one picture, in reading
 * order. Ends early when the signal is aborted.
 *
 * Throws the failure PICTURE_INVALID if the decoder cannot read a picture.
 */
export async function* findCodes(
  pictures: readonly Picture[],
  { decoder, log }: { decoder: Decoder; log: Log },
  signal?: AbortSignal,
): AsyncGenerator<Extract<CodesEvent, { type: 'progress' }> | { type: 'found'; codes: FoundCode[] }> {
  for (const [index, picture] of pictures.entries()) {
    try {
      for await (const event of decoder.read(picture, signal)) {
        if (signal?.aborted) return;
        if (event.type === 'found') {
          yield { type: 'found', codes: event.codes.toSorted(inReadingOrder) };
          continue;
        }
        const done = (index + event.done) / pictures.length;
        yield { type: 'progress', done, remainingMs: event.remainingMs };
      }
    } catch (error) {
      if (error instanceof Failure) throw error;
      // The person sees a decoder failure as an unreadable picture; the log has the cause.
      log.error('picture-not-read', { error: messageOf(error) });
      throw new Failure('PICTURE_INVALID');
    }
    if (signal?.aborted) return;
  }
}

function placeOf({ parity, count, index }: Part): string {
  return `${index} of ${count}, ${parity}`;
}
