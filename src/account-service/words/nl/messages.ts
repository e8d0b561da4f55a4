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
  'sign-in': 'om je aan te melden',
  'step-up': 'om een wijziging van je account te bevestigen',
  'confirm-method': 'om dit adres of nummer als tweede factor toe te voegen',
  'confirm-address': 'om dit het adres van je account te maken',
};

function frameOf(message: Message, { support }: Sender): Frame {
  return {
    language: 'nl',
    greeting: 'Hallo,',
    help: `Was jij dit niet? Wijzig meteen je wachtwoord en schrijf naar ${support}.`,
    button: message.about === 'passwordReset' ? 'Nieuw wachtwoord kiezen' : 'Account activeren',
    copy: 'Of kopieer dit adres naar uw browser, of naar Latchkey:',
  };
}

function words(message: Message, { service, support }: Sender): Words {
  switch (message.about) {
    case 'activation':
      return {
        subject: `Activeer je account bij ${service}`,
        body: [
          `Iemand, hopelijk jij, heeft met dit adres een account bij ${service} aangevraagd. Open deze link om het te activeren:`,
          message.link,
          'De link is 2 dagen geldig en werkt één keer. Vraag daarna in de app om een nieuwe of schrijf naar ' +
            `${support}. Was jij dit niet? Doe dan niets: zonder bevestiging is er geen account.`,
        ],
      };
    case 'addressKnown':
      return {
        subject: `Je hebt al een account bij ${service}`,
        body: [
          'Iemand, hopelijk jij, heeft met dit adres een nieuw account aangevraagd. Er is er al een: je kunt je gewoon aanmelden.',
          `Wachtwoord vergeten? Kies een nieuw in de app, of op ${message.portal}`,
        ],
      };
    case 'code':
      return {
        subject: `Je code voor ${service}`,
        body: [
          `${message.code} is je code ${purposes[message.purpose]}. De code is 10 minuten geldig.`,
          'Geef hem aan niemand: niemand van de dienst vraagt er ooit om.',
        ],
      };
    case 'passwordReset':
      return {
        subject: `Kies een nieuw wachtwoord voor ${service}`,
        body: [
          'Iemand, hopelijk jij, wil een nieuw wachtwoord kiezen. Open daarvoor deze link:',
          message.link,
          'De link is 1 uur geldig en werkt één keer. Was jij dit niet? Doe dan niets: je wachtwoord blijft.',
        ],
      };
    case 'confirmSignIn':
      return {
        subject: `Bevestig dat je je aanmeldt bij ${service}`,
        body: [
          'Iemand heeft verkeerde wachtwoorden geprobeerd voor je account. Op een nieuwe computer is het wachtwoord ' +
            'daarom nu niet genoeg. Meld je je aan? Vul dan naast het wachtwoord deze code in:',
          message.code,
          'De code is 1 uur geldig. Was jij dit niet? Doe dan niets: zonder je wachtwoord en je tweede factor komt niemand ' +
            'binnen, en computers die je al gebruikt hebt, werken zoals altijd.',
        ],
      };
    case 'addressTaken':
      return {
        subject: `Je adres en een ander account bij ${service}`,
        body: [
          'Iemand wilde dit adres aan een ander account geven. Het blijft van jou; er is niets gewijzigd.',
        ],
      };
    case 'newDevice':
      return {
        subject: `Nieuwe computer aangemeld bij ${service}`,
        body: [
          `“${isolated(message.device)}” heeft zich voor het eerst aangemeld bij je account, vanuit netwerk ${message.network}.`,
        ],
        isSecurity: true,
      };
    case 'methodAdded':
      return {
        subject: `Tweede factor toegevoegd aan je account bij ${service}`,
        body: [
          `Je account accepteert nu ook ${kinds[message.kind]} (${isolated(message.hint)}). Vertrouwde computers zijn afgemeld.`,
        ],
        isSecurity: true,
      };
    case 'methodRemoved':
      return {
        subject: `Tweede factor verwijderd van je account bij ${service}`,
        body: [
          `Je account accepteert geen ${kinds[message.kind]} (${isolated(message.hint)}) meer. Vertrouwde computers zijn afgemeld.`,
        ],
        isSecurity: true,
      };
    case 'passwordChanged':
      return {
        subject: `Je wachtwoord voor ${service} is gewijzigd`,
        body: ['Het wachtwoord van je account is gewijzigd. Alle andere computers zijn afgemeld.'],
        isSecurity: true,
      };
    case 'recoveryCodeUsed':
      return {
        subject: `Herstelcode gebruikt bij ${service}`,
        body: [`Een van je herstelcodes is gebruikt. Je hebt er nog ${message.left}.`],
        isSecurity: true,
      };
    case 'recoveryCodesMade':
      return {
        subject: `Nieuwe herstelcodes voor ${service}`,
        body: ['Er zijn nieuwe herstelcodes voor je account gemaakt. De oude werken niet meer.'],
        isSecurity: true,
      };
    case 'addressChanged':
      return {
        subject: `Het adres van je account bij ${service} is gewijzigd`,
        body: [`Je account heeft nu het adres ${isolated(message.to)}. Dit adres hoort er niet meer bij.`],
        isSecurity: true,
      };
    case 'supportRequested':
      return {
        subject: `Er is om hulp gevraagd met je account bij ${service}`,
        body: [
          `Iemand, hopelijk jij, heeft de helpdesk gevraagd om de tweede factor van je account te wissen (${message.reference}).`,
          'De helpdesk beoordeelt dit voordat er iets wordt gewijzigd.',
        ],
        isSecurity: true,
      };
    case 'supportReceipt':
      return {
        subject: `Je verzoek ${message.reference} aan de helpdesk van ${service}`,
        body: [`De helpdesk heeft je verzoek ${message.reference} ontvangen en antwoordt op dit adres.`],
      };
    case 'mfaReset':
      return {
        subject: `De helpdesk heeft de tweede factor van je account bij ${service} verwijderd`,
        body: [
          `De helpdesk heeft elke tweede factor van je account verwijderd (verzoek ${message.reference}). Alle ` +
            'computers zijn afgemeld. Bij je volgende aanmelding stel je een nieuwe in.',
        ],
        isSecurity: true,
      };
    case 'accountDeleted':
      return {
        subject: `Je account bij ${service} is verwijderd`,
        body: ['Je account en alles wat daarover werd bewaard, is verwijderd.'],
      };
  }
}
