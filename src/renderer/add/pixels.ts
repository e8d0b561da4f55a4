import { pictureLimits } from '../../contract/limits.ts';
import { Problem } from '../words/problem.ts';

/** The image file types that a person can choose. */
export const imageTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/bmp', 'image/avif'];

/** The input of `scan.picture`: RGBA, 4 bytes per pixel, rows from the top. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly pixels: Blob;
}

/**
 * Decodes an image file (an animation's first frame) to all of its pixels, with transparency: the reader lays
 * it on white and black. Throws a Problem: PICTURE_INVALID (also for SVG, a document) or PICTURE_TOO_LARGE.
 */
export async function readImage(file: Blob): Promise<Pixels> {
  if (file.type.startsWith('image/svg')) throw new Problem('PICTURE_INVALID');
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file, { colorSpaceConversion: 'none' });
  } catch {
    throw new Problem('PICTURE_INVALID');
  }
  return readBitmap(bitmap);
}

/** All pixels of a bitmap or video frame, which it closes. Throws PICTURE_TOO_LARGE above the limits. */
export function readBitmap(picture: ImageBitmap | VideoFrame): Pixels {
  try {
    const [width, height] =
      picture instanceof ImageBitmap
        ? [picture.width, picture.height]
        : [picture.displayWidth, picture.displayHeight];
    if (width * height > pictureLimits.pixels || Math.max(width, height) > pictureLimits.side) {
      throw new Problem('PICTURE_TOO_LARGE', { megapixels: (width * height) / 1_000_000 });
    }
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (context === null) throw new Problem('PICTURE_INVALID');
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    return { width, height, pixels: new Blob([data]) };
  } finally {
    picture.close();
  }
}
