import type { Language } from '../../contract/account.ts';

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
  invalidTitle: string;
  invalid(support: string): string;
  resetTitle: string;
  newPassword: string;
  resetButton: string;
  resetDoneTitle: string;
  resetDone: string;
  resetExpired: string;
  problemTitle: string;
  wrongPassword: string;
  weakPassword: string;
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
    invalidTitle: 'This link does not work',
    invalid: (support) =>
      `It was used already, or a newer one was sent. If your account is not active yet, use the newest mail or write to ${support}.`,
    resetTitle: 'Choose a new password',
    newPassword: 'New password (15 to 128 characters)',
    resetButton: 'Set this password',
    resetDoneTitle: 'Your password was changed',
    resetDone: 'Sign in with it in Latchkey. Your second step is still needed.',
    resetExpired: 'Links to choose a password are valid for 1 hour. Ask for a new one in the app.',
    problemTitle: 'That did not work',
    wrongPassword: 'That is not the password of this sign-up.',
    weakPassword: 'That password is too short, too easy to guess, or contains your name or address.',
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
    invalidTitle: 'Deze link werkt niet',
    invalid: (support) =>
      `Hij is al gebruikt, of er is een nieuwere verstuurd. Is uw account nog niet actief? Gebruik dan de nieuwste mail of schrijf naar ${support}.`,
    resetTitle: 'Kies een nieuw wachtwoord',
    newPassword: 'Nieuw wachtwoord (15 tot 128 tekens)',
    resetButton: 'Dit wachtwoord instellen',
    resetDoneTitle: 'Uw wachtwoord is gewijzigd',
    resetDone: 'Log ermee in bij Latchkey. Uw tweede stap blijft nodig.',
    resetExpired: 'Links om een wachtwoord te kiezen zijn 1 uur geldig. Vraag in de app een nieuwe aan.',
    problemTitle: 'Dat lukte niet',
    wrongPassword: 'Dat is niet het wachtwoord van deze aanmelding.',
    weakPassword: 'Dat wachtwoord is te kort, te makkelijk te raden, of bevat uw naam of adres.',
    later: 'Dat kan nu niet. Probeer het over een tijdje opnieuw.',
  },
};
