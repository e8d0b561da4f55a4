import { accountLimits, type Language, type passwordFlaws } from '../../contract/account.ts';

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
}

export const landingWords: Record<Language, LandingWords> = {
  en: {
    language: 'en',
    activateTitle: (service) => `Activate your ${service} account`,
    activateIntro: 'Confirm in the app on the computer you signed up with:',
    openApp: 'Open in Latchkey',
    here: 'Or activate in this browser, with the password you chose when you signed up:',
    signUpPassword: 'Password',
    activateHere: 'Activate in this browser',
    activatedTitle: 'Your account is active',
    activated: 'Open Latchkey and sign in. The next thing it asks is how to send you a second step.',
    expiredTitle: 'This link has expired',
    expired: (support) => `Links are valid for 2 days. Ask for a new one here, or write to ${support}.`,
    resend: 'Send me a new link',
    resentTitle: 'A new link is on its way',
    resent: 'Look in your mailbox. Only the newest link works.',
    usedTitle: 'This link did its work already',
    usedActivation: 'Your account is active. Open Latchkey and sign in.',
    usedReset: 'The password was changed with it. Sign in with the new one in Latchkey.',
    replacedTitle: 'There is a newer link',
    replaced: 'A newer mail took the place of this one. Open the newest mail and press its button.',
    damagedTitle: 'A piece of this link is missing',
    damaged:
      'Nothing has happened. Press the button in the mail, or copy the link whole, to its very last character.',
    invalidTitle: 'This link is not known here',
    invalid: (support) =>
      `This service does not know it: it is very old, or a character of it was changed on the way. Open the newest mail and press its button, or write to ${support}.`,
    resetTitle: 'Choose a new password',
    newPassword: `New password (${accountLimits.passwordMin} to ${accountLimits.passwordMax} characters)`,
    resetButton: 'Set this password',
    resetDoneTitle: 'Your password was changed',
    resetDone: 'Sign in with it in Latchkey. Your second step is still needed.',
    resetExpired: 'Links to choose a password are valid for 1 hour. Ask for a new one in the app.',
    wrongPassword: 'That is not the password of this sign-up.',
    emptyPassword: 'Fill in the password first. Nothing has happened yet.',
    flaws: {
      tooShort: `That password is too short: ${accountLimits.passwordMin} characters are the least.`,
      tooLong: `That password is too long: ${accountLimits.passwordMax} characters are the most.`,
      tooGuessable: 'That password is too easy to guess.',
      containsName: 'That password has your name in it.',
      containsAddress: 'That password has your address in it.',
      common: 'That password is one that many people use.',
    },
    later: 'That cannot be done now. Try again in a while.',
  },
  nl: {
    language: 'nl',
    activateTitle: (service) => `Activeer uw account bij ${service}`,
    activateIntro: 'Bevestig in de app, op de computer waarmee u zich hebt aangemeld:',
    openApp: 'Openen in Latchkey',
    here: 'Of activeer in deze browser, met het wachtwoord dat u bij het aanmelden hebt gekozen:',
    signUpPassword: 'Wachtwoord',
    activateHere: 'Activeren in deze browser',
    activatedTitle: 'Uw account is actief',
    activated: 'Open Latchkey en log in. Daarna stelt u meteen een tweede stap in.',
    expiredTitle: 'Deze link is verlopen',
    expired: (support) => `Links zijn 2 dagen geldig. Vraag hier een nieuwe aan, of schrijf naar ${support}.`,
    resend: 'Stuur een nieuwe link',
    resentTitle: 'Er is een nieuwe link onderweg',
    resent: 'Kijk in uw mailbox. Alleen de nieuwste link werkt.',
    usedTitle: 'Deze link heeft zijn werk al gedaan',
    usedActivation: 'Uw account is actief. Open Latchkey en log in.',
    usedReset: 'Het wachtwoord is ermee gewijzigd. Log met het nieuwe in bij Latchkey.',
    replacedTitle: 'Er is een nieuwere link',
    replaced: 'Een nieuwere mail heeft deze vervangen. Open de nieuwste mail en druk op de knop daarin.',
    damagedTitle: 'Er ontbreekt een stuk van deze link',
    damaged:
      'Er is niets gebeurd. Druk op de knop in de mail, of kopieer de link helemaal, tot en met het laatste teken.',
    invalidTitle: 'Deze link is hier niet bekend',
    invalid: (support) =>
      `Deze dienst kent hem niet: hij is erg oud, of er is onderweg een teken veranderd. Open de nieuwste mail en druk op de knop daarin, of schrijf naar ${support}.`,
    resetTitle: 'Kies een nieuw wachtwoord',
    newPassword: `Nieuw wachtwoord (${accountLimits.passwordMin} tot ${accountLimits.passwordMax} tekens)`,
    resetButton: 'Dit wachtwoord instellen',
    resetDoneTitle: 'Uw wachtwoord is gewijzigd',
    resetDone: 'Log ermee in bij Latchkey. Uw tweede stap blijft nodig.',
    resetExpired: 'Links om een wachtwoord te kiezen zijn 1 uur geldig. Vraag in de app een nieuwe aan.',
    wrongPassword: 'Dat is niet het wachtwoord van deze aanmelding.',
    emptyPassword: 'Vul eerst het wachtwoord in. Er is nog niets gebeurd.',
    flaws: {
      tooShort: `Dat wachtwoord is te kort: het heeft minstens ${accountLimits.passwordMin} tekens.`,
      tooLong: `Dat wachtwoord is te lang: het heeft hoogstens ${accountLimits.passwordMax} tekens.`,
      tooGuessable: 'Dat wachtwoord is te makkelijk te raden.',
      containsName: 'Uw naam staat in dat wachtwoord.',
      containsAddress: 'Uw adres staat in dat wachtwoord.',
      common: 'Dat wachtwoord gebruiken veel mensen.',
    },
    later: 'Dat kan nu niet. Probeer het over een tijdje opnieuw.',
  },
};
