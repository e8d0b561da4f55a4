import type { MethodKind } from '../../../contract/account-service.ts';
import { isolated } from '../../../contract/plain-line.ts';
import { letter, type Frame, type Words } from '../../outbox/messages/letter.ts';
import type { Message, Rendered, Sender } from '../../outbox/messages/message.ts';

/** The mails and SMS in German. */
export function messages(message: Message, sender: Sender): Rendered {
  return letter(message, words(message, sender), frameOf(message, sender), sender);
}

const kinds: Record<MethodKind, string> = {
  email: 'Codes per E-Mail',
  sms: 'Codes per SMS',
  totp: 'Codes aus einer Authenticator-App',
};
const purposes = {
  'sign-in': 'für die Anmeldung',
  'step-up': 'für eine Änderung an deinem Konto',
  'confirm-method': 'für diese Adresse oder Nummer als zweiten Faktor',
  'confirm-address': 'für diese Adresse als neue Adresse deines Kontos',
};

function frameOf(message: Message, { support }: Sender): Frame {
  return {
    language: 'de',
    greeting: 'Hallo,',
    help: `Warst du das nicht? Ändere sofort dein Passwort und schreibe an ${support}.`,
    button: message.about === 'passwordReset' ? 'Neues Passwort wählen' : 'Konto aktivieren',
    copy: 'Oder kopiere diese Adresse in deinen Browser oder in Latchkey:',
  };
}

function words(message: Message, { service, support }: Sender): Words {
  switch (message.about) {
    case 'activation':
      return {
        subject: `Aktiviere dein Konto bei ${service}`,
        body: [
          `Jemand, hoffentlich du, möchte mit dieser Adresse ein Konto bei ${service}. Öffne diesen Link, um es zu aktivieren:`,
          message.link,
          'Der Link gilt einmal und 2 Tage lang. Danach kannst du in der App einen neuen anfordern oder an ' +
            `${support} schreiben. Warst du das nicht, musst du nichts tun: Ohne Bestätigung gibt es kein Konto.`,
        ],
      };
    case 'addressKnown':
      return {
        subject: `Du hast schon ein Konto bei ${service}`,
        body: [
          'Jemand, hoffentlich du, möchte mit dieser Adresse ein neues Konto. Es gibt schon eines: Melde dich einfach an.',
          `Passwort vergessen? Wähle ein neues in der App oder auf ${message.portal}`,
        ],
      };
    case 'code':
      return {
        subject: `Dein Code für ${service}`,
        body: [
          `${message.code} ist dein Code ${purposes[message.purpose]}. Er gilt 10 Minuten.`,
          'Gib ihn niemandem: Niemand vom Dienst fragt je danach.',
        ],
      };
    case 'passwordReset':
      return {
        subject: `Wähle ein neues Passwort für ${service}`,
        body: [
          'Jemand, hoffentlich du, möchte ein neues Passwort wählen. Öffne dafür diesen Link:',
          message.link,
          'Der Link gilt einmal und 1 Stunde lang. Warst du das nicht, musst du nichts tun: Dein Passwort bleibt.',
        ],
      };
    case 'confirmSignIn':
      return {
        subject: `Bestätige deine Anmeldung bei ${service}`,
        body: [
          'Jemand hat für dein Konto falsche Passwörter probiert. An einem neuen Computer genügt das Passwort deshalb ' +
            'vorerst nicht. Meldest du dich gerade an, gib zusätzlich diesen Code ein:',
          message.code,
          'Der Code gilt 1 Stunde. Warst du das nicht, musst du nichts tun: Ohne dein Passwort und deinen zweiten Faktor ' +
            'kommt niemand hinein, und Computer, die du schon verwendet hast, funktionieren wie immer.',
        ],
      };
    case 'addressTaken':
      return {
        subject: `Deine Adresse und ein anderes Konto bei ${service}`,
        body: [
          'Jemand wollte diese Adresse einem anderen Konto geben. Sie gehört weiter zu deinem; nichts wurde geändert.',
        ],
      };
    case 'newDevice':
      return {
        subject: `Anmeldung an einem neuen Computer bei ${service}`,
        body: [
          `„${isolated(message.device)}“ hat sich zum ersten Mal bei deinem Konto angemeldet, aus dem Netz ${message.network}.`,
        ],
        isSecurity: true,
      };
    case 'methodAdded':
      return {
        subject: `Dein Konto bei ${service} hat einen weiteren zweiten Faktor`,
        body: [
          `Dein Konto akzeptiert jetzt auch ${kinds[message.kind]} (${isolated(message.hint)}). Vertrauenswürdige Computer wurden abgemeldet.`,
        ],
        isSecurity: true,
      };
    case 'methodRemoved':
      return {
        subject: `Ein zweiter Faktor deines Kontos bei ${service} wurde entfernt`,
        body: [
          `Dein Konto akzeptiert keine ${kinds[message.kind]} (${isolated(message.hint)}) mehr. Vertrauenswürdige Computer wurden abgemeldet.`,
        ],
        isSecurity: true,
      };
    case 'passwordChanged':
      return {
        subject: `Dein Passwort für ${service} wurde geändert`,
        body: ['Das Passwort deines Kontos wurde geändert. Alle anderen Computer wurden abgemeldet.'],
        isSecurity: true,
      };
    case 'recoveryCodeUsed':
      return {
        subject: `Ein Wiederherstellungscode für ${service} wurde verwendet`,
        body: [`Einer deiner Wiederherstellungscodes wurde verwendet. Es sind noch ${message.left} übrig.`],
        isSecurity: true,
      };
    case 'recoveryCodesMade':
      return {
        subject: `Neue Wiederherstellungscodes für ${service}`,
        body: ['Für dein Konto wurden neue Wiederherstellungscodes erstellt. Die alten gelten nicht mehr.'],
        isSecurity: true,
      };
    case 'addressChanged':
      return {
        subject: `Die Adresse deines Kontos bei ${service} wurde geändert`,
        body: [
          `Dein Konto hat jetzt die Adresse ${isolated(message.to)}. Diese Adresse gehört nicht mehr dazu.`,
        ],
        isSecurity: true,
      };
    case 'supportRequested':
      return {
        subject: `Hilfe für dein Konto bei ${service} wurde angefordert`,
        body: [
          `Jemand, hoffentlich du, hat den Support gebeten, den zweiten Faktor deines Kontos zurückzusetzen (${message.reference}).`,
          'Bevor sich etwas ändert, sieht es sich jemand vom Support an.',
        ],
        isSecurity: true,
      };
    case 'supportReceipt':
      return {
        subject: `Deine Anfrage ${message.reference} an den Support von ${service}`,
        body: [`Der Support hat deine Anfrage ${message.reference} und antwortet an diese Adresse.`],
      };
    case 'mfaReset':
      return {
        subject: `Der Support hat den zweiten Faktor deines Kontos bei ${service} zurückgesetzt`,
        body: [
          `Der Support hat jeden zweiten Faktor deines Kontos entfernt (Anfrage ${message.reference}). Alle Computer ` +
            'wurden abgemeldet. Bei der nächsten Anmeldung richtest du einen neuen ein.',
        ],
        isSecurity: true,
      };
    case 'accountDeleted':
      return {
        subject: `Dein Konto bei ${service} wurde gelöscht`,
        body: ['Dein Konto und alles, was darüber gespeichert war, wurde gelöscht.'],
      };
  }
}
