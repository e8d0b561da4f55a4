import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Entry } from './entry.ts';

/** A picture of the person's own: a square with sides of this many pixels, in at most so many bytes. */
export const ownPicture = { side: 64, bytes: 16 * 1024, mediaType: 'image/webp' } as const;

/** Which picture stands for an entry. An entry without one has its issuer's, or a letter. */
export type EntryIcon =
  | { readonly kind: 'letter' }
  /** One of the program's pictures, or of the application that an import came from, by its name there. */
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'picture'; readonly mediaType: string; readonly bytes: Uint8Array };

const storedSchema = z.union([
  z.object({ letter: z.literal(true) }),
  z.object({ name: z.string() }),
  z.object({ mediaType: z.string(), data: z.base64() }),
]);

/** The icon in an entry's record (docs/vault-format.md); null if it has none, or one of a later Latchkey. */
export function readIcon(stored: Entry['icon']): EntryIcon | null {
  const read = storedSchema.safeParse(stored);
  if (!read.success) return null;
  if ('letter' in read.data) return { kind: 'letter' };
  if ('name' in read.data) return { kind: 'named', name: read.data.name };
  const { mediaType, data } = read.data;
  return { kind: 'picture', mediaType, bytes: Buffer.from(data, 'base64') };
}

/** The icon as the record has it. */
export function storedIcon(icon: EntryIcon): NonNullable<Entry['icon']> {
  switch (icon.kind) {
    case 'letter':
      return { letter: true };
    case 'named':
      return { name: icon.name };
    case 'picture':
      return { mediaType: icon.mediaType, data: Buffer.from(icon.bytes).toString('base64') };
  }
}

/** Icons are immutable, and each change of the vault shows all of them again. */
const knownHashes = new WeakMap<NonNullable<Entry['icon']>, string>();

/** A short name for an icon's content: 32 hexadecimal digits. */
export function iconHash(stored: NonNullable<Entry['icon']>): string {
  const known = knownHashes.get(stored);
  if (known !== undefined) return known;
  const hash = createHash('sha256').update(JSON.stringify(stored)).digest('hex').slice(0, 32);
  knownHashes.set(stored, hash);
  return hash;
}
