/** Which picture stands for an entry, as the person chose it or an import brought it. */
import { z } from 'zod';
import { iconFileLimits, textLimits } from './limits.ts';
import { shownLine, text } from './text.ts';

/** Null: its issuer's mark, or a letter where that is not known. */
export const iconViewSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('letter') }),
    /** A mark of the window's own set by its name, or the name that another application has for its picture. */
    z.object({ kind: z.literal('named'), name: shownLine }),
    /** The person's own; `entries.picture` has it by this hash. */
    z.object({ kind: z.literal('picture'), hash: z.string() }),
  ])
  .nullable();
export type IconView = z.infer<typeof iconViewSchema>;

/** What a person chooses; a picture is a file of any size up to the limit, which is made small. */
export const iconInputSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('letter') }),
    z.object({ kind: z.literal('named'), name: text(textLimits.label) }),
    z.object({ kind: z.literal('picture'), file: z.instanceof(Blob) }),
  ])
  .nullable();
export type IconInput = z.infer<typeof iconInputSchema>;

export const iconErrors = {
  /** `kind`: no PNG, JPEG or WebP file. `size`: more bytes (`maximum`) or more pixels than are read. */
  ICON_REFUSED: {
    message: 'This picture can’t be an icon',
    data: z.object({ reason: z.enum(['kind', 'size', 'damaged']), maximum: z.literal(iconFileLimits.bytes) }),
  },
} as const;
