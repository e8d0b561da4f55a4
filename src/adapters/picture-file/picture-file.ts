import { Buffer } from 'node:buffer';
import type { PictureFiles, ShrunkPicture } from '../../app/ports.ts';
import { checkPicture, MAX_PIXELS, PictureError, type Picture } from '../../core/qr/picture.ts';

/** What `isPictureFile` and `decodePictureFile` do, as a port. */
export const pictureFiles: PictureFiles = {
  recognise: isPictureFile,
  decode: decodePictureFile,
  shrink: shrinkPicture,
};

/** Whether a file is a PNG, JPEG, WebP, GIF or BMP picture, by its first bytes (64 are enough). */
export function isPictureFile(bytes: Uint8Array): boolean {
  return isBmp(bytes) || signatures.some((signature) => signature.test(latin1(bytes.subarray(0, 16))));
}

/**
 * The pixels of a picture file; of an animation all frames, one below the other. The sizes in the file's header are
 * checked before anything is decoded.
 * @throws PictureError TOO_LARGE (over 64 mebipixels); LENGTH_MISMATCH for a damaged file
 */
export async function decodePictureFile(bytes: Uint8Array): Promise<Picture> {
  const picture = await (isBmp(bytes) ? bmpPixels(bytes) : otherPixels(bytes));
  checkPicture(picture);
  return picture;
}

/** As the port says. */
async function shrinkPicture(bytes: Uint8Array, side: number): Promise<ShrunkPicture> {
  const start = latin1(bytes.subarray(0, 16));
  if (!stillSignatures.some((signature) => signature.test(start)))
    return { outcome: 'refused', reason: 'kind' };
  const { default: sharp } = await import('sharp');
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > MAX_PIXELS) return { outcome: 'refused', reason: 'size' };
    const small = await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'truncated' })
      .autoOrient()
      .toColourspace('srgb')
      .resize(side, side, { fit: 'contain', background: { r: 0, g: 0, b: 0, alpha: 0 } })
      .webp({ quality: 90 })
      .toBuffer();
    return { outcome: 'done', bytes: new Uint8Array(small) };
  } catch {
    return { outcome: 'refused', reason: 'damaged' };
  }
}

const stillSignatures = [/^\u0089PNG\r\n/, /^\u00ff\u00d8\u00ff/, /^RIFF.{4}WEBP/s];
const signatures = [...stillSignatures, /^GIF8[79]a/];

function isBmp(bytes: Uint8Array): boolean {
  // Two letters alone begin many texts; behind them stand the file's sizes and those of a known header.
  if (bytes.length < 54 || latin1(bytes.subarray(0, 2)) !== 'BM') return false;
  return [40, 52, 56, 108, 124].includes(Buffer.from(bytes).readUInt32LE(14));
}

async function otherPixels(bytes: Uint8Array): Promise<Picture> {
  // Loaded only where there is a picture: it takes longer to start than all else.
  const { default: sharp } = await import('sharp');
  const open = (limitInputPixels: number | false) =>
    sharp(bytes, { limitInputPixels, animated: true, failOn: 'truncated' });
  const { width, height } = await open(false).metadata().catch(damaged);
  checkSize(width, height);
  const { data, info } = await open(MAX_PIXELS)
    .toColourspace('srgb')
    .ensureAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
    .catch(damaged);
  // The library's own memory can't move to another thread.
  return { width: info.width, height: info.height, channels: 4, data: new Uint8Array(data) };
}

async function bmpPixels(bytes: Uint8Array): Promise<Picture> {
  const file = Buffer.from(bytes);
  checkSize(file.readUInt32LE(18), Math.abs(file.readInt32LE(22)));
  const { decode } = await import('bmp-ts');
  try {
    const { width, height, data } = decode(file, { toRGBA: true });
    return { width, height, channels: 4, data };
  } catch {
    return damaged();
  }
}

function checkSize(width: number, height: number): void {
  if (width * height > MAX_PIXELS)
    throw new PictureError('TOO_LARGE', `${width} × ${height} pixels are too many`);
}

/** The libraries' own messages say nothing that helps a person. */
function damaged(): never {
  throw new PictureError('LENGTH_MISMATCH', 'the picture file is damaged');
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}
