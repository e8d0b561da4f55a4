import { accountLimits } from '../../../contract/account-service.ts';
import type { LandingWords } from '../../http/landing-words.ts';

/** The landing pages in Dutch. */
export const landing: LandingWords = {
  language: 'nl',
  activateTitle: (service) => `Activeer je account bij ${service}`,
  activateIntro: 'Bevestig in de app, op de computer waarop je het account hebt gemaakt:',
  openApp: 'Openen in Latchkey',
  here: 'Of activeer in deze browser, met het wachtwoord dat je daarbij hebt gekozen:',
  signUpPassword: 'Wachtwoord',
  activateHere: 'Activeren in deze browser',
  activatedTitle: 'Je account is actief',
  activated:
    'Open Latchkey en meld je aan. Daarna stel je een tweede factor in, zoals een code van je telefoon.',
  expiredTitle: 'Deze link is verlopen',
  expired: (support) => `Links zijn 2 dagen geldig. Vraag hier een nieuwe aan, of schrijf naar ${support}.`,
  resend: 'Stuur een nieuwe link',
  resentTitle: 'Er is een nieuwe link onderweg',
  resent: 'Kijk in je mailbox. Alleen de nieuwste link werkt.',
  usedTitle: 'Deze link is al gebruikt',
  usedActivation: 'Je account is actief. Open Latchkey en meld je aan.',
  usedReset: 'Het wachtwoord is ermee gewijzigd. Meld je in Latchkey aan met het nieuwe.',
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
  resetDoneTitle: 'Je wachtwoord is gewijzigd',
  resetDone: 'Meld je er in Latchkey mee aan. Je tweede factor blijft nodig.',
  resetExpired: 'Links om een wachtwoord te kiezen zijn 1 uur geldig. Vraag in de app een nieuwe aan.',
  wrongPassword: 'Dat is niet het wachtwoord van dit account.',
  emptyPassword: 'Vul eerst het wachtwoord in. Er is nog niets gebeurd.',
  flaws: {
    tooShort: `Dat wachtwoord is te kort: gebruik minstens ${accountLimits.passwordMin} tekens.`,
    tooLong: `Dat wachtwoord is te lang: gebruik hoogstens ${accountLimits.passwordMax} tekens.`,
    tooGuessable: 'Dat wachtwoord is te makkelijk te raden.',
    containsName: 'Je naam staat in dat wachtwoord.',
    containsAddress: 'Je adres staat in dat wachtwoord.',
    common: 'Veel mensen gebruiken dat wachtwoord.',
  },
  later: 'Dat kan nu niet. Probeer het over een tijdje opnieuw.',
  awayTitle: 'De dienst kan nu niet antwoorden',
  away: (support) =>
    `Met je link is niets mis. Wacht een minuut en open hem opnieuw: dan zie je of er iets is gebeurd. Blijft dit zo, schrijf dan naar ${support}.`,
  awayAgain: 'Opnieuw proberen',
};
