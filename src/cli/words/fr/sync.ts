import { isolated } from '../../../contract/plain-line.ts';
import { nameOf } from '../../name-of.ts';
import type { Words } from '../en/words.ts';

/** Ce que dit `latchkey sync`. */
export const sync: Words['sync'] = {
  about:
    'les mêmes codes sur tous vos ordinateurs ; le serveur de comptes les transmet sans pouvoir les lire',
  status: 'afficher son état, après avoir interrogé le serveur',
  now: 'envoyer et recevoir maintenant ; une fenêtre ouverte le fait toute seule',
  again: 'continuer après des données incohérentes du serveur ; comparez d’abord vos ordinateurs',
  members:
    'lister les ordinateurs et le kit qui en font partie : nom, système, depuis quand, par qui, dernière synchronisation, identifiant',
  answer: 'dire si les entrées supprimées par un autre ordinateur le sont aussi ici, quand status le demande',
  answers: 'les supprimer ici aussi (delete), ou les garder partout (keep)',
  on: 'l’activer pour votre compte, avec cet ordinateur et le kit de récupération',
  onMore: 'Elle demande le code du kit de récupération, qui ramène tout sans aucun ordinateur.',
  join: 'faire admettre cet ordinateur : il montre six mots et leur code QR, puis attend',
  byKit: 'avec le code d’un kit de récupération qui en fait partie, au lieu d’un autre ordinateur',
  joinMore:
    'Sur un ordinateur qui en fait partie, saisissez les mots dans « latchkey sync add » ou dans la fenêtre. Ctrl-C les retire.',
  add: 'admettre un autre ordinateur : les six mots qu’il montre sont demandés',
  screen: 'lire plutôt leur code QR sur cet écran',
  addKit: 'admettre plutôt le kit de récupération de ce coffre, à la place de celui qui en fait partie',
  addMore: 'Sans terminal, les mots sont lus sur l’entrée standard.',
  remove: 'retirer un ordinateur ou un kit ; affiche les codes à renouveler, qu’il connaissait',
  name: 'son nom, ou le début de son identifiant',
  removeMore: 'Il ne lit rien de ce qui est écrit ensuite. Sa session et sa confiance prennent fin aussi.',
  renewals:
    'lister les codes à renouveler connus des ordinateurs retirés : ordinateur, émetteur, compte, identifiant',
  done: 'les cocher, car leurs sites en ont de nouveaux',
  off: 'la désactiver sur cet ordinateur ; les codes restent',
  everywhere: 'sur tous les ordinateurs, et tout en effacer sur le serveur ; les codes restent',

  stages: {
    off: 'désactivée',
    on: 'activée',
    entering: 'cet ordinateur est en cours d’admission',
    waiting: 'attend d’être admis',
    unreadable: 'activée, mais ses données ne s’ouvrent pas',
  },
  notOn: {
    off: 'La synchronisation est désactivée ici. « latchkey sync on » l’active, « latchkey sync join » rejoint vos autres ordinateurs.',
    entering: 'Cet ordinateur est encore en cours d’admission. « latchkey sync now » réessaie.',
    waiting: 'Cet ordinateur attend d’être admis : « latchkey sync join » montre à nouveau ses mots.',
    unreadable:
      'Les données de la synchronisation ne s’ouvrent pas ici. D’abord « latchkey sync off », puis « latchkey sync join » ; vos codes restent.',
  },
  already: {
    on: 'La synchronisation est déjà activée ici.',
    entering: 'Cet ordinateur est déjà en cours d’admission. « latchkey sync now » réessaie.',
    waiting:
      'Cet ordinateur attend d’être admis avec des mots. « latchkey sync join » les montre, « latchkey sync off » les retire.',
    unreadable:
      'Les données de la synchronisation ne s’ouvrent pas ici. « latchkey sync off » les abandonne ; vos codes restent.',
  },
  troubles: {
    offline: 'Le serveur de comptes est injoignable.',
    signedOut: 'Aucune session du compte n’est ouverte.',
    trustEnded: 'Aucune session n’est ouverte, et la confiance accordée à cet ordinateur a pris fin.',
    busy: 'Le serveur demande d’attendre.',
    readOnly: 'Le coffre ne peut pas être modifié ici.',
    notWritten: 'Les données de la synchronisation n’ont pas pu être écrites ici.',
    full: 'Le compte n’a plus de place pour la synchronisation.',
    refused: 'Le serveur n’accepte pas ce que ce Latchkey écrit.',
    ended: 'La synchronisation a été désactivée partout.',
    notMember: 'Le serveur dit que cet ordinateur n’en fait pas partie, sans le prouver.',
    removed: 'Un autre ordinateur a retiré celui-ci.',
    stopped: 'Ce que montre le serveur n’est pas cohérent. Rien n’en a été utilisé.',
    notWelcomed: 'Rien ne prouve que ce que montre le serveur est à vous. Rien n’en a été utilisé.',
    unreadable: 'Les données de la synchronisation, à côté du coffre, ne s’ouvrent pas.',
    newer: 'Un Latchkey plus récent a écrit les données de la synchronisation à côté du coffre.',
  },
  nexts: {
    wait: 'Rien n’est perdu ; la prochaine fois réessaiera.',
    signIn: 'Ouvrez une session : latchkey account sign-in.',
    stepUp: 'Refaites ce que vous vouliez ; un deuxième facteur sera alors demandé.',
    makeWritable: 'Donnez à Latchkey un dossier accessible en écriture, avec de la place sur le disque.',
    makeRoom: 'Supprimez définitivement ce dont vous n’avez plus besoin.',
    update: 'Mettez Latchkey à jour.',
    tryAgain: 'Comparez vos codes avec vos autres ordinateurs, puis : latchkey sync now --again.',
    joinAgain: 'D’abord latchkey sync off, puis latchkey sync join. Vos codes restent.',
  },
  advice: {
    SYNC_STEP: '« latchkey sync status » montre son état.',
    SYNC_OFF: '« latchkey sync on » l’active. Vos codes restent ici.',
    SYNC_NOT_MEMBER: 'Vos codes restent ici. D’abord latchkey sync off, puis latchkey sync join.',
    SYNC_STALE: 'Rien n’est perdu. Réessayez.',
    SYNC_REFUSED: 'Rien n’a été modifié. Mettez Latchkey à jour.',
    SYNC_FULL: 'Supprimez définitivement ce dont vous n’avez plus besoin.',
    SYNC_ASKS: '« latchkey sync status » montre la question ; latchkey sync answer y répond.',
    SYNC_LATER: 'Rien n’est perdu ; réessayez dans un instant.',
    SYNC_ELSEWHERE: '« latchkey sync join » fait admettre cet ordinateur.',
    SYNC_KIT_UNKNOWN: 'Il appartient à un autre compte, ou un plus récent l’a remplacé.',
    JOIN_NOT_SEEN: 'Montrez le code QR en entier sur cet écran, ou saisissez les six mots.',
    JOIN_NOT_ASKED:
      'Vérifiez les mots, et que l’autre ordinateur attend encore, avec une session de ce compte.',
    MEMBER_NOT_FOUND: 'Il a peut-être été retiré entre-temps : « latchkey sync members ».',
    MEMBER_SELF: 'D’abord latchkey sync off ici ; ensuite, un autre ordinateur retire celui-ci.',
  },
  telling: {
    notKept: (reason) =>
      `Rien n’a été envoyé. Vérifiez que le dossier de Latchkey est accessible en écriture et a de la place. (${reason})`,
    stopped: (fault) => `Rien n’en a été utilisé. « latchkey sync status » dit que faire. (${fault})`,
    wordUnknown: (place, meant) =>
      `C’est le mot ${place}.${meant.length === 0 ? '' : ` Peut-être : ${meant.join(', ')}.`}`,
    wordsCount: (count) => `Nombre de mots saisis : ${count}.`,
  },

  kit: 'kit de récupération',
  kitIn: 'en fait partie',
  kitOut: 'n’en fait pas partie ; latchkey sync add --kit',
  aloneUntil: (when) => `échéance : ${when} ; reconnectez-vous ensuite`,
  aloneNot:
    'seulement tant que votre session est ouverte ; faites confiance à cet ordinateur à la prochaine connexion',
  founder: 'l’a activée',
  asLastSeen: 'Le serveur n’a pas pu être interrogé. Dernier état connu :',
  question: (count) =>
    count === 1
      ? 'D’autres ordinateurs ont supprimé une entrée qui est encore ici. La supprimer ici aussi, ou la garder partout ? latchkey sync answer delete, ou keep.'
      : `D’autres ordinateurs ont supprimé ${count} entrées qui sont encore ici. Les supprimer ici aussi, ou les garder partout ? latchkey sync answer delete, ou keep.`,
  noQuestion: 'Aucune question n’est posée.',
  conflict: (entry, first, second) =>
    `Deux ordinateurs ont donné des clés différentes à une entrée : ${nameOf(entry)}. Voyez quel code est accepté (${first}, ${second}), et supprimez l’autre avec latchkey rm.`,

  askKit: 'Code du kit de récupération',
  askWords: 'Les six mots',
  askRemove: (name) => `Retirer ${isolated(name)} ?`,
  askEverywhere:
    'Désactiver la synchronisation sur tous vos ordinateurs, et tout en effacer sur le serveur ?',
  turnedOn:
    'La synchronisation est activée. Sur vos autres ordinateurs : latchkey sync join, ou les paramètres de la fenêtre.',
  typeThem:
    'Sur un ordinateur qui en fait partie : latchkey sync add, et ces mots. Ou faites scanner le code QR par sa fenêtre.',
  waits: 'En attente d’admission. Ctrl-C la retire.',
  tookBack: 'Demande retirée. Cet ordinateur n’attend plus, et ses mots ne servent plus à rien.',
  isIn: 'Cet ordinateur en fait partie.',
  added: (name, platform) => `Admis : ${isolated(name)} (${isolated(platform)}).`,
  addedKit: 'Le kit de récupération en fait partie.',
  removed: (name) => `Retiré : ${isolated(name)}.`,
  renew:
    'Il connaît encore ces codes. Configurez chacun à nouveau sur son site ; latchkey sync renewals --done le coche.',
  offHere:
    'La synchronisation est désactivée ici. Vos codes restent. Un autre ordinateur retire celui-ci de la liste : latchkey sync remove.',
  offEverywhere: 'La synchronisation est désactivée partout. Vos codes restent sur chaque ordinateur.',
};
