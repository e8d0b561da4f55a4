import { basename } from 'node:path';
import sharp from 'sharp';
import { z } from 'zod';
import { drawPicture } from '../../pictures/kinds.ts';
import type { Picture } from '../../../src/core/qr/read.ts';

/** Where a picture comes from: drawn of a kind from a seed, or a file and the texts that are in it. */
export const sourceSchema = z.union([
  z.object({ kind: z.string(), seed: z.number() }),
  z.object({ file: z.string(), texts: z.array(z.string()) }),
]);
export type Source = z.infer<typeof sourceSchema>;

/** The picture, and the texts of the codes in it. */
export async function loadSource(source: Source): Promise<{ picture: Picture; texts: string[] }> {
  if ('kind' in source) {
    const { canvas, texts } = await drawPicture(source.kind, source.seed);
    return { picture: { ...canvas, channels: 4 }, texts };
  }
  const { data, info } = await sharp(source.file).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { picture: { width: info.width, height: info.height, channels: 4, data }, texts: source.texts };
}

/** The heading under which a picture counts, and its own name. */
export function namesOf(source: Source): { group: string; name: string } {
  if ('kind' in source) return { group: source.kind, name: `${source.kind}, seed ${source.seed}` };
  const name = basename(source.file);
  return { group: name.replace(/[-_. ]?\d*\.\w+$/, ''), name };
}
