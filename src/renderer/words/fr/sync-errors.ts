/** La synchronisation : ce qui s’est passé ; ce qui n’a pas été modifié et que faire. */
export const syncErrors = {
  SYNC_STEP: {
    title: 'La synchronisation a déjà avancé',
    text: 'Elle n’est plus dans l’état affiché : rien n’a été fait. L’écran montre son état actuel.',
  },
  SYNC_NOT_KEPT: {
    title: 'Impossible d’enregistrer ici les données de la synchronisation',
    text: 'Rien n’a été envoyé et aucun code n’a été modifié. Vérifiez que le disque n’est pas plein et que le dossier de Latchkey est accessible en écriture, puis réessayez. ({{reason}})',
  },
  SYNC_STOPPED: {
    title: 'La synchronisation s’est arrêtée',
    text: 'Ce que montre le serveur n’est pas cohérent : rien n’en a été utilisé. Vos codes restent ici tels quels. Comparez-les avec ceux de vos autres ordinateurs, puis réessayez. ({{fault}})',
  },
  SYNC_ASKS: {
    title: 'Une question d’abord',
    text: 'Un autre ordinateur a supprimé beaucoup de codes. Décidez d’abord s’il faut les supprimer ici aussi ; rien d’autre n’a été fait.',
  },
  SYNC_LATER: {
    title: 'Vos autres ordinateurs ont été plus rapides',
    text: 'Ils ont écrit quelque chose à chaque tentative. Rien n’est perdu ; réessayez dans un instant.',
  },
  SYNC_ELSEWHERE: {
    title: 'La synchronisation est déjà activée pour votre compte',
    text: 'Rien n’a été modifié. Ajoutez cet ordinateur avec les mots ou avec le kit de récupération.',
  },
  SYNC_KIT_UNKNOWN: {
    title: 'La synchronisation ne connaît pas ce kit de récupération',
    text: 'Il appartient à un autre compte, ou un plus récent l’a remplacé. Rien n’a été modifié. Prenez la page la plus récente, ou les mots.',
  },
  JOIN_WORD_UNKNOWN: {
    title: 'Ce mot n’existe pas',
    text: 'Relisez le mot {{place}} sur l’autre ordinateur. Mots les plus proches : {{meant}}. Rien n’a été modifié.',
  },
  JOIN_WORDS_COUNT: {
    title: 'Il y a six mots',
    text: 'Nombre de mots saisis : {{words}}. Rien n’a été modifié ; recopiez les six, dans l’ordre.',
  },
  JOIN_NOT_SEEN: {
    title: 'Aucun code QR d’ordinateur trouvé',
    text: 'Montrez en entier le code QR de l’ordinateur à ajouter, net et pas trop petit, puis réessayez. Ou saisissez ses six mots. Rien n’a été modifié.',
  },
  JOIN_NOT_ASKED: {
    title: 'Aucun ordinateur n’attend avec ces mots',
    text: 'Rien n’a été modifié. Vérifiez les mots, et que l’autre ordinateur les affiche toujours et est connecté au même compte.',
  },
  MEMBER_NOT_FOUND: {
    title: 'Il n’en fait plus partie',
    text: 'Un autre ordinateur l’a retiré entre-temps. Rien d’autre n’a été modifié.',
  },
  MEMBER_SELF: {
    title: 'Un ordinateur ne peut pas se retirer lui-même',
    text: 'Rien n’a été modifié. Désactivez la synchronisation ici, puis retirez cet ordinateur depuis un autre.',
  },
};
