import { desktopChoices, type DesktopChoice } from '../../contract/vocabulary.ts';

/** What this computer honours of what Latchkey can be beyond its windows. */
export function honouredChoices(computer: {
  platform: NodeJS.Platform;
  wayland: boolean;
  isPackaged: boolean;
  env: NodeJS.ProcessEnv;
}): DesktopChoice[] {
  const { platform, wayland, isPackaged, env } = computer;
  // A checkout is no command that a session could start; out of a Flatpak, the session's files are out of reach.
  const opensAtLogin = isPackaged && !env['FLATPAK_ID'];
  const honoured: Record<DesktopChoice, boolean> = {
    trayIcon: true,
    // On macOS an application outlives its window in any case.
    closeToTray: platform !== 'darwin',
    openAtLogin: opensAtLogin,
    startHidden: opensAtLogin,
    // On Wayland a window has no say in where it stands.
    alwaysOnTop: !wayland,
    hideAfterCopy: true,
    // macOS leaves it to the program that takes the picture; Linux knows no such thing.
    contentProtection: platform === 'win32',
  };
  return desktopChoices.filter((choice) => honoured[choice]);
}
