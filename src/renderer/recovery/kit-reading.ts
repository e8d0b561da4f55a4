import type { KitSource } from '../../contract/recovery.ts';
import { captureScreen } from '../add/capture.ts';
import { readImage } from '../add/pixels.ts';

/**
 * How a screen comes by the recovery code when it is asked to: typed, or where its QR code is to be seen. Throws a
 * Problem: SCREEN_UNAVAILABLE, PICTURE_INVALID or PICTURE_TOO_LARGE.
 */
export type KitReading = () => Promise<KitSource>;

/** What was typed or pasted. */
export function typedCode(text: string): KitReading {
  return async () => ({ from: 'text', text });
}

/** The displays, by the application where it takes their pictures itself, else as the person shares one. */
export function screenOf(screenCapture: 'application' | 'window'): KitReading {
  return async () =>
    screenCapture === 'application' ? { from: 'screen' } : { from: 'picture', ...(await captureScreen()) };
}

/** An image that was chosen or pasted. */
export function imageOf(file: Blob): KitReading {
  return async () => ({ from: 'picture', ...(await readImage(file)) });
}
