import type { Words } from '../en/words.ts';

/** Words of the controls that every form is made of. */
export const controls: Words['controls'] = {
  named: '{{what}} : {{which}}',
  tooLong_one: '{{count}} caractère au plus ; il y en a {{length}}.',
  tooLong_many: '{{count}} de caractères au plus ; il y en a {{length}}.',
  tooLong_other: '{{count}} caractères au plus ; il y en a {{length}}.',
  discardTitle: 'Abandonner votre saisie ?',
  discardText: 'Elle n’est pas encore enregistrée.',
  discard: 'Abandonner',
  discardNot: 'Continuer',
};

/** Advice on a new password or passphrase. */
export const advice = {
  hint: 'Au moins {{minimum}} caractères. Quelques mots sans rapport entre eux sont sûrs et faciles à retenir.',
  more_one: 'Encore {{count}} caractère',
  more_many: 'Encore {{count}} de caractères',
  more_other: 'Encore {{count}} caractères',
  less: 'Trop long : {{maximum}} caractères au plus.',
  judging: 'Évaluation de la difficulté à deviner',
  tooGuessable: 'Assez long, mais facile à deviner. Ajoutez un autre mot sans rapport.',
  containsName: 'Évitez d’y mettre votre nom.',
  containsAddress: 'Évitez d’y mettre votre adresse e-mail.',
  common: 'Beaucoup de gens l’utilisent. Choisissez quelque chose de personnel.',
  good: 'Bon : difficile à deviner.',
  strong: 'Excellent : pratiquement impossible à deviner.',
} as const;
