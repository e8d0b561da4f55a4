import { isolated } from '../../../contract/plain-line.ts';
import type { MethodKind } from '../../../contract/vocabulary.ts';
import type { Words } from '../en/words.ts';

const methods: Record<MethodKind, string> = {
  email: 'e-mail',
  sms: 'SMS',
  totp: 'application d’authentification',
};

/** What `latchkey account` says. */
export const account: Words['account'] = {
  about: 'le compte sur un serveur ; les codes s’en passent',
  status: 'afficher la session ouverte, et sur quel serveur',
  signIn: 'ouvrir une session : demande le mot de passe, sans l’afficher, et un deuxième facteur',
  email: 'l’adresse e-mail du compte',
  signInMore:
    'La session dure jusqu’à « latchkey account sign-out », ou jusqu’à la fermeture d’une fenêtre ouverte.',
  signOut:
    'fermer la session, et effacer tout ce qui concerne le compte sur cet ordinateur ; le coffre reste',
  devices: 'lister les ordinateurs sans deuxième facteur : nom, système, échéance et identifiant',
  remove: 'retirer la confiance à un ordinateur, par le début de son identifiant',
  removeAll: 'retirer la confiance à tous',
  askEmail: 'Adresse e-mail',
  askPassword: 'Mot de passe du compte',
  askMethod: 'Deuxième facteur',
  askCode: 'Code',
  askRecoveryCode: 'Code de récupération',
  askTrust: (days) =>
    `Faire confiance à cet ordinateur${days === null ? '' : ` pendant ${days} jours`} ? Le deuxième facteur n’y sera plus demandé.`,
  recoveryCode: 'Un code de récupération',
  ownCode: 'Ce coffre produit le code. Si le code actuel a déjà servi, il attend le suivant.',
  sent: (hint) => `Un code est en route : ${hint}.`,
  confirmByMail:
    'Beaucoup de mots de passe étaient incorrects. Un code est en route vers l’adresse du compte.',
  credentialsAgain: 'L’adresse ou le mot de passe est incorrect, ou le compte n’est pas encore activé.',
  codeAgain: 'Code incorrect.',
  nowSignedIn: (address) => `Session ouverte : ${address}.`,
  mustEnrolNow:
    'La session est ouverte, mais le compte n’a pas encore de deuxième facteur. La fenêtre le configure.',
  signedOut: 'La session est fermée. Il ne reste rien du compte sur cet ordinateur.',
  signedOutHere: 'Il ne reste rien du compte sur cet ordinateur, mais le serveur n’a pas pu être prévenu.',
  noServer: 'aucun n’est défini',
  nobody: 'aucune session',
  mailOnItsWay: 'compte demandé ; l’e-mail avec le lien est en route',
  secondFactor: 'le deuxième facteur manque ; ouvrez la session à nouveau',
  isSignedIn: 'session ouverte',
  mustEnrol: 'session ouverte, encore sans deuxième facteur',
  noDevices: 'Aucun ordinateur de confiance.',
  current: 'celui-ci',
  syncs: 'se synchronise seul',
  removed: (count) =>
    count === 1
      ? 'La confiance est retirée à un ordinateur.'
      : `La confiance est retirée à ${count} ordinateurs.`,
  method: (kind, destination) => `${methods[kind]} (${isolated(destination)})`,
  choice: ({ kind, hint, entryId }) =>
    `${methods[kind]} (${isolated(hint)})${entryId === null ? '' : ', dans ce coffre'}`,
};
