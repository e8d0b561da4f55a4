/**
 * The kinds that both contracts share, each named once. Types, schemas, database checks, documents and screens
 * derive from these lists, so that a new member leads to compile errors wherever it is missing. Without zod, so
 * that the window can load it alone.
 */
export { movingApps, type MovingApp } from '../core/moving/apps.ts';
export { otpAlgorithms, otpKinds, type OtpAlgorithm, type OtpKind } from '../core/otp/kinds.ts';

/** The languages of the window, the mails and the pages, as ISO 639-1. */
export const languages = ['en', 'nl', 'fr', 'de', 'es'] as const;
export type Language = (typeof languages)[number];

/** The language for a person whose languages are not supported. */
export const fallbackLanguage: Language = 'en';

/** The first supported language among those wished (ISO 639-1), otherwise the fallback. */
export function languageOf(wished: Iterable<string>): Language {
  for (const wish of wished) {
    const known = languages.find((language) => language === wish);
    if (known !== undefined) return known;
  }
  return fallbackLanguage;
}

/** Second factors whose codes are sent to a destination. */
export const sentMethodKinds = ['email', 'sms'] as const;
export type SentMethodKind = (typeof sentMethodKinds)[number];

/** Whether codes of this kind are sent to a destination. The person names a method of any other kind. */
export function isSentKind(kind: MethodKind): kind is SentMethodKind {
  return sentMethodKinds.some((sent) => sent === kind);
}

/** Every second factor that an account can have, the recommended one first. */
export const methodKinds = ['totp', ...sentMethodKinds] as const;
export type MethodKind = (typeof methodKinds)[number];

/** What a session may do: set up the first method, or everything. */
export const sessionKinds = ['enrolment', 'full'] as const;
export type SessionKind = (typeof sessionKinds)[number];

/** Who performed an action in an account's audit trail. */
export const actors = ['person', 'operator', 'service'] as const;
export type Actor = (typeof actors)[number];

/**
 * What can lock the vault besides the person and the time without them. Each has a setting (`lockSettingOf`), is a
 * cause that the lock screen names, and works where the host detects it (`host.info.locks`).
 */
export const lockTriggers = ['suspend', 'screenLock'] as const;
export type LockTrigger = (typeof lockTriggers)[number];
export type LockSetting<Trigger extends LockTrigger = LockTrigger> = `lockOn${Capitalize<Trigger>}`;

/** The setting that switches a trigger on and off: `lockOnSuspend`. */
export function lockSettingOf<Trigger extends LockTrigger>(trigger: Trigger): LockSetting<Trigger>;
export function lockSettingOf(trigger: LockTrigger): string {
  return `lockOn${trigger.charAt(0).toUpperCase()}${trigger.slice(1)}`;
}

/**
 * Why the screen could not be read: the system forbids it; the person called it off; the desktop ended the request
 * (refused now or remembered, it does not say which); it did not answer; there is no way here; anything else.
 */
export const screenCauses = ['permission', 'cancelled', 'ended', 'silent', 'unsupported', 'failed'] as const;
export type ScreenCause = (typeof screenCauses)[number];

/**
 * What a desktop application can be beyond its window. Each is a setting, and works where the host offers it
 * (`host.info.desktop`):
 *
 * - `trayIcon`: an icon in the tray (macOS: the menu bar), with the pinned codes
 * - `closeToTray`: closing the window leaves Latchkey in the tray
 * - `openAtLogin`, `startHidden`: starts with the person's session; without a window then
 * - `alwaysOnTop`: the window stays above the others
 * - `hideAfterCopy`: the main window steps back once a code of its list is copied
 * - `contentProtection`: the system keeps the window out of pictures of the screen
 */
export const desktopChoices = [
  'trayIcon',
  'closeToTray',
  'openAtLogin',
  'startHidden',
  'alwaysOnTop',
  'hideAfterCopy',
  'contentProtection',
] as const;
export type DesktopChoice = (typeof desktopChoices)[number];

/** The choices that mean something only with others. */
const needed: Partial<Record<DesktopChoice, readonly DesktopChoice[]>> = {
  closeToTray: ['trayIcon'],
  startHidden: ['trayIcon', 'openAtLogin'],
};

/** Whether a choice means something beside what else is chosen. */
export function hasMeaning(choice: DesktopChoice, chosen: Record<DesktopChoice, boolean>): boolean {
  return (needed[choice] ?? []).every((other) => chosen[other]);
}

/** How the list is ordered, after what is pinned: by last use, by name, or as the person put it. */
export const listOrders = ['use', 'name', 'hand'] as const;
export type ListOrder = (typeof listOrders)[number];

/** How closely an entry's words fit a search: what acts on an entry takes it by its exact words only. */
export const searchFits = ['exact', 'forgiving'] as const;
export type SearchFit = (typeof searchFits)[number];

/** How much room the list's rows take, and how large their codes are. */
export const listDensities = ['comfortable', 'compact'] as const;
export const digitSizes = ['normal', 'large'] as const;

/** The systems that Latchkey runs on, as Node names them. */
export const platforms = ['linux', 'darwin', 'win32', 'other'] as const;
export type Platform = (typeof platforms)[number];

/** A system by its name; `other` if it is not supported. */
export function platformOf(name: string): Platform {
  return platforms.find((platform) => platform === name) ?? 'other';
}
