/** Pixels of a display or image, row by row: RGBA (4 bytes per pixel, straight alpha) or luminance (1 byte). */
export interface Picture {
  width: number;
  height: number;
  channels: 1 | 4;
  data: Uint8Array | Uint8ClampedArray;
}

/** A place in a picture, in pixels from its top left corner; fractions are allowed. */
export interface Point {
  x: number;
  y: number;
}

/** One byte per pixel, row by row: the input of every pass. */
export interface Grey {
  width: number;
  height: number;
  data: Uint8Array;
}

/** The largest picture accepted: two 8K displays side by side have 66 million pixels. */
export const MAX_PIXELS = 64 * 1024 * 1024;

export type PictureErrorCode = 'EMPTY' | 'TOO_LARGE' | 'LENGTH_MISMATCH';

/** A picture whose sizes are impossible. `code`: no pixels, too many, or a count that does not match. */
export class PictureError extends Error {
  override readonly name = 'PictureError';
  readonly code: PictureErrorCode;

  constructor(code: PictureErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Rejects a picture that no pass may touch.
 * @throws PictureError EMPTY (a side is not a positive whole number), TOO_LARGE (over 64 mebipixels),
 * LENGTH_MISMATCH (channels other than 1 or 4, or not width × height × channels bytes).
 */
export function checkPicture(picture: Picture): void {
  const { width, height, channels, data } = picture;
  if (!Number.isSafeInteger(width) || !Number.isSafeInteger(height) || width < 1 || height < 1) {
    throw new PictureError('EMPTY', `expected a picture of at least 1 × 1 pixels, got ${width} × ${height}`);
  }
  if (width * height > MAX_PIXELS) {
    throw new PictureError('TOO_LARGE', `expected at most ${MAX_PIXELS} pixels, got ${width} × ${height}`);
  }
  if (channels !== 1 && channels !== 4) {
    throw new PictureError('LENGTH_MISMATCH', `expected 1 or 4 channels, got ${String(channels)}`);
  }
  if (data.length !== width * height * channels) {
    throw new PictureError(
      'LENGTH_MISMATCH',
      `expected ${width * height * channels} bytes for ${width} × ${height} × ${channels}, got ${data.length}`,
    );
  }
}

/** This many transparent pixels may belong to a code: the modules of the smallest one. */
const fewPixels = 21 * 21;

/**
 * The opaque versions of a checked picture to read: the picture itself, or, if much of it is transparent, one
 * on white and one on black, since white modules may lie on nothing as well as black ones.
 */
export function opaqueLayers(picture: Picture): Picture[] {
  if (picture.channels === 1) return [picture];
  const pixels = pixelsOf(picture);
  let clear = 0;
  for (let i = 0; i < pixels.length; i += 1) clear += (~(pixels[i] ?? 0) >>> 31) & 1;
  // A picture without any opaque pixel is a screen capture without alpha, and opaque.
  if (clear < fewPixels || clear * 4 === picture.data.length) return [picture];
  return [255, 0].map((shade) => layOn(picture, shade));
}

function layOn({ data, ...picture }: Picture, shade: number): Picture {
  const out = new Uint8Array(data.length);
  for (let p = 0; p < out.length; p += 4) {
    const alpha = data[p + 3] ?? 0;
    for (let i = p; i < p + 3; i += 1) out[i] = ((data[i] ?? 0) * alpha + shade * (255 - alpha) + 127) / 255;
    out[p + 3] = 255;
  }
  return { ...picture, data: out };
}

/**
 * The luminance of a checked picture (BT.601 weights), with transparent pixels over white. An entirely
 * transparent picture is a screen capture without alpha and counts as opaque.
 */
export function luminance(picture: Picture): Grey {
  const { width, height, channels, data } = picture;
  const size = width * height;
  if (channels === 1) {
    return { width, height, data: new Uint8Array(data.buffer, data.byteOffset, size) };
  }
  const out = new Uint8Array(size);
  const pixels = pixelsOf(picture);
  let allOf = -1;
  let anyOf = 0;
  for (let i = 0; i < size; i += 1) {
    const pixel = pixels[i] ?? 0;
    out[i] = ((pixel & 255) * 306 + ((pixel >>> 8) & 255) * 601 + ((pixel >>> 16) & 255) * 117 + 512) >> 10;
    allOf &= pixel;
    anyOf |= pixel;
  }
  if (allOf >>> 24 !== 255 && anyOf >>> 24 !== 0) {
    for (let i = 0; i < size; i += 1) {
      const alpha = (pixels[i] ?? 0) >>> 24;
      if (alpha !== 255) out[i] = ((out[i] ?? 0) * alpha + 255 * (255 - alpha) + 127) / 255;
    }
  }
  return { width, height, data: out };
}

/** As `luminance`, in memory of its own. */
export function ownLuminance(picture: Picture): Grey {
  const grey = luminance(picture);
  return picture.channels === 1 ? { ...grey, data: grey.data.slice() } : grey;
}

/** A picture's RGBA, a pixel a number: alpha, blue, green, red from the highest byte, as little-endian machines read it. */
export function pixelsOf({ width, height, data }: Picture): Int32Array {
  const own = data.byteOffset % 4 === 0 ? data : data.slice();
  return new Int32Array(own.buffer, own.byteOffset, width * height);
}

/**
 * Four bytes a pixel from blue-green-red-any, as screens have them, to red-green-blue-alpha, in memory of its own.
 * @param isOpaque the fourth byte means nothing: the pixels become opaque
 */
export function bgraToRgba(bgra: Uint8Array, isOpaque = false): Uint8Array {
  const rgba = new Uint8Array(bgra.byteLength);
  rgba.set(bgra);
  const opaque = isOpaque ? 0xff000000 : 0;
  // Handles whole pixels: a 4K display has 8 million of them. Both views are little-endian.
  const pixels = new Uint32Array(rgba.buffer);
  for (let index = 0; index < pixels.length; index += 1) {
    const pixel = pixels[index] ?? 0;
    pixels[index] = (pixel & 0xff00ff00) | ((pixel & 0xff) << 16) | ((pixel >>> 16) & 0xff) | opaque;
  }
  return rgba;
}
