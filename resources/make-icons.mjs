/**
 * Draws `icon.svg` into the PNG files that the packages and the window use: `node resources/make-icons.mjs`.
 * Run it after a change to the drawing; the results are in the repository, so that no build needs it.
 */
import { readFile, writeFile } from 'node:fs/promises';
import sharp from 'sharp';

const drawing = await readFile(new URL('icon.svg', import.meta.url));
const draw = (size) =>
  sharp(drawing, { density: (72 * size) / 512 })
    .resize(size, size)
    .png({ compressionLevel: 9 });

// The sizes of the freedesktop icon theme.
for (const size of [16, 24, 32, 48, 64, 128, 256, 512]) {
  await writeFile(new URL(`icons/${size}x${size}.png`, import.meta.url), await draw(size).toBuffer());
}

// Windows takes the drawing as it is; macOS wants its own margin around it (824 of 1024 pixels).
await writeFile(new URL('icon-windows.png', import.meta.url), await draw(256).toBuffer());
const margin = { top: 100, bottom: 100, left: 100, right: 100, background: { r: 0, g: 0, b: 0, alpha: 0 } };
const dock = await draw(824).toBuffer();
await writeFile(
  new URL('icon-macos.png', import.meta.url),
  await sharp(dock).extend(margin).png({ compressionLevel: 9 }).toBuffer(),
);
