/** How an entry's codes are made, for viewing and changing. */
import { z } from 'zod';
import { otpAlgorithmSchema, otpKindSchema } from '../core/otp/parameters.ts';

/** Fields that the kind does not use are ignored. The application checks ranges: `SETTINGS_INVALID`. */
export const settingsInputSchema = z.object({
  id: z.uuid(),
  kind: otpKindSchema,
  algorithm: otpAlgorithmSchema,
  digits: z.int(),
  /** Seconds. */
  period: z.int(),
  /** The counter that the next code will use. */
  counter: z.int().max(Number.MAX_SAFE_INTEGER - 1),
});
export type SettingsInput = z.infer<typeof settingsInputSchema>;

/** The code that the settings would make now. `remainingMs`: how long it stays valid; null for HOTP. */
export const settingsLookSchema = z.object({ code: z.string(), remainingMs: z.number().nullable() });
export type SettingsLook = z.infer<typeof settingsLookSchema>;

export const settingsErrors = {
  /** `field` is below `minimum` or above `maximum`. */
  SETTINGS_INVALID: {
    message: 'No codes can be made with these settings',
    data: z.object({
      field: z.enum(['digits', 'period', 'counter']),
      minimum: z.number(),
      maximum: z.number(),
    }),
  },
} as const;
