import jsQR from 'jsqr';
import { readGrid } from './grid-read.ts';
import { mapQuads, project } from './homography.ts';
import { normalise } from './normalise.ts';
import type { QRCode } from 'jsqr';
import type { Grey, Picture } from './picture.ts';
import type { Homography } from './homography.ts';
import { contentOf } from './zxing.ts';
import type { Content, Zxing } from './zxing.ts';

const PITCH = 5;
const MARGIN = 4;

/**
 * Draws a grid's area straightened, at five pixels per module, and has zxing-wasm and jsQR read it: they have
 * their own ways to follow a bent grid.
 * @param map from modules to picture pixels
 */
export function readRectified(
  zxing: Zxing,
  picture: Picture,
  map: Homography,
  size: number,
): (Content & { by: string }) | null {
  const straight = straighten(picture, map, size);
  const even = normalise(straight, 6 * PITCH, 3);
  for (const grey of [even, straight]) {
    const [find] = zxing(grey, { tryDownscale: false });
    if (find !== undefined && find.unusedCorrection > 0) {
      return { ...contentOf(find), by: 'straightened' };
    }
  }
  const rgba = new Uint8ClampedArray(even.data.length * 4);
  for (let i = 0; i < even.data.length; i += 1) rgba.fill(even.data[i] ?? 0, 4 * i, 4 * i + 3);
  const code = jsQR.default(rgba, even.width, even.height, { inversionAttempts: 'attemptBoth' });
  return code !== null && isConfirmed(zxing, even, code) ? { text: code.data, by: 'jsQR' } : null;
}

/**
 * Whether the modules under jsQR's own grid make its text. jsQR does not say how much it corrected, so its
 * result counts only if our reading of the same grid, with our rules against misreading, agrees.
 */
function isConfirmed(zxing: Zxing, even: Grey, { data, version, location }: QRCode): boolean {
  const size = 17 + 4 * version;
  const map = mapQuads(
    [
      { x: 0, y: 0 },
      { x: size, y: 0 },
      { x: size, y: size },
      { x: 0, y: size },
    ],
    [location.topLeftCorner, location.topRightCorner, location.bottomRightCorner, location.bottomLeftCorner],
  );
  return (
    map !== null && data !== '' && readGrid(zxing, { ...even, channels: 1 }, map, size, 1)?.text === data
  );
}

function straighten(picture: Picture, map: Homography, size: number): Grey {
  const side = (size + 2 * MARGIN) * PITCH;
  const data = new Uint8Array(side * side);
  const { width, height, channels } = picture;
  const pixels = picture.data;
  const light = (at: number): number =>
    channels === 1
      ? (pixels[at] ?? 0)
      : 0.299 * (pixels[at] ?? 0) + 0.587 * (pixels[at + 1] ?? 0) + 0.114 * (pixels[at + 2] ?? 0);
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      const place = project(map, (column + 0.5) / PITCH - MARGIN, (row + 0.5) / PITCH - MARGIN);
      const px = Math.max(0, Math.min(width - 1.001, place.x - 0.5));
      const py = Math.max(0, Math.min(height - 1.001, place.y - 0.5));
      const x = Math.floor(px);
      const y = Math.floor(py);
      const at = (y * width + x) * channels;
      const right = width > 1 ? channels : 0;
      const below = height > 1 ? width * channels : 0;
      const top = light(at) * (1 - (px - x)) + light(at + right) * (px - x);
      const bottom = light(at + below) * (1 - (px - x)) + light(at + below + right) * (px - x);
      data[row * side + column] = top * (1 - (py - y)) + bottom * (py - y);
    }
  }
  return { width: side, height: side, data };
}
