import { messageOf } from '../../core/message-of.ts';
import type { Picture } from '../../core/qr/picture.ts';
import { inReadingOrder, type FoundCode } from '../../core/qr/found.ts';
import type { Passes } from '../../core/qr/read.ts';
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

type Progress = Extract<CodesEvent, { type: 'progress' }>;

/** What reading needs, and how far it goes. */
export interface Reading {
  decoder: Decoder;
  log: Log;
  /** Default `all`. */
  passes?: Passes | undefined;
}

/**
 * Reads the QR codes in pictures, all at once. A text in two places or on two displays is reported once. Ends early
 * when the signal is aborted. Joins parts of a text with those that `parts` has.
 *
 * Throws the failure PICTURE_INVALID if the decoder cannot read a picture.
 */
export async function* readCodes(
  pictures: readonly Picture[],
  { parts, ...reading }: Reading & { parts: Parts },
  signal?: AbortSignal,
): AsyncGenerator<CodesEvent> {
  const seen = new Set<string>();
  const seenParts = new Map<string, Part>();
  for await (const event of findCodes(pictures, reading, signal)) {
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
 * Finds the QR codes in pictures, all at once: `codes` are newly found ones of one picture (its place in `pictures`
 * is `at`), in reading order. Ends early when the signal is aborted, and ends the readings when its caller leaves.
 *
 * Throws the failure PICTURE_INVALID if the decoder cannot read a picture.
 */
export async function* findCodes(
  pictures: readonly Picture[],
  { decoder, log, passes }: Reading,
  signal?: AbortSignal,
): AsyncGenerator<Progress | { type: 'found'; codes: FoundCode[]; at: number }> {
  const left = new AbortController();
  const ends = AbortSignal.any([left.signal, ...(signal === undefined ? [] : [signal])]);
  const progress = pictures.map((): Progress => ({ type: 'progress', done: 0, remainingMs: null }));
  try {
    const readings = pictures.map((picture) => decoder.read(picture, ends, passes));
    for await (const { at, value: event } of inTurn(readings)) {
      if (ends.aborted) return;
      if (event.type === 'found') {
        yield { type: 'found', codes: event.codes.toSorted(inReadingOrder), at };
        continue;
      }
      progress[at] = event;
      const done = progress.reduce((sum, each) => sum + each.done, 0) / pictures.length;
      const waits = progress.flatMap(({ remainingMs }) => (remainingMs === null ? [] : [remainingMs]));
      yield { type: 'progress', done, remainingMs: waits.length === 0 ? null : Math.max(...waits) };
    }
  } catch (error) {
    if (error instanceof Failure) throw error;
    // The person sees a decoder failure as an unreadable picture; the log has the cause.
    log.error('picture-not-read', { error: messageOf(error) });
    throw new Failure('PICTURE_INVALID');
  } finally {
    left.abort();
  }
}

/** What several generators yield, as it comes, each with the place of the one that it is from. */
async function* inTurn<T>(
  sources: readonly AsyncGenerator<T, unknown>[],
): AsyncGenerator<{ at: number; value: T }> {
  const step = async (at: number, source: AsyncGenerator<T, unknown>) => ({
    at,
    source,
    result: await source.next(),
  });
  const next = new Map(sources.map((source, at) => [at, step(at, source)]));
  // One that fails while another's step is awaited is heard in its turn.
  for (const each of next.values()) each.catch(() => undefined);
  try {
    while (next.size > 0) {
      const { at, source, result } = await Promise.race(next.values());
      if (result.done === true) {
        next.delete(at);
        continue;
      }
      yield { at, value: result.value };
      const following = step(at, source);
      following.catch(() => undefined);
      next.set(at, following);
    }
  } finally {
    // Not awaited: one that is in the middle of a step ends only when its signal does.
    for (const source of sources) source.return(undefined).catch(() => undefined);
  }
}

function placeOf({ parity, count, index }: Part): string {
  return `${index} of ${count}, ${parity}`;
}
