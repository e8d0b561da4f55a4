import { accountLimits } from '../../../contract/account-service.ts';
import type { LandingWords } from '../../http/landing-words.ts';

/** The landing pages in Dutch. */
export const landing: LandingWords = {
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
  usedTitle: 'Deze link is al gebruikt',
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
  awayTitle: 'De dienst kan nu niet antwoorden',
  away: (support) =>
    `Met uw link is niets mis. Wacht een minuut en open hem opnieuw: dan ziet u of er iets is gebeurd. Blijft dit zo, schrijf dan naar ${support}.`,
  awayAgain: 'Opnieuw proberen',
};
