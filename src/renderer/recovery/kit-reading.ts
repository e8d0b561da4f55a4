import type { KitSource } from '../../contract/recovery.ts';
import { captureScreen } from '../add/capture.ts';
import { readImage } from '../add/pixels.ts';
import type { Frames } from '../camera/frames.ts';
import { contractCode } from '../words/error-words.ts';
import { Problem } from '../words/problem.ts';

/**
 * Where a screen gets a recovery code, or the words of a computer that joins sync, from when asked to: typed, or from a
 * QR code; a camera has many pictures.
 * Throws a Problem: SCREEN_UNAVAILABLE, PICTURE_INVALID or PICTURE_TOO_LARGE.
 */
export type KitSources = AsyncIterable<KitSource>;

/** Sources, and what ends their reading. */
export interface KitReading {
  readonly sources: KitSources;
  readonly signal: AbortSignal;
}

/**
 * Attempts something with one source after another, until one holds what is looked for. Throws what the attempt throws,
 * `missing` if no source held it, or the signal's reason.
 */
export async function tryKit<T>(
  { sources, signal }: KitReading,
  attempt: (code: KitSource, options: { signal: AbortSignal }) => Promise<T>,
  missing: 'KIT_NOT_SEEN' | 'JOIN_NOT_SEEN' = 'KIT_NOT_SEEN',
): Promise<T> {
  for await (const code of sources) {
    signal.throwIfAborted();
    try {
      return await attempt(code, { signal });
    } catch (error) {
      if (contractCode(error) !== missing) throw error;
    }
  }
  signal.throwIfAborted();
  throw new Problem(missing);
}

/** Typed or pasted text. */
export async function* typedCode(text: string): KitSources {
  yield { from: 'text', text };
}

/** The displays: captured by the application if it does that itself, otherwise one that the person shares. */
export async function* screenOf(screenCapture: 'application' | 'window'): KitSources {
  yield screenCapture === 'application'
    ? { from: 'screen' }
    : { from: 'picture', ...(await captureScreen()) };
}

/** A chosen or pasted image. */
export async function* imageOf(file: Blob): KitSources {
  yield { from: 'picture', ...(await readImage(file)) };
}

/** What a camera sees, frame by frame. */
export async function* cameraOf(frames: Frames): KitSources {
  for await (const frame of frames.taken()) yield { from: 'picture', ...frame };
}
