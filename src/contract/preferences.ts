/** What the person set: nothing secret, one file for all hosts. */
import { z } from 'zod';
import { languages } from './vocabulary.ts';

export const preferencesSchema = z.object({
  /** `system`: the language of the person's system, English where there is no translation. */
  language: z.enum(['system', ...languages]),
  theme: z.enum(['system', 'light', 'dark']),
  /** Seconds until a copied code is cleared from the clipboard; 0 = never. */
  clearClipboardAfter: z.int().min(0).max(600),
  /** Hide codes until one is chosen. */
  hideCodes: z.boolean(),
  /** Minutes without the person after which the vault locks; 0 = never. Only where something can open it again. */
  lockAfterMinutes: z.int().min(0).max(1_440),
  /** Lock when the computer goes to sleep, and when its screen is locked (`host.info.locks`: where it is told). */
  lockOnSuspend: z.boolean(),
  lockOnScreenLock: z.boolean(),
  /** Origin of the account server; null: none. Changed with `account.setServer`, which asks the server first. */
  server: z.string().nullable(),
});
export type Preferences = z.infer<typeof preferencesSchema>;

export const defaultPreferences: Preferences = {
  language: 'system',
  theme: 'system',
  clearClipboardAfter: 30,
  hideCodes: false,
  lockAfterMinutes: 15,
  lockOnSuspend: true,
  lockOnScreenLock: true,
  server: null,
};
