/** Reading set-up codes from the screen, a picture, pasted text or typed fields. What is read becomes a preview. */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { otpauthRefusalSchema } from '../core/otpauth/parsed.ts';
import { otpAlgorithmSchema, otpKindSchema } from '../core/otp/parameters.ts';
import { labelErrors } from './entry.ts';
import { pictureLimits, previewLimit, textLimits } from './limits.ts';
import { previewErrors, previewSchema } from './previews.ts';
import { label, text } from './text.ts';
import { vaultErrors } from './vault-errors.ts';
import { screenCauses } from './vocabulary.ts';

/** Pixels that the window has: a shared screen, a camera's frame, or a chosen, pasted or dropped image. */
export const pixelsSchema = z.object({
  width: z.int().min(1).max(pictureLimits.side),
  height: z.int().min(1).max(pictureLimits.side),
  /** RGBA, 4 bytes per pixel, rows from the top. */
  pixels: z.instanceof(Blob),
  /** `first`: only a quick look, for a camera's frames, of which the next one comes at once. */
  passes: z.enum(['first', 'all']).optional(),
});
export type Pixels = z.infer<typeof pixelsSchema>;

export const screenErrors = {
  SCREEN_UNAVAILABLE: {
    message: 'The screen could not be read',
    data: z.object({ cause: z.enum(screenCauses) }),
  },
} as const;

export const pictureErrors = {
  PICTURE_INVALID: { message: 'This is not a picture that can be read' },
  PICTURE_TOO_LARGE: {
    message: 'The picture is too large',
    data: z.object({ megapixels: z.number() }),
  },
} as const;

/**
 * What to read of what the window has. What one of the previews `known` was made from is not found again: a camera
 * sees a code in many frames.
 */
const pictureInputSchema = pixelsSchema.extend({
  known: z.array(z.uuid()).max(previewLimit).optional(),
});
export type PictureInput = z.infer<typeof pictureInputSchema>;

const scanEventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('progress'),
    /** 0 to 1. */
    done: z.number(),
    remainingMs: z.number().nullable(),
  }),
  /** Newly found previews; earlier ones are not repeated. */
  z.object({ type: z.literal('found'), previews: z.array(previewSchema) }),
  /** A set-up code that cannot be used, and why. */
  z.object({ type: z.literal('refused'), refusal: otpauthRefusalSchema }),
  /** Part of a set-up code over several QR codes; `missing` lists missing positions, from 1 to `count`. */
  z.object({ type: z.literal('part'), count: z.int(), missing: z.array(z.int()) }),
  /** The last event. `others` counts QR codes that are not for one-time codes. */
  z.object({ type: z.literal('done'), found: z.number(), others: z.number(), elapsedMs: z.number() }),
]);
export type ScanEvent = z.infer<typeof scanEventSchema>;

/**
 * What an opened set-up link holds. `import`: codes of another app; an import reads them (`from: 'link'`). `unread`: the
 * person has not said that Latchkey opens such links (`openSetUpLinks`).
 */
const openedSetUpLinkSchema = z.discriminatedUnion('holds', [
  z.object({
    holds: z.literal('codes'),
    previews: z.array(previewSchema),
    refused: z.array(otpauthRefusalSchema),
  }),
  z.object({ holds: z.literal('import') }),
  z.object({ holds: z.literal('unread') }),
]);
export type OpenedSetUpLink = z.infer<typeof openedSetUpLinkSchema>;

export type Refusal = z.infer<typeof otpauthRefusalSchema>;

/** Errors of every call here. */
const scanErrors = { VAULT_NOT_OPEN: vaultErrors.VAULT_NOT_OPEN, ...previewErrors };

export const scanContract = {
  /** Scans every display, if the application takes the picture itself (`host.info.screenCapture`). */
  screen: oc.output(eventIterator(scanEventSchema)).errors({ ...scanErrors, ...screenErrors }),
  /** Scans pixels that the window has: a shared screen, a camera's frame, or a chosen, pasted or dropped image. */
  picture: oc
    .input(pictureInputSchema)
    .output(eventIterator(scanEventSchema))
    .errors({ ...scanErrors, ...pictureErrors }),
  /** Reads every `otpauth:` address in pasted or dropped text, even if wrapped, quoted or encoded. */
  text: oc
    .input(z.object({ text: text(textLimits.pasted) }))
    .output(z.object({ previews: z.array(previewSchema), refused: z.array(otpauthRefusalSchema) }))
    .errors({ ...scanErrors, TEXT_HAS_NO_CODE: { message: 'This text holds no set-up address' } }),
  /** Set-up links that the system opened, once each. One that comes while the vault is locked waits. */
  links: oc.output(eventIterator(openedSetUpLinkSchema)).errors(scanErrors),
  /** An entry typed in by hand. */
  typed: oc
    .input(
      z.object({
        secret: text(textLimits.secret),
        issuer: label,
        account: label,
        kind: otpKindSchema,
        algorithm: otpAlgorithmSchema,
        digits: z.int(),
        period: z.int(),
        counter: z.int(),
      }),
    )
    .output(z.object({ preview: previewSchema }))
    .errors({
      ...scanErrors,
      TYPED_INVALID: {
        message: 'The entry cannot be made of this',
        data: z.object({ refusal: otpauthRefusalSchema }),
      },
      ...labelErrors,
    }),
};
