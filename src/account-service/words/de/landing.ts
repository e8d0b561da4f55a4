import { accountLimits } from '../../../contract/account-service.ts';
import type { LandingWords } from '../../http/landing-words.ts';

/** The landing pages in German. */
export const landing: LandingWords = {
  language: 'de',
  activateTitle: (service) => `Aktiviere dein Konto bei ${service}`,
  activateIntro: 'Bestätige in der App, an dem Computer, an dem du das Konto erstellt hast:',
  openApp: 'In Latchkey öffnen',
  here: 'Oder aktiviere es in diesem Browser, mit dem Passwort, das du dabei gewählt hast:',
  signUpPassword: 'Passwort',
  activateHere: 'In diesem Browser aktivieren',
  activatedTitle: 'Dein Konto ist aktiviert',
  activated:
    'Öffne Latchkey und melde dich an. Als Nächstes richtest du einen zweiten Faktor ein, etwa einen Code von deinem Handy.',
  expiredTitle: 'Dieser Link ist abgelaufen',
  expired: (support) => `Links gelten 2 Tage. Fordere hier einen neuen an oder schreibe an ${support}.`,
  resend: 'Neuen Link senden',
  resentTitle: 'Ein neuer Link ist unterwegs',
  resent: 'Sieh in dein Postfach. Nur der neueste Link gilt.',
  usedTitle: 'Dieser Link wurde schon verwendet',
  usedActivation: 'Dein Konto ist aktiviert. Öffne Latchkey und melde dich an.',
  usedReset: 'Mit ihm wurde das Passwort geändert. Melde dich in Latchkey mit dem neuen an.',
  replacedTitle: 'Es gibt einen neueren Link',
  replaced: 'Eine neuere E-Mail hat diese ersetzt. Öffne die neueste und klicke auf die Schaltfläche darin.',
  damagedTitle: 'Von diesem Link fehlt ein Stück',
  damaged:
    'Nichts ist geschehen. Klicke auf die Schaltfläche in der E-Mail oder kopiere den ganzen Link, bis zum letzten Zeichen.',
  invalidTitle: 'Dieser Link ist hier nicht bekannt',
  invalid: (support) =>
    `Dieser Dienst kennt ihn nicht: Er ist sehr alt, oder unterwegs hat sich ein Zeichen geändert. Öffne die neueste E-Mail und klicke auf die Schaltfläche darin, oder schreibe an ${support}.`,
  resetTitle: 'Neues Passwort wählen',
  newPassword: `Neues Passwort (${accountLimits.passwordMin} bis ${accountLimits.passwordMax} Zeichen)`,
  resetButton: 'Dieses Passwort festlegen',
  resetDoneTitle: 'Dein Passwort wurde geändert',
  resetDone: 'Melde dich in Latchkey damit an. Dein zweiter Faktor ist weiterhin nötig.',
  resetExpired: 'Links für ein neues Passwort gelten 1 Stunde. Fordere in der App einen neuen an.',
  wrongPassword: 'Das ist nicht das Passwort dieses Kontos.',
  emptyPassword: 'Gib zuerst das Passwort ein. Noch ist nichts geschehen.',
  flaws: {
    tooShort: `Das Passwort ist zu kurz: Nimm mindestens ${accountLimits.passwordMin} Zeichen.`,
    tooLong: `Das Passwort ist zu lang: Nimm höchstens ${accountLimits.passwordMax} Zeichen.`,
    tooGuessable: 'Das Passwort ist zu leicht zu erraten.',
    containsName: 'Das Passwort enthält deinen Namen.',
    containsAddress: 'Das Passwort enthält deine Adresse.',
    common: 'Dieses Passwort verwenden viele Menschen.',
  },
  later: 'Das geht gerade nicht. Versuche es etwas später erneut.',
  awayTitle: 'Der Dienst kann gerade nicht antworten',
  away: (support) =>
    `Dein Link ist in Ordnung. Warte eine Minute und öffne ihn dann erneut: Er zeigt dir, ob schon etwas geschehen ist. Bleibt es dabei, schreibe an ${support}.`,
  awayAgain: 'Erneut versuchen',
};
