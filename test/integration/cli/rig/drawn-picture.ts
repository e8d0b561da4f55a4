import { stripVTControlCharacters } from 'node:util';
import sharp from 'sharp';

/** The QR code that a terminal shows in half blocks, as a picture file. @returns its path, as given */
export async function drawnPicture(screen: string, path: string): Promise<string> {
  const rows = stripVTControlCharacters(screen)
    .split(/\r?\n/u)
    .flatMap((line) => /^[ █▀▄]{29,}$/u.exec(line) ?? [])
    .flatMap((line) => [
      Array.from(line, (block) => block === '█' || block === '▀'),
      Array.from(line, (block) => block === '█' || block === '▄'),
    ]);
  const width = rows[0]?.length ?? 0;
  const data = Uint8Array.from(rows.flat(), (isDark) => (isDark ? 0 : 255));
  await sharp(data, { raw: { width, height: rows.length, channels: 1 } })
    .resize({ width: width * 4, kernel: 'nearest' })
    .png()
    .toFile(path);
  return path;
}
