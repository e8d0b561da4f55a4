import type { MethodKind } from '../../../contract/account-service.ts';
import { isolated } from '../../../contract/plain-line.ts';
import { letter, type Frame, type Words } from '../../outbox/messages/letter.ts';
import type { Message, Rendered, Sender } from '../../outbox/messages/message.ts';

/** The mails and SMS in French. */
export function messages(message: Message, sender: Sender): Rendered {
  return letter(message, words(message, sender), frameOf(message, sender), sender);
}

const kinds: Record<MethodKind, string> = {
  email: 'les codes par e-mail',
  sms: 'les codes par SMS',
  totp: 'une application d’authentification',
};
const refused: Record<MethodKind, string> = {
  email: 'les codes par e-mail',
  sms: 'les codes par SMS',
  totp: 'cette application d’authentification',
};
const purposes = {
  'sign-in': 'pour vous connecter',
  'step-up': 'pour confirmer une modification de votre compte',
  'confirm-method': 'pour ajouter cette adresse ou ce numéro comme deuxième facteur',
  'confirm-address': 'pour faire de cette adresse celle de votre compte',
};

function frameOf(message: Message, { support }: Sender): Frame {
  return {
    language: 'fr',
    greeting: 'Bonjour,',
    help: `Ce n’était pas vous ? Changez aussitôt de mot de passe et écrivez à ${support}.`,
    button: message.about === 'passwordReset' ? 'Choisir un nouveau mot de passe' : 'Activer le compte',
    copy: 'Ou copiez cette adresse dans votre navigateur, ou dans Latchkey :',
  };
}

function words(message: Message, { service, support }: Sender): Words {
  switch (message.about) {
    case 'activation':
      return {
        subject: `Activez votre compte ${service}`,
        body: [
          `Quelqu’un, sans doute vous, a demandé un compte ${service} avec cette adresse. Ouvrez ce lien pour l’activer :`,
          message.link,
          'Le lien est valable 2 jours et ne sert qu’une fois. Ensuite, demandez-en un nouveau dans l’application ou ' +
            `écrivez à ${support}. Si ce n’était pas vous, ne faites rien : sans confirmation, il n’y a pas de compte.`,
        ],
      };
    case 'addressKnown':
      return {
        subject: `Vous avez déjà un compte ${service}`,
        body: [
          'Quelqu’un, sans doute vous, a demandé un nouveau compte avec cette adresse. Elle en a déjà un : il suffit de vous connecter.',
          `Mot de passe oublié ? Choisissez-en un nouveau dans l’application, ou sur ${message.portal}`,
        ],
      };
    case 'code':
      return {
        subject: `Votre code ${service}`,
        body: [
          `${message.code} est votre code ${purposes[message.purpose]}. Il est valable 10 minutes.`,
          'Ne le donnez à personne. Le service ne vous le demandera jamais.',
        ],
      };
    case 'passwordReset':
      return {
        subject: `Choisissez un nouveau mot de passe pour ${service}`,
        body: [
          'Quelqu’un, sans doute vous, a demandé à choisir un nouveau mot de passe. Ouvrez ce lien pour le faire :',
          message.link,
          'Le lien est valable 1 heure et ne sert qu’une fois. Si ce n’était pas vous, ne faites rien : votre mot de ' +
            'passe reste le même.',
        ],
      };
    case 'confirmSignIn':
      return {
        subject: `Confirmez votre connexion à ${service}`,
        body: [
          'Quelqu’un a essayé des mots de passe incorrects pour votre compte. Pour l’instant, le mot de passe ne suffit ' +
            'donc plus sur un nouvel ordinateur. Si vous êtes en train de vous connecter, saisissez aussi ce code :',
          message.code,
          'Le code est valable 1 heure. Si ce n’était pas vous, ne faites rien : personne n’entre sans votre mot de passe ' +
            'et votre deuxième facteur, et les ordinateurs que vous avez déjà utilisés fonctionnent comme toujours.',
        ],
      };
    case 'addressTaken':
      return {
        subject: `Votre adresse et un autre compte ${service}`,
        body: [
          'Quelqu’un a essayé de donner cette adresse à un autre compte. Elle reste la vôtre ; rien n’a été modifié.',
        ],
      };
    case 'newDevice':
      return {
        subject: `Connexion à ${service} depuis un nouvel ordinateur`,
        body: [
          `« ${isolated(message.device)} » s’est connecté à votre compte pour la première fois, depuis le réseau ${message.network}.`,
        ],
        isSecurity: true,
      };
    case 'methodAdded':
      return {
        subject: `Deuxième facteur ajouté à votre compte ${service}`,
        body: [
          `Votre compte accepte maintenant aussi ${kinds[message.kind]} (${isolated(message.hint)}). Les ordinateurs de confiance ont été déconnectés.`,
        ],
        isSecurity: true,
      };
    case 'methodRemoved':
      return {
        subject: `Deuxième facteur supprimé de votre compte ${service}`,
        body: [
          `Votre compte n’accepte plus ${refused[message.kind]} (${isolated(message.hint)}). Les ordinateurs de confiance ont été déconnectés.`,
        ],
        isSecurity: true,
      };
    case 'passwordChanged':
      return {
        subject: `Votre mot de passe ${service} a été changé`,
        body: [
          'Le mot de passe de votre compte a été changé. Tous les autres ordinateurs ont été déconnectés.',
        ],
        isSecurity: true,
      };
    case 'recoveryCodeUsed':
      return {
        subject: `Code de récupération utilisé pour ${service}`,
        body: [`L’un de vos codes de récupération a été utilisé. Il vous en reste ${message.left}.`],
        isSecurity: true,
      };
    case 'recoveryCodesMade':
      return {
        subject: `Nouveaux codes de récupération pour ${service}`,
        body: [
          'De nouveaux codes de récupération ont été créés pour votre compte. Les anciens ne fonctionnent plus.',
        ],
        isSecurity: true,
      };
    case 'addressChanged':
      return {
        subject: `L’adresse de votre compte ${service} a été changée`,
        body: [
          `L’adresse de votre compte est maintenant ${isolated(message.to)}. Cette adresse-ci n’en fait plus partie.`,
        ],
        isSecurity: true,
      };
    case 'supportRequested':
      return {
        subject: `Demande d’aide pour votre compte ${service}`,
        body: [
          `Quelqu’un, sans doute vous, a demandé à l’assistance de réinitialiser le deuxième facteur de votre compte (${message.reference}).`,
          'Une personne de l’assistance examine la demande avant toute modification.',
        ],
        isSecurity: true,
      };
    case 'supportReceipt':
      return {
        subject: `Votre demande ${message.reference} à l’assistance ${service}`,
        body: [`L’assistance a reçu votre demande ${message.reference} et répondra à cette adresse.`],
      };
    case 'mfaReset':
      return {
        subject: `L’assistance a réinitialisé le deuxième facteur de votre compte ${service}`,
        body: [
          `L’assistance a supprimé tous les deuxièmes facteurs de votre compte (demande ${message.reference}). Tous les ` +
            'ordinateurs ont été déconnectés. À votre prochaine connexion, vous en configurerez un nouveau.',
        ],
        isSecurity: true,
      };
    case 'accountDeleted':
      return {
        subject: `Votre compte ${service} a été supprimé`,
        body: ['Votre compte et toutes ses données ont été supprimés.'],
      };
  }
}
