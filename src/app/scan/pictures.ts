import { pictureLimits } from '../../contract/limits.ts';
import type { Pixels } from '../../contract/scan.ts';
import type { Picture } from '../../core/qr/picture.ts';
import { Failure } from '../failure.ts';
import type { Screens } from '../ports.ts';

/** Takes a picture of each display. Throws the failure SCREEN_UNAVAILABLE with its cause. */
export async function takeScreens(screens: Screens): Promise<Picture[]> {
  const capture = await screens.take();
  if (capture.outcome === 'failed') throw new Failure('SCREEN_UNAVAILABLE', { cause: capture.cause });
  return capture.pictures;
}

/** Makes a picture from the window's pixels. Throws the failures PICTURE_INVALID and PICTURE_TOO_LARGE. */
export async function pictureOf({ width, height, pixels }: Pixels): Promise<Picture> {
  if (width * height > pictureLimits.pixels) {
    throw new Failure('PICTURE_TOO_LARGE', { megapixels: pictureLimits.pixels / 1_000_000 });
  }
  if (pixels.size !== width * height * 4) throw new Failure('PICTURE_INVALID');
  return { width, height, channels: 4, data: new Uint8Array(await pixels.arrayBuffer()) };
}
