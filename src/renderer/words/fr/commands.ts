/** The command palette. Commands have their names in `contract/words/fr/words.ts`. */
export const palette = {
  search: 'Commande, paramètre ou code',
  recent: 'Récentes',
  commands: 'Commandes',
  nothing: 'Aucun résultat pour « {{text}} ».',
  choose: 'Choisir',
  open: 'Ouvrir',
} as const;

/** Other words that people look for a command by. */
export const commandsAlso = {
  add: 'nouveau plus créer entrée compte',
  scan: 'code qr caméra photo image capture',
  typeKey: 'secret manuel taper entrer à la main clé',
  import: 'importer migrer transférer déplacer google authenticator authy aegis',
  export: 'exporter transférer déplacer sauvegarde fichier qr',
  deleted: 'supprimés poubelle effacés restaurer annuler',
  settings: 'réglages préférences options configurer',
  account: 'connexion se connecter identifiant profil serveur',
  clock: 'code faux refusé ne marche pas incorrect invalide heure horloge décalage corriger',
  palette: 'commandes tout',
  find: 'filtrer trouver chercher',
  shortcuts: 'touches clavier aide',
  lock: 'fermer déconnexion masquer sécuriser',
  back: 'précédent revenir',
} as const;

/** The list of shortcuts: what keys do in the list of codes. */
export const shortcuts = {
  anywhere: 'Partout',
  inList: 'Dans les codes',
  or: 'ou',
  type: 'Rechercher : tapez simplement',
  move: 'Choisir un code',
  copy: 'Copier le code',
  copyNext: 'Copier le code suivant',
  details: 'Ouvrir ses détails',
  menu: 'Autres actions',
  leave: 'Effacer la recherche, ou revenir',
} as const;

/** Other words that people look for a setting by. */
export const settingsAlso = {
  theme: 'mode sombre clair nuit couleurs thème',
  language: 'français anglais traduction langue',
  clipboard: 'copier coller secondes effacer presse-papiers',
  hideCodes: 'confidentialité cacher flou discrétion regard',
  desktopSearch: 'gnome kde spotlight bureau chercher',
  setUpLinks: 'otpauth url ouvrir avec lien',
  quickFind: 'raccourci global touches fenêtre',
  command: 'terminal raccourci associer basculer',
  clock: 'heure fausse décalage refusé invalide codes ntp corriger',
  opens: 'verrouillage mode trousseau phrase secrète session protection',
  passphrase: 'mot de passe changer ajouter supprimer deuxième accès',
  idle: 'verrouiller automatiquement absence minutes délai inactivité veille',
  key: 'trousseau chiffrement renouveler rotation compromise',
  recovery: 'papier imprimer urgence secours perdu code',
  backups: 'copie dossier automatique quotidienne enregistrer',
  restore: 'récupérer fichier perdu rétablir',
  sync: 'synchroniser sync partager appareils ordinateurs rejoindre mots portable nuage',
  history: 'historique annuler précédent avant restaurer',
  vaultAt: 'fichier dossier emplacement chemin version',
  profile: 'nom langue',
  address: 'mail courriel changer',
  password: 'changer connexion',
  sessions: 'appareils connectés ordinateurs',
  activity: 'journal historique sécurité',
  delete: 'supprimer fermer compte',
} as const;
