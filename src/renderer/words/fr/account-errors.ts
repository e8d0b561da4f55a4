/** What a call of the account can end in: what happened; what was not changed and what to do. */
export const accountErrors = {
  SERVER_UNREACHABLE: { title: 'Le serveur de comptes est indisponible', text: '{{trouble}}' },
  LOCAL_ACCOUNT_WRITE_FAILED: {
    title: 'Impossible d’enregistrer ici les clés de votre compte',
    text: 'Le serveur n’a pas été contacté et rien n’a été modifié. Vérifiez que le disque n’est pas plein et que le dossier de Latchkey est accessible en écriture, puis réessayez. ({{reason}})',
  },
  OTHER_STEP: {
    title: 'L’assistant est déjà plus loin',
    text: 'Cette étape a été terminée ou quittée entre-temps : rien n’a été envoyé. L’écran affiche l’étape en cours.',
  },
  SERVER_ADDRESS_INVALID: {
    title: 'Ce n’est pas une adresse de serveur',
    text: 'Exemple : https://account.example.org. Le serveur n’a pas été changé ; cherchez une faute de frappe dans l’adresse.',
  },
  SIGN_OUT_FIRST: {
    title: 'Un compte du serveur actuel est encore ouvert ici',
    text: 'Le serveur n’a pas été changé. Déconnectez-vous d’abord ; vos codes restent.',
  },
  SERVER_FIXED: {
    title: 'Le serveur est déjà choisi',
    text: 'La personne qui a installé Latchkey ici l’a choisi : il ne peut pas être changé dans cette fenêtre. Rien n’a été modifié.',
  },
  LINK_DAMAGED: {
    title: 'Il manque une partie de ce lien',
    text: 'Rien n’a été ouvert. Copiez le lien en entier depuis l’e-mail, de « http » jusqu’au tout dernier caractère.',
  },
  LINK_NOT_OURS: {
    title: 'Ce lien n’est pas destiné à Latchkey',
    text: 'Rien n’a été ouvert. Copiez le lien entier depuis l’e-mail ; il contient « activate » ou « reset ».',
  },
  RATE_LIMITED: {
    title: 'Trop de demandes en peu de temps',
    text: 'Cette fois, rien n’a été envoyé. Réessayez {{wait}}.',
  },
  BUSY: {
    title: 'Le serveur est surchargé',
    text: 'Cet essai n’a pas été compté et rien n’a été modifié. Réessayez {{wait}}.',
  },
  DEVICE_PROOF_INVALID: {
    title: 'Le serveur n’a pas reconnu cet ordinateur',
    text: 'Rien n’a été modifié. Vérifiez que l’horloge de cet ordinateur est à l’heure, puis réessayez.',
  },
  PASSWORD_REFUSED: {
    title: 'Ce mot de passe est trop facile à deviner',
    text: '{{flaws}} Rien n’a été modifié ; choisissez-en un autre.',
  },
  LINK_INVALID: {
    title: 'Ce lien ne fonctionne plus',
    text: 'Il a déjà servi, ou un e-mail plus récent l’a remplacé. Rien n’a été modifié ; utilisez l’e-mail le plus récent.',
  },
  LINK_EXPIRED: { title: 'Ce lien a expiré', text: 'Rien n’a été modifié. Demandez-en un nouveau.' },
  PASSWORD_WRONG: {
    title: 'Mot de passe incorrect',
    text: 'Rien n’a été modifié. Vérifiez Verr. Maj et la disposition du clavier, puis réessayez.',
  },
  TOO_MANY_ATTEMPTS: {
    title: 'Trop d’essais incorrects',
    text: '{{again}} Cette limite protège le compte ; rien d’autre n’a été modifié.',
  },
  CREDENTIALS_INVALID: {
    title: 'Cette adresse et ce mot de passe ne correspondent pas',
    text: 'Ou le compte n’est pas encore activé. Vérifiez les deux, ou choisissez un nouveau mot de passe.',
  },
  FLOW_INVALID: {
    title: 'Cette connexion a pris trop de temps',
    text: 'Elle a été interrompue par sécurité. Rien n’a été modifié ; recommencez avec le mot de passe.',
  },
  METHOD_NOT_FOUND: {
    title: 'Cette méthode n’existe plus',
    text: 'Elle a été supprimée ou remplacée entre-temps. Rien d’autre n’a été modifié.',
  },
  METHOD_DISABLED: {
    title: 'Cette méthode est désactivée',
    text: 'Elle a reçu trop de codes incorrects. Utilisez-en une autre, ou un code de récupération.',
  },
  CODE_WRONG: {
    title: 'Code incorrect',
    text: '{{tries}} Utilisez le code le plus récent ; chacun ne sert qu’une fois.',
  },
  CODE_EXPIRED: { title: 'Ce code a expiré', text: 'Rien n’a été modifié. Demandez-en un nouveau.' },
  UNAUTHENTICATED: {
    title: 'Votre session est terminée',
    text: 'Rien n’a été modifié. Connectez-vous et réessayez.',
  },
  ENROLMENT_REQUIRED: {
    title: 'Configurez d’abord une méthode de connexion',
    text: 'Rien n’a été modifié. Le reste du compte sera accessible ensuite.',
  },
  STEP_UP_REQUIRED: {
    title: 'Cette action demande un nouveau code',
    text: 'Rien n’a été modifié. Confirmez votre identité et réessayez.',
  },
  METHOD_EXISTS: {
    title: 'Votre compte a déjà cette méthode',
    text: 'Rien n’a été modifié. Choisissez une autre adresse ou un autre numéro.',
  },
  TOO_MANY_METHODS: {
    title: 'Nombre maximal de méthodes atteint',
    text: 'Rien n’a été modifié. Supprimez-en une que vous n’utilisez plus.',
  },
  METHOD_NOT_OFFERED: {
    title: 'Ce serveur ne propose pas cette méthode',
    text: 'Rien n’a été modifié. Choisissez-en une autre.',
  },
  DESTINATION_INVALID: {
    title: 'Impossible d’envoyer un code à cette destination',
    text: 'Rien n’a été envoyé. Cherchez une faute de frappe dans l’adresse ou le numéro.',
  },
  OTHER_CODE: {
    title: 'C’était un autre code QR',
    text: 'Rien n’a été enregistré. Scannez celui de cet écran, sans autre code de configuration visible.',
  },
  LAST_METHOD: {
    title: 'C’est votre dernière méthode',
    text: 'Elle n’a pas été supprimée : sans méthode, rien ne prouverait votre identité. Remplacez-la, ou ajoutez-en d’abord une autre.',
  },
  DEVICE_NOT_FOUND: {
    title: 'Cet ordinateur n’est plus de confiance',
    text: 'La confiance lui avait déjà été retirée. Rien d’autre n’a été modifié.',
  },
  SESSION_NOT_FOUND: {
    title: 'Cette session est terminée',
    text: 'Elle avait déjà pris fin. Rien d’autre n’a été modifié.',
  },
  SYNC_OFF: {
    title: 'La synchronisation est désactivée pour ce compte',
    text: 'Rien n’a été envoyé, et aucun code n’a été supprimé ici. Activez-la d’abord.',
  },
  SYNC_NOT_MEMBER: {
    title: 'Cet ordinateur n’en fait pas partie',
    text: 'Rien n’a été envoyé, et vos codes restent ici. Admettez-le depuis un autre ordinateur, ou avec le kit de récupération.',
  },
  SYNC_STALE: {
    title: 'Un autre ordinateur a été plus rapide',
    text: 'Rien n’a été perdu. Latchkey reprend ce qu’il a écrit et réessaie.',
  },
  SYNC_REFUSED: {
    title: 'Le serveur n’a pas accepté ceci',
    text: 'Cet ordinateur n’a pas le droit de l’écrire. Rien n’a été modifié ; vos codes restent ici.',
  },
  SYNC_FULL: {
    title: 'Il n’y a plus de place pour la synchronisation',
    text: 'Rien n’a été modifié. Supprimez ce dont vous n’avez plus besoin, puis réessayez.',
  },
} as const;

