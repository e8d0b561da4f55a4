import type { Open } from './live.ts';

/** From how many items on reading an event takes a good part of a frame. */
const longFrom = 1_000;
/** How long a window that draws no frames waits for one, in milliseconds: it may be hidden. */
const patience = 100;

/** A `watch` procedure of which what comes of a long event falls into another frame than its reading. */
export function inTwoFrames<T>(open: Open<T>, lengthOf: (event: T) => number): Open<T> {
  return async (options) => spread(await open(options), lengthOf);
}

async function* spread<T>(events: AsyncIterable<T>, lengthOf: (event: T) => number): AsyncGenerator<T> {
  for await (const event of events) {
    if (lengthOf(event) >= longFrom) await nextFrame();
    yield event;
  }
}

/** Resolves once the next frame is on its way to the screen. */
async function nextFrame(): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, patience);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(resolve);
    });
  });
}
