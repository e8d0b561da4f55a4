import { isolated } from '../../../contract/plain-line.ts';
import type { MethodKind } from '../../../contract/vocabulary.ts';
import type { Words } from '../en/words.ts';

const methods: Record<MethodKind, string> = {
  email: 'E-Mail',
  sms: 'SMS',
  totp: 'Authenticator-App',
};

/** What `latchkey account` says. */
export const account: Words['account'] = {
  about: 'das Konto bei einem Server, das Codes nicht brauchen',
  status: 'zeigen, wer wo angemeldet ist',
  signIn: 'anmelden: fragt nach Passwort und zweitem Faktor, ohne das Passwort anzuzeigen',
  email: 'die E-Mail-Adresse des Kontos',
  signInMore:
    'Die Sitzung dauert bis „latchkey account sign-out“ oder bis ein offenes Fenster geschlossen wird.',
  signOut: 'abmelden und alles vom Konto von diesem Computer entfernen; der Tresor bleibt',
  devices: 'die Computer auflisten, die keinen zweiten Faktor brauchen: Name, System, bis wann und ID',
  remove: 'einem das Vertrauen entziehen, nach dem Anfang seiner ID',
  removeAll: 'allen das Vertrauen entziehen',
  askEmail: 'E-Mail-Adresse',
  askPassword: 'Passwort des Kontos',
  askMethod: 'Zweiter Faktor',
  askCode: 'Code',
  askRecoveryCode: 'Wiederherstellungscode',
  askTrust: (days) =>
    `Diesem Computer vertrauen${days === null ? '' : ` (${days} Tage)`}? Er braucht dann keinen zweiten Faktor.`,
  recoveryCode: 'Ein Wiederherstellungscode',
  ownCode: 'Dieser Tresor erzeugt den Code. Ist der jetzige schon verwendet, wird auf einen neuen gewartet.',
  sent: (hint) => `Ein Code ist unterwegs an ${hint}.`,
  confirmByMail: 'Es gab viele falsche Passwörter. Ein Code ist unterwegs an die Adresse des Kontos.',
  credentialsAgain: 'Adresse oder Passwort stimmt nicht, oder das Konto ist noch nicht aktiviert.',
  codeAgain: 'Der Code stimmt nicht.',
  nowSignedIn: (address) => `Angemeldet: ${address}.`,
  mustEnrolNow:
    'Angemeldet, aber das Konto hat noch keinen zweiten Faktor. Im Fenster lässt er sich einrichten.',
  signedOut: 'Abgemeldet. Auf diesem Computer ist nichts mehr vom Konto.',
  signedOutHere: 'Auf diesem Computer ist nichts mehr vom Konto, aber der Server war nicht zu erreichen.',
  noServer: 'keiner ist eingestellt',
  nobody: 'niemand ist angemeldet',
  mailOnItsWay: 'Konto erstellt; die E-Mail mit dem Link ist unterwegs',
  secondFactor: 'der zweite Faktor fehlt; melde dich noch einmal an',
  isSignedIn: 'angemeldet',
  mustEnrol: 'angemeldet, noch ohne zweiten Faktor',
  noDevices: 'Keinem Computer wird vertraut.',
  current: 'dieser',
  syncs: 'synchronisiert von selbst',
  removed: (count) =>
    count === 1 ? 'Einem Computer wird nicht mehr vertraut.' : `${count} Computern wird nicht mehr vertraut.`,
  method: (kind, destination) => `${methods[kind]} (${isolated(destination)})`,
  choice: ({ kind, hint, entryId }) =>
    `${methods[kind]} (${isolated(hint)})${entryId === null ? '' : ', in diesem Tresor'}`,
};
