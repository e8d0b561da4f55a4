/** Qué es Latchkey más allá de su ventana. */
export const desktop = {
  trayIcon: 'Icono en la bandeja del sistema',
  menuBarIcon: 'Icono en la barra de menús',
  trayIconText: 'Haz clic allí en un código fijado para copiarlo.',
  noTray: 'Este escritorio no muestra iconos en la bandeja',
  noTrayText:
    'En GNOME los muestra la extensión “AppIndicator and KStatusNotifierItem Support” (paquete gnome-shell-extension-appindicator). Instálala y vuelve a iniciar la sesión del equipo. Hasta entonces, al cerrar la ventana se cierra Latchkey.',
  closeToTray: 'Mantener Latchkey abierto en la bandeja',
  closeToTrayText: 'Al cerrar la ventana, solo se oculta. Para cerrar Latchkey, elige Salir en la bandeja.',
  openAtLogin: 'Abrir al iniciar la sesión del equipo',
  openAtLoginText: 'Latchkey se abre con la sesión de este equipo.',
  startHidden: 'Abrir en segundo plano',
  startHiddenText: 'Cuando se abre con tu sesión, solo aparece el icono.',
  alwaysOnTop: 'Mantener la ventana encima',
  alwaysOnTopText: 'Las demás ventanas no la tapan.',
  hideAfterCopy: 'Ocultar la ventana al copiar',
  hideAfterCopyText: 'Vuelves a donde te piden el código.',
  contentProtection: 'Excluir la ventana de las capturas',
  contentProtectionText: 'No aparece en capturas, grabaciones ni pantallas compartidas.',
  picturesOpen:
    'Este sistema no permite que Latchkey excluya su ventana de capturas, grabaciones y pantallas compartidas.',
} as const;
