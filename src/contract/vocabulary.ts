/**
 * The kinds that both contracts speak of, each named once: types, schemas, database checks, documents and screens
 * derive from these lists, so that a new member is a list of compile errors. Without zod, so that the window can load
 * it alone.
 */
export { otpAlgorithms, otpKinds, type OtpAlgorithm, type OtpKind } from '../core/otp/kinds.ts';

/** The languages that the window, the mails and the pages are written in, as ISO 639-1. */
export const languages = ['en', 'nl'] as const;
export type Language = (typeof languages)[number];

/** The language where a person has none of ours. */
export const fallbackLanguage: Language = 'en';

/** The first of the wished languages (ISO 639-1) that there are words for; else the fallback. */
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

/** Every second factor that an account can have, the advised one first. */
export const methodKinds = ['totp', ...sentMethodKinds] as const;
export type MethodKind = (typeof methodKinds)[number];

/** What a session may do: set up the first method, or everything. */
export const sessionKinds = ['enrolment', 'full'] as const;
export type SessionKind = (typeof sessionKinds)[number];

/** Who did what an account's trail tells of. */
export const actors = ['person', 'operator', 'service'] as const;
export type Actor = (typeof actors)[number];

/** The systems that Latchkey runs on, as Node names them. */
export const platforms = ['linux', 'darwin', 'win32', 'other'] as const;
export type Platform = (typeof platforms)[number];

/** A system by its name; `other` where it is not one of ours. */
export function platformOf(name: string): Platform {
  return platforms.find((platform) => platform === name) ?? 'other';
}
