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
  let clear = 0;
  for (let p = 3; p < picture.data.length; p += 4) if ((picture.data[p] ?? 0) < 128) clear += 1;
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
  let alphaAnd = 255;
  let alphaOr = 0;
  for (let i = 0, p = 0; i < size; i += 1, p += 4) {
    out[i] = ((data[p] ?? 0) * 306 + (data[p + 1] ?? 0) * 601 + (data[p + 2] ?? 0) * 117 + 512) >> 10;
    const alpha = data[p + 3] ?? 0;
    alphaAnd &= alpha;
    alphaOr |= alpha;
  }
  if (alphaAnd !== 255 && alphaOr !== 0) {
    for (let i = 0, p = 3; i < size; i += 1, p += 4) {
      const alpha = data[p] ?? 0;
      if (alpha !== 255) out[i] = ((out[i] ?? 0) * alpha + 255 * (255 - alpha) + 127) / 255;
    }
  }
  return { width, height, data: out };
}
