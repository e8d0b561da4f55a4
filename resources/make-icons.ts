/**
 * Draws `icon.svg` into the PNG files that the packages, the window and the tray use: `node
 * resources/make-icons.ts`. Run it after a change to the drawing; the results are in the repository, so that no
 * build needs it, and a test compares them.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp from 'sharp';

/** The sizes of the freedesktop icon theme. */
const sizes = [16, 24, 32, 48, 64, 128, 256, 512];
/** The key of the drawing alone, in a square around it. */
const keyBox = { from: 71, size: 370 };
/** The tray's icons by name: macOS colours a `Template` itself; elsewhere the key is light or dark. */
const trayColours = { iconTemplate: '#000', 'on-dark': '#fff', 'on-light': '#1b1e24' };
/** How far a channel may differ, of 255: processors round differently. */
const rounding = 2;

if (import.meta.main) {
  for (const [path, png] of await drawIcons()) {
    await mkdir(dirname(join(import.meta.dirname, path)), { recursive: true });
    await writeFile(join(import.meta.dirname, path), png);
  }
}

/** Every icon as a PNG, by its path in `resources/`. */
export async function drawIcons(): Promise<Map<string, Buffer>> {
  const drawing = await readFile(join(import.meta.dirname, 'icon.svg'), 'utf8');
  const icons = new Map<string, Buffer>();
  for (const size of sizes) icons.set(`icons/${size}x${size}.png`, await draw(drawing, size));
  // Windows takes the drawing as it is; macOS wants its own margin around it (824 of 1024 pixels).
  icons.set('icon-windows.png', await draw(drawing, 256));
  const margin = { top: 100, bottom: 100, left: 100, right: 100, background: { r: 0, g: 0, b: 0, alpha: 0 } };
  const dock = sharp(await draw(drawing, 824)).extend(margin);
  icons.set('icon-macos.png', await dock.png({ compressionLevel: 9 }).toBuffer());
  const [key = ''] = /<g [^]*<\/g>/u.exec(drawing) ?? [];
  for (const [name, colour] of Object.entries(trayColours)) {
    const box = `${keyBox.from} ${keyBox.from} ${keyBox.size} ${keyBox.size}`;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}">${key.replace('#fff', colour)}</svg>`;
    icons.set(`tray/${name}.png`, await draw(svg, 16, keyBox.size));
    icons.set(`tray/${name}@2x.png`, await draw(svg, 32, keyBox.size));
  }
  return icons;
}

/** The icons in `resources/` that are missing or no longer what the drawing gives. */
export async function staleIcons(): Promise<string[]> {
  const stale: string[] = [];
  for (const [path, png] of await drawIcons()) {
    const kept = await readFile(join(import.meta.dirname, path)).catch(() => null);
    if (kept === null || !(await isSamePicture(kept, png))) stale.push(path);
  }
  return stale;
}

/** @param units the width of the drawing in its own units; without a width, sharp takes one for 1/72 inch */
function draw(svg: string, size: number, units = 512): Promise<Buffer> {
  return sharp(Buffer.from(svg), { density: (72 * size) / units })
    .resize(size, size)
    .png({ compressionLevel: 9 })
    .toBuffer();
}

async function isSamePicture(one: Buffer, other: Buffer): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((png) => sharp(png).ensureAlpha().raw().toBuffer()));
  if (a === undefined || a.length !== b?.length) return false;
  return a.every((value, index) => Math.abs(value - (b[index] ?? 0)) <= rounding);
}
