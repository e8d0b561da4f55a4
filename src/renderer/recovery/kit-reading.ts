import type { KitSource } from '../../contract/recovery.ts';
import { captureScreen } from '../add/capture.ts';
import { readImage } from '../add/pixels.ts';

/**
 * How a screen gets the recovery code when asked to: typed, or from its QR code. Throws a Problem:
 * SCREEN_UNAVAILABLE, PICTURE_INVALID or PICTURE_TOO_LARGE.
 */
export type KitReading = () => Promise<KitSource>;

/** Typed or pasted text. */
export function typedCode(text: string): KitReading {
  return async () => ({ from: 'text', text });
}

/** The displays: captured by the application if it does that itself, otherwise one that the person shares. */
export function screenOf(screenCapture: 'application' | 'window'): KitReading {
  return async () =>
    screenCapture === 'application' ? { from: 'screen' } : { from: 'picture', ...(await captureScreen()) };
}

/** A chosen or pasted image. */
export function imageOf(file: Blob): KitReading {
  return async () => ({ from: 'picture', ...(await readImage(file)) });
}
