/** What each command is called: in the tray and the menu as in the window. */
export const commands = {
  add: 'Ajouter un code',
  scan: 'Scanner l’écran',
  typeKey: 'Saisir la clé d’un code',
  import: 'Importer des codes',
  export: 'Exporter des codes',
  deleted: 'Corbeille',
  settings: 'Paramètres',
  account: 'Compte',
  clock: 'Un site refuse mes codes',
  palette: 'Palette de commandes',
  find: 'Rechercher dans les codes',
  shortcuts: 'Raccourcis clavier',
  lock: 'Verrouiller',
  back: 'Retour',
  show: 'Afficher Latchkey',
  unlock: 'Ouvrir Latchkey',
  quickFind: 'Recherche rapide',
  quit: 'Quitter',
} as const;

/** What the tray's menu says besides. */
export const tray = {
  noPins: 'Épinglez un code pour le copier ici',
  locked: 'Les codes ne sont pas ouverts',
  unnamed: 'Sans nom',
} as const;

/** What the shortcut of the whole desktop does, in the desktop's own settings. */
export const shortcut = 'Chercher un code';
