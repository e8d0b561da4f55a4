/** What Latchkey is beyond its window. */
export const desktop = {
  trayIcon: 'Symbol im Infobereich',
  menuBarIcon: 'Symbol in der Menüleiste',
  trayIconText: 'Klicke dort auf einen angehefteten Code, um ihn zu kopieren.',
  noTray: 'Diese Arbeitsumgebung zeigt keine Symbole im Infobereich',
  noTrayText:
    'In GNOME zeigt sie die Erweiterung „AppIndicator and KStatusNotifierItem Support“ (Paket gnome-shell-extension-appindicator). Installiere sie und melde dich neu an. Bis dahin beendet das Schließen des Fensters Latchkey.',
  closeToTray: 'Im Infobereich weiterlaufen',
  closeToTrayText:
    'Das Schließen verbirgt das Fenster. Um Latchkey zu beenden, wähle im Infobereich „Beenden“.',
  openAtLogin: 'Beim Anmelden öffnen',
  openAtLoginText: 'Latchkey startet mit deiner Sitzung an diesem Computer.',
  startHidden: 'Verborgen starten',
  startHiddenText: 'Startet Latchkey mit deiner Sitzung, erscheint nur das Symbol.',
  alwaysOnTop: 'Fenster im Vordergrund halten',
  alwaysOnTopText: 'Andere Fenster verdecken es nicht.',
  hideAfterCopy: 'Fenster nach dem Kopieren verbergen',
  hideAfterCopyText: 'Du bist wieder dort, wo der Code verlangt wird.',
  contentProtection: 'Fenster in Bildschirmfotos auslassen',
  contentProtectionText: 'Bildschirmfotos, Aufnahmen und geteilte Bildschirme zeigen es nicht.',
  picturesOpen:
    'Auf diesem System kann Latchkey sein Fenster nicht aus Bildschirmfotos, Aufnahmen und geteilten Bildschirmen heraushalten.',
} as const;
