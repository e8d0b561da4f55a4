import { isolated } from '../../../contract/plain-line.ts';
import type { MethodKind } from '../../../contract/vocabulary.ts';
import type { Words } from '../en/words.ts';

const methods: Record<MethodKind, string> = {
  email: 'e-mail',
  sms: 'sms',
  totp: 'authenticator-app',
};

/** Wat `latchkey account` zegt. */
export const account: Words['account'] = {
  about: 'het account bij een server, dat codes niet nodig hebben',
  status: 'tonen wie waar is aangemeld',
  signIn: 'aanmelden: vraagt om het wachtwoord, zonder het te tonen, en om een tweede factor',
  email: 'het e-mailadres van het account',
  signInMore: 'De sessie duurt tot “latchkey account sign-out”, of tot een open venster sluit.',
  signOut: 'afmelden, en alles van het account van deze computer halen; de kluis blijft',
  devices: 'de computers tonen die geen tweede factor nodig hebben: naam, systeem, tot wanneer en id',
  remove: 'er één niet meer vertrouwen, aangewezen met het begin van zijn id',
  removeAll: 'geen enkele meer vertrouwen',
  askEmail: 'E-mailadres',
  askPassword: 'Wachtwoord van het account',
  askMethod: 'Tweede factor',
  askCode: 'Code',
  askRecoveryCode: 'Herstelcode',
  askTrust: (days) =>
    `Deze computer${days === null ? '' : ` ${days} dagen lang`} vertrouwen? Dan is er geen tweede factor nodig.`,
  recoveryCode: 'Een herstelcode',
  ownCode: 'Deze kluis maakt de code. Is de huidige al gebruikt, dan wordt op een nieuwe gewacht.',
  sent: (hint) => `Er is een code onderweg naar ${hint}.`,
  confirmByMail:
    'Er zijn veel verkeerde wachtwoorden ingevuld. Er is een code onderweg naar het adres van het account.',
  credentialsAgain: 'Het adres of het wachtwoord klopt niet, of het account is nog niet geactiveerd.',
  codeAgain: 'Dat is niet de code.',
  nowSignedIn: (address) => `Aangemeld: ${address}.`,
  mustEnrolNow: 'Aangemeld, maar het account heeft nog geen tweede factor. Die stel je in het venster in.',
  signedOut: 'Afgemeld. Er staat niets meer van het account op deze computer.',
  signedOutHere: 'Er staat niets meer van het account op deze computer, maar de server was niet te bereiken.',
  noServer: 'geen ingesteld',
  nobody: 'niemand is aangemeld',
  mailOnItsWay: 'aangevraagd; de mail met de link is onderweg',
  secondFactor: 'de tweede factor ontbreekt; meld je opnieuw aan',
  isSignedIn: 'aangemeld',
  mustEnrol: 'aangemeld, nog zonder tweede factor',
  noDevices: 'Er wordt geen computer vertrouwd.',
  current: 'deze',
  syncs: 'synchroniseert vanzelf',
  removed: (count) =>
    count === 1
      ? 'Eén computer wordt niet meer vertrouwd.'
      : `${count} computers worden niet meer vertrouwd.`,
  method: (kind, destination) => `${methods[kind]} (${isolated(destination)})`,
  choice: ({ kind, hint, entryId }) =>
    `${methods[kind]} (${isolated(hint)})${entryId === null ? '' : ', in deze kluis'}`,
};
