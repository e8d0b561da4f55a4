/** What Latchkey is beyond its window. */
export const desktop = {
  trayIcon: 'Icon in the tray',
  menuBarIcon: 'Icon in the menu bar',
  trayIconText: 'Click a pinned code there to copy it.',
  noTray: 'This desktop shows no tray icons',
  noTrayText:
    'On GNOME the extension “AppIndicator and KStatusNotifierItem Support” shows them (package gnome-shell-extension-appindicator). Install it and sign in again. Until then, closing the window ends Latchkey.',
  closeToTray: 'Keep running in the tray',
  closeToTrayText: 'Closing the window hides it. To end Latchkey, choose Quit in the tray.',
  openAtLogin: 'Open when I sign in',
  openAtLoginText: 'Latchkey starts with this computer’s session.',
  startHidden: 'Start hidden',
  startHiddenText: 'When it opens with your session, only the icon appears.',
  alwaysOnTop: 'Keep the window on top',
  alwaysOnTopText: 'Other windows do not cover it.',
  hideAfterCopy: 'Hide the window after copying',
  hideAfterCopyText: 'You are back where the code is asked for.',
  contentProtection: 'Keep the window out of screenshots',
  contentProtectionText: 'Screenshots, recordings and shared screens leave it out.',
  picturesOpen:
    'This system does not let Latchkey keep its window out of screenshots, recordings and shared screens.',
} as const;