/** Why the server can’t be used now. */
export const serverTroubles = {
  offline:
    'Il ne répond pas. Vérifiez votre connexion, puis réessayez. Rien n’est perdu, et vos codes fonctionnent sans lui.',
  notLatchkey: 'Cette adresse répond, mais ce n’est pas un serveur de comptes Latchkey.',
  appTooOld:
    'Il demande une version plus récente de Latchkey. Mettez Latchkey à jour ; en attendant, vos codes fonctionnent.',
  serverTooOld:
    'Il est trop ancien pour cette version de Latchkey. Demandez à la personne qui le gère de le mettre à jour ; en attendant, vos codes fonctionnent.',
  notStarted:
    'Il fait partie de l’installation d’essai de cet ordinateur, qui est arrêtée. Fermez Latchkey et redémarrez-le ; vos codes fonctionnent sans lui.',
} as const;

/** Which part of the trial on this computer is not up. */
export const trialFailure = {
  database: 'La base de données de l’installation d’essai n’a pas démarré.',
  inbox: 'La boîte de réception de l’installation d’essai n’a pas démarré.',
  service: 'Le serveur de comptes de l’installation d’essai n’a pas démarré, ou s’est arrêté.',
  reason: 'La raison indiquée :',
  next: 'Fermez Latchkey et redémarrez-le. Si le problème se répète, le terminal indique le fichier qui l’explique. Vos codes fonctionnent sans lui.',
} as const;

/** Why a new password was refused. */
export const passwordFlaws = {
  tooShort: 'Il est trop court.',
  tooLong: 'Il est trop long.',
  tooGuessable: 'Il est trop facile à deviner.',
  containsName: 'Il contient votre nom.',
  containsAddress: 'Il contient votre adresse e-mail.',
  common: 'Beaucoup de gens l’utilisent.',
} as const;
