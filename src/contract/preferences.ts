/** The person's settings: nothing secret, one file for all hosts. */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { correctionSchema } from './clock.ts';
import { acceleratorSchema } from './quick-find.ts';
import {
  desktopChoices,
  digitSizes,
  languages,
  listDensities,
  listOrders,
  lockSettingOf,
  lockTriggers,
} from './vocabulary.ts';

const lockSettings = lockTriggers.map((trigger) => lockSettingOf(trigger));

export const preferencesSchema = z.object({
  /** `system`: the language of the person's system, or English if there is no translation. */
  language: z.enum(['system', ...languages]),
  theme: z.enum(['system', 'light', 'dark']),
  /** Seconds until a copied code is cleared from the clipboard; 0 = never. */
  clearClipboardAfter: z.int().min(0).max(600),
  /** Added to the computer's time for codes, in ms, because its clock is wrong (`clock`); 0: nothing. */
  codeCorrectionMs: correctionSchema,
  /** Hide codes until one is chosen. */
  hideCodes: z.boolean(),
  listOrder: z.enum(listOrders),
  listDensity: z.enum(listDensities),
  digitSize: z.enum(digitSizes),
  /** Minutes of inactivity before the vault locks; 0 = never. Applies only if something can reopen it. */
  lockAfterMinutes: z.int().min(0).max(1_440),
  /** Lock when the computer sleeps, when its screen is locked…, where the host detects it (`host.info.locks`). */
  ...each(lockSettings, z.boolean()),
  /** What Latchkey is beyond its window, where the host offers it (`host.info.desktop`). */
  ...each(desktopChoices, z.boolean()),
  /** The global shortcut of the quick find; null: none. */
  quickFindShortcut: acceleratorSchema.nullable(),
  /** Answer the desktop's own search with the names of entries, while the vault is open. */
  inDesktopSearch: z.boolean(),
  /** Whether the system opens set-up links with Latchkey, where the host can arrange that (`host.info.setUpLinks`). */
  openSetUpLinks: z.boolean(),
  /** The name of the camera that the person chose; null: whichever the system offers first. */
  camera: z.string().max(200).nullable(),
  /** Ask once a day whether there is a newer Latchkey, where that is possible (`update`). */
  checkForUpdates: z.boolean(),
  /** The version that the person does not want; a newer one is offered. */
  refusedUpdate: z.string().nullable(),
  /** Origin of the account server; null if none. Set by `account.setServer`, which asks the server first. */
  server: z.string().nullable(),
});
export type Preferences = z.infer<typeof preferencesSchema>;

export const preferencesErrors = {
  PREFERENCES_WRITE_FAILED: { message: 'The settings could not be kept' },
} as const;

export const preferencesContract = {
  watch: oc.output(eventIterator(preferencesSchema)),
  set: oc.input(preferencesSchema.omit({ server: true }).partial()).errors(preferencesErrors),
};

export const defaultPreferences: Preferences = {
  language: 'system',
  theme: 'system',
  clearClipboardAfter: 30,
  codeCorrectionMs: 0,
  hideCodes: false,
  listOrder: 'use',
  listDensity: 'comfortable',
  digitSize: 'normal',
  lockAfterMinutes: 15,
  ...each(lockSettings, true),
  ...each(desktopChoices, false),
  trayIcon: true,
  // Off until it is chosen: it would take these keys from every other program, and a portal would ask unasked.
  quickFindShortcut: null,
  inDesktopSearch: false,
  openSetUpLinks: false,
  camera: null,
  checkForUpdates: true,
  refusedUpdate: null,
  server: null,
};

/** The same for each of these settings. */
function each<Name extends string, T>(names: readonly Name[], value: T): Record<Name, T>;
function each(names: readonly string[], value: unknown) {
  return Object.fromEntries(names.map((name) => [name, value]));
}
