/** The person's settings: nothing secret, one file for all hosts. */
import { z } from 'zod';
import { languages, lockSettingOf, lockTriggers, type LockSetting } from './vocabulary.ts';

export const preferencesSchema = z.object({
  /** `system`: the language of the person's system, or English if there is no translation. */
  language: z.enum(['system', ...languages]),
  theme: z.enum(['system', 'light', 'dark']),
  /** Seconds until a copied code is cleared from the clipboard; 0 = never. */
  clearClipboardAfter: z.int().min(0).max(600),
  /** Hide codes until one is chosen. */
  hideCodes: z.boolean(),
  /** Minutes of inactivity before the vault locks; 0 = never. Applies only if something can reopen it. */
  lockAfterMinutes: z.int().min(0).max(1_440),
  /** Lock when the computer sleeps, when its screen is locked…, where the host detects it (`host.info.locks`). */
  ...eachLockSetting(z.boolean()),
  /** Origin of the account server; null if none. Set by `account.setServer`, which asks the server first. */
  server: z.string().nullable(),
});
export type Preferences = z.infer<typeof preferencesSchema>;

export const preferencesErrors = {
  PREFERENCES_WRITE_FAILED: { message: 'The settings could not be kept' },
} as const;

export const defaultPreferences: Preferences = {
  language: 'system',
  theme: 'system',
  clearClipboardAfter: 30,
  hideCodes: false,
  lockAfterMinutes: 15,
  ...eachLockSetting(true),
  server: null,
};

/** The same for the setting of each lock trigger. */
function eachLockSetting<T>(value: T): Record<LockSetting, T>;
function eachLockSetting(value: unknown) {
  return Object.fromEntries(lockTriggers.map((trigger) => [lockSettingOf(trigger), value]));
}
