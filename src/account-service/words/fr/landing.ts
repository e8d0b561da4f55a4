import { accountLimits } from '../../../contract/account-service.ts';
import type { LandingWords } from '../../http/landing-words.ts';

/** The landing pages in French. */
export const landing: LandingWords = {
  language: 'fr',
  activateTitle: (service) => `Activez votre compte ${service}`,
  activateIntro: 'Confirmez dans l’application, sur l’ordinateur de votre inscription :',
  openApp: 'Ouvrir dans Latchkey',
  here: 'Ou activez dans ce navigateur, avec le mot de passe choisi à l’inscription :',
  signUpPassword: 'Mot de passe',
  activateHere: 'Activer dans ce navigateur',
  activatedTitle: 'Votre compte est activé',
  activated:
    'Ouvrez Latchkey et connectez-vous. Vous y configurerez un deuxième facteur, par exemple un code sur votre téléphone.',
  expiredTitle: 'Ce lien a expiré',
  expired: (support) =>
    `Les liens sont valables 2 jours. Demandez-en un nouveau ici, ou écrivez à ${support}.`,
  resend: 'Recevoir un nouveau lien',
  resentTitle: 'Un nouveau lien est en route',
  resent: 'Consultez votre messagerie. Seul le lien le plus récent fonctionne.',
  usedTitle: 'Ce lien a déjà servi',
  usedActivation: 'Votre compte est activé. Ouvrez Latchkey et connectez-vous.',
  usedReset: 'Il a servi à changer le mot de passe. Connectez-vous avec le nouveau dans Latchkey.',
  replacedTitle: 'Il existe un lien plus récent',
  replaced: 'Un e-mail plus récent a remplacé celui-ci. Ouvrez-le et cliquez sur son bouton.',
  damagedTitle: 'Il manque une partie de ce lien',
  damaged:
    'Rien ne s’est passé. Cliquez sur le bouton de l’e-mail, ou copiez le lien en entier, jusqu’au tout dernier caractère.',
  invalidTitle: 'Ce lien est inconnu ici',
  invalid: (support) =>
    `Ce service ne le connaît pas : il est très ancien, ou un caractère a changé en chemin. Ouvrez l’e-mail le plus récent et cliquez sur son bouton, ou écrivez à ${support}.`,
  resetTitle: 'Choisissez un nouveau mot de passe',
  newPassword: `Nouveau mot de passe (de ${accountLimits.passwordMin} à ${accountLimits.passwordMax} caractères)`,
  resetButton: 'Définir ce mot de passe',
  resetDoneTitle: 'Votre mot de passe est changé',
  resetDone: 'Connectez-vous avec lui dans Latchkey. Votre deuxième facteur reste nécessaire.',
  resetExpired:
    'Les liens pour choisir un mot de passe sont valables 1 heure. Demandez-en un nouveau dans l’application.',
  wrongPassword: 'Ce n’est pas le mot de passe de cette inscription.',
  emptyPassword: 'Saisissez d’abord le mot de passe. Rien ne s’est encore passé.',
  flaws: {
    tooShort: `Ce mot de passe est trop court : utilisez au moins ${accountLimits.passwordMin} caractères.`,
    tooLong: `Ce mot de passe est trop long : utilisez au plus ${accountLimits.passwordMax} caractères.`,
    tooGuessable: 'Ce mot de passe est trop facile à deviner.',
    containsName: 'Ce mot de passe contient votre nom.',
    containsAddress: 'Ce mot de passe contient votre adresse.',
    common: 'Beaucoup de gens utilisent ce mot de passe.',
  },
  later: 'C’est impossible pour le moment. Réessayez un peu plus tard.',
  awayTitle: 'Le service ne peut pas répondre pour le moment',
  away: (support) =>
    `Votre lien n’est pas en cause. Attendez une minute, puis rouvrez-le : il indiquera si quelque chose a été fait. Si cela dure, écrivez à ${support}.`,
  awayAgain: 'Réessayer',
};
