import type { MethodKind } from '../../../contract/account-service.ts';
import { isolated } from '../../../contract/plain-line.ts';
import { letter, type Frame, type Words } from '../../outbox/messages/letter.ts';
import type { Message, Rendered, Sender } from '../../outbox/messages/message.ts';

/** The mails and SMS in Dutch. */
export function messages(message: Message, sender: Sender): Rendered {
  return letter(message, words(message, sender), frameOf(message, sender), sender);
}

const kinds: Record<MethodKind, string> = {
  email: 'codes per e-mail',
  sms: 'codes per sms',
  totp: 'een authenticator-app',
};
const purposes = {
  'sign-in': 'om in te loggen',
  'step-up': 'om een wijziging van uw account te bevestigen',
  'confirm-method': 'om dit adres of nummer als tweede stap toe te voegen',
  'confirm-address': 'om dit het adres van uw account te maken',
};

function frameOf(message: Message, { support }: Sender): Frame {
  return {
    language: 'nl',
    greeting: 'Hallo,',
    help: `Was u dit niet? Wijzig meteen uw wachtwoord en schrijf naar ${support}.`,
    button: message.about === 'passwordReset' ? 'Nieuw wachtwoord kiezen' : 'Account activeren',
    copy: 'Of kopieer dit adres naar uw browser, of naar Latchkey:',
  };
}

function words(message: Message, { service, support }: Sender): Words {
  switch (message.about) {
    case 'activation':
      return {
        subject: `Activeer uw account bij ${service}`,
        body: [
          `Iemand, hopelijk u, heeft met dit adres een account bij ${service} aangevraagd. Open deze link om het te activeren:`,
          message.link,
          'De link is 2 dagen geldig en werkt één keer. Vraag daarna in de app om een nieuwe of schrijf naar ' +
            `${support}. Was u dit niet? Doe dan niets: zonder bevestiging is er geen account.`,
        ],
      };
    case 'addressKnown':
      return {
        subject: `U hebt al een account bij ${service}`,
        body: [
          'Iemand, hopelijk u, heeft met dit adres een nieuw account aangevraagd. Er is er al een: log gewoon in.',
          `Wachtwoord vergeten? Kies een nieuw in de app, of op ${message.portal}`,
        ],
      };
    case 'code':
      return {
        subject: `Uw code voor ${service}`,
        body: [
          `${message.code} is uw code ${purposes[message.purpose]}. De code is 10 minuten geldig.`,
          'Geef hem aan niemand: niemand van de dienst vraagt er ooit om.',
        ],
      };
    case 'passwordReset':
      return {
        subject: `Kies een nieuw wachtwoord voor ${service}`,
        body: [
          'Iemand, hopelijk u, wil een nieuw wachtwoord kiezen. Open daarvoor deze link:',
          message.link,
          'De link is 1 uur geldig en werkt één keer. Was u dit niet? Doe dan niets: uw wachtwoord blijft.',
        ],
      };
    case 'confirmSignIn':
      return {
        subject: `Bevestig dat u inlogt bij ${service}`,
        body: [
          'Iemand heeft verkeerde wachtwoorden geprobeerd voor uw account. Op een nieuwe computer is het wachtwoord ' +
            'daarom nu niet genoeg. Logt u in? Vul dan naast het wachtwoord deze code in:',
          message.code,
          'De code is 1 uur geldig. Was u dit niet? Doe dan niets: zonder uw wachtwoord en uw tweede stap komt niemand ' +
            'binnen, en computers die u al gebruikt hebt, werken zoals altijd.',
        ],
      };
    case 'addressTaken':
      return {
        subject: `Uw adres en een ander account bij ${service}`,
        body: [
          'Iemand wilde dit adres aan een ander account geven. Het blijft van u; er is niets gewijzigd.',
        ],
      };
    case 'newDevice':
      return {
        subject: `Nieuwe computer ingelogd bij ${service}`,
        body: [
          `“${isolated(message.device)}” is voor het eerst ingelogd op uw account, vanuit netwerk ${message.network}.`,
        ],
        isSecurity: true,
      };
    case 'methodAdded':
      return {
        subject: `Tweede stap toegevoegd aan uw account bij ${service}`,
        body: [
          `Uw account accepteert nu ook ${kinds[message.kind]} (${isolated(message.hint)}). Vertrouwde computers zijn uitgelogd.`,
        ],
        isSecurity: true,
      };
    case 'methodRemoved':
      return {
        subject: `Tweede stap verwijderd van uw account bij ${service}`,
        body: [
          `Uw account accepteert geen ${kinds[message.kind]} (${isolated(message.hint)}) meer. Vertrouwde computers zijn uitgelogd.`,
        ],
        isSecurity: true,
      };
    case 'passwordChanged':
      return {
        subject: `Uw wachtwoord voor ${service} is gewijzigd`,
        body: ['Het wachtwoord van uw account is gewijzigd. Alle andere computers zijn uitgelogd.'],
        isSecurity: true,
      };
    case 'recoveryCodeUsed':
      return {
        subject: `Herstelcode gebruikt bij ${service}`,
        body: [`Een van uw herstelcodes is gebruikt. U hebt er nog ${message.left}.`],
        isSecurity: true,
      };
    case 'recoveryCodesMade':
      return {
        subject: `Nieuwe herstelcodes voor ${service}`,
        body: ['Er zijn nieuwe herstelcodes voor uw account gemaakt. De oude werken niet meer.'],
        isSecurity: true,
      };
    case 'addressChanged':
      return {
        subject: `Het adres van uw account bij ${service} is gewijzigd`,
        body: [`Uw account heeft nu het adres ${isolated(message.to)}. Dit adres hoort er niet meer bij.`],
        isSecurity: true,
      };
    case 'supportRequested':
      return {
        subject: `Er is om hulp gevraagd met uw account bij ${service}`,
        body: [
          `Iemand, hopelijk u, heeft gevraagd om de tweede stap van uw account te herstellen (${message.reference}).`,
          'Een medewerker beoordeelt dit voordat er iets wordt gewijzigd.',
        ],
        isSecurity: true,
      };
    case 'supportReceipt':
      return {
        subject: `Uw verzoek ${message.reference} aan de helpdesk van ${service}`,
        body: [`De helpdesk heeft uw verzoek ${message.reference} ontvangen en antwoordt op dit adres.`],
      };
    case 'mfaReset':
      return {
        subject: `De helpdesk heeft de tweede stap van uw account bij ${service} verwijderd`,
        body: [
          `Een medewerker heeft elke tweede stap van uw account verwijderd (verzoek ${message.reference}). Alle ` +
            'computers zijn uitgelogd. Bij de volgende keer inloggen stelt u een nieuwe in.',
        ],
        isSecurity: true,
      };
    case 'accountDeleted':
      return {
        subject: `Uw account bij ${service} is verwijderd`,
        body: ['Uw account en alles wat daarover werd bewaard, is verwijderd.'],
      };
  }
}
