/** What Latchkey is beyond its window. */
export const desktop = {
  trayIcon: 'Icône dans la zone de notification',
  menuBarIcon: 'Icône dans la barre des menus',
  trayIconText: 'Cliquez-y sur un code épinglé pour le copier.',
  noTray: 'Ce bureau n’affiche pas d’icônes de notification',
  noTrayText:
    'Sous GNOME, l’extension « AppIndicator and KStatusNotifierItem Support » les affiche (paquet gnome-shell-extension-appindicator). Installez-la et rouvrez votre session. D’ici là, fermer la fenêtre quitte Latchkey.',
  closeToTray: 'Continuer dans la zone de notification',
  closeToTrayText:
    'Fermer la fenêtre la masque. Pour quitter Latchkey, choisissez Quitter dans la zone de notification.',
  openAtLogin: 'Ouvrir avec ma session',
  openAtLoginText: 'Latchkey démarre à l’ouverture de session sur cet ordinateur.',
  startHidden: 'Démarrer sans fenêtre',
  startHiddenText: 'Au démarrage de la session, seule l’icône apparaît.',
  alwaysOnTop: 'Garder la fenêtre au premier plan',
  alwaysOnTopText: 'Les autres fenêtres ne la recouvrent pas.',
  hideAfterCopy: 'Masquer la fenêtre après une copie',
  hideAfterCopyText: 'Vous revenez là où le code est demandé.',
  contentProtection: 'Exclure la fenêtre des captures d’écran',
  contentProtectionText: 'Les captures, les enregistrements et les partages d’écran ne la montrent pas.',
  picturesOpen:
    'Ce système ne permet pas à Latchkey d’exclure sa fenêtre des captures, des enregistrements et des partages d’écran.',
} as const;
