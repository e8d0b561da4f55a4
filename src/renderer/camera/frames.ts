import { readBitmap, type Pixels } from '../add/pixels.ts';

/** A camera's picture, and how thoroughly it is to be read. */
export interface Frame extends Pixels {
  readonly passes: 'first' | 'all';
}

/** At most five frames a second: a person holds a code still for longer, and the rest of the computer has work too. */
const leastMs = 200;
/** Most frames get a quick look, for the next one may be sharper. One in so many gets every pass: all may be as bad. */
const framesPerLook = 5;

/**
 * Hands the video's frames over, one at a time: the next one when `take` is done with the last, and never more than
 * five a second. Ends with the signal. A frame is in memory only, and only until it is read.
 */
export async function watchFrames(
  video: HTMLVideoElement,
  take: (frame: Frame) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  for (let count = 1; !signal.aborted; count += 1) {
    const began = performance.now();
    await new Promise((resolve) => {
      video.requestVideoFrameCallback(resolve);
    });
    // The first frames of a camera may not be there yet, although they are announced.
    const picture = await createImageBitmap(video).catch(() => null);
    if (signal.aborted) picture?.close();
    else if (picture !== null)
      await take({ ...readBitmap(picture), passes: count % framesPerLook === 0 ? 'all' : 'first' });
    await new Promise((resolve) => {
      setTimeout(resolve, leastMs - (performance.now() - began));
    });
  }
}

/** Frames handed over by a live picture, for one reader; both end with the signal. */
export interface Frames {
  /** Resolves when the reader asks for the next one. */
  readonly give: (frame: Frame) => Promise<void>;
  readonly taken: () => AsyncIterable<Frame>;
}

export function createFrames(signal: AbortSignal): Frames {
  const isOver = Promise.withResolvers<null>();
  signal.addEventListener('abort', () => isOver.resolve(null), { once: true });
  let given = Promise.withResolvers<Frame>();
  let asked = Promise.withResolvers<void>();
  return {
    async give(frame) {
      asked = Promise.withResolvers();
      given.resolve(frame);
      await Promise.race([asked.promise, isOver.promise]);
    },
    async *taken() {
      while (!signal.aborted) {
        const frame = await Promise.race([given.promise, isOver.promise]);
        if (frame === null) return;
        given = Promise.withResolvers();
        yield frame;
        asked.resolve();
      }
    },
  };
}
