import { decodePictureFile, isPictureFile } from '../adapters/picture-file/picture-file.ts';
import type { Preview } from '../contract/previews.ts';
import type { Pixels, Refusal, ScanEvent } from '../contract/scan.ts';
import { PictureError } from '../core/qr/picture.ts';
import { CommandError } from './command-error.ts';
import { bytesOf } from './files.ts';
import type { Client } from './host.ts';
import { words } from './words/words.ts';

/**
 * The set-up code in a picture file.
 * @throws CommandError FILE_UNREADABLE, INPUT_INVALID
 */
export async function readPicture(client: Client, path: string, signal: AbortSignal): Promise<Preview> {
  const bytes = await bytesOf(path);
  if (!isPictureFile(bytes)) throw new CommandError('INPUT_INVALID', words.errors.noPicture);
  return onlyOneOf(await client.scan.picture(await pixelsOf(bytes), { signal }));
}

/** The one preview of a scan, read to its end. @throws CommandError INPUT_INVALID if there is none, or more */
export async function onlyOneOf(events: AsyncIterable<ScanEvent>): Promise<Preview> {
  const previews: Preview[] = [];
  const refused: Refusal[] = [];
  for await (const event of events) {
    if (event.type === 'found') previews.push(...event.previews);
    if (event.type === 'refused') refused.push(event.refusal);
    if (event.type === 'part') throw new CommandError('INPUT_INVALID', words.errors.partOfSeveral);
  }
  return onlyOne({ previews, refused });
}

/** A picture file's pixels, as a window hands them over. @throws CommandError INPUT_INVALID */
async function pixelsOf(bytes: Uint8Array): Promise<Pixels> {
  const { width, height, data } = await decodePictureFile(bytes).catch((error: unknown) => {
    if (!(error instanceof PictureError)) throw error;
    throw new CommandError('INPUT_INVALID', words.errors.pictureDamaged);
  });
  return { width, height, pixels: new Blob([new Uint8Array(data)]) };
}

/** The one preview that was read. @throws CommandError INPUT_INVALID if there is none, or more */
export async function onlyOne({
  previews,
  refused,
}: {
  previews: Preview[];
  refused: Refusal[];
}): Promise<Preview> {
  const [refusal] = refused;
  if (refusal !== undefined) {
    const { loadFailureWords } = await import('./failure-words.ts');
    throw new CommandError('INPUT_INVALID', (await loadFailureWords()).refusal(refusal.code));
  }
  const [preview, ...others] = previews;
  if (preview === undefined) throw new CommandError('INPUT_INVALID', words.errors.nothingRead);
  if (others.length > 0) throw new CommandError('INPUT_INVALID', words.errors.severalRead(previews.length));
  return preview;
}
