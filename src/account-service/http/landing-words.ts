import type { Language, passwordFlaws } from '../../contract/account-service.ts';

/** The words of the landing pages. */
export interface LandingWords {
  language: Language;
  activateTitle(service: string): string;
  activateIntro: string;
  openApp: string;
  here: string;
  signUpPassword: string;
  activateHere: string;
  activatedTitle: string;
  activated: string;
  expiredTitle: string;
  expired(support: string): string;
  resend: string;
  resentTitle: string;
  resent: string;
  usedTitle: string;
  usedActivation: string;
  usedReset: string;
  replacedTitle: string;
  replaced: string;
  damagedTitle: string;
  damaged: string;
  invalidTitle: string;
  invalid(support: string): string;
  resetTitle: string;
  newPassword: string;
  resetButton: string;
  resetDoneTitle: string;
  resetDone: string;
  resetExpired: string;
  wrongPassword: string;
  emptyPassword: string;
  /** Why a new password was refused. */
  flaws: Record<(typeof passwordFlaws)[number], string>;
  later: string;
  /** The database is away. */
  awayTitle: string;
  away(support: string): string;
  awayAgain: string;
}
