import type { App } from 'electron';
import { registerLinks } from '../adapters/link-handler/register-links.ts';
import { createDesktopLinkHandler, noLinkHandler } from '../adapters/link-handler/link-handler.ts';
import type { LinkHandler } from '../app/ports.ts';
import { ownScheme, setUpSchemes } from '../contract/links.ts';

/**
 * Makes the packaged application the program for Latchkey's own links. In a checkout `npm start` does so; Electron
 * would register itself, without Latchkey. An AppImage has no entry on the desktop that Electron could name.
 *
 * @param program as `adapters/program.ts`
 * @throws the desktop's error
 */
export async function openOwnLinks(
  app: Pick<App, 'isPackaged' | 'setAsDefaultProtocolClient'>,
  program: string,
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): Promise<void> {
  if (!app.isPackaged) return;
  if (program !== env['APPIMAGE']) app.setAsDefaultProtocolClient(ownScheme, program);
  else {
    const entry = { file: 'app.latchkey.Latchkey.AppImage.desktop', name: 'Latchkey' } as const;
    await registerLinks({ ...entry, schemes: [ownScheme], command: [program] }, { env, platform });
  }
}

/**
 * Opens set-up links with the packaged application. A checkout is started by `npm start`, not by a link. On Linux
 * Electron can register, but not take back.
 *
 * @param program as `adapters/program.ts`
 */
export function createLinkHandler(
  app: Pick<App, 'isPackaged' | 'setAsDefaultProtocolClient' | 'removeAsDefaultProtocolClient'>,
  program: string,
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): LinkHandler {
  if (!app.isPackaged) return noLinkHandler;
  if (platform === 'linux') return createDesktopLinkHandler([program], env, platform);
  return {
    isSupported: true,
    async set(isOn) {
      for (const scheme of setUpSchemes) {
        if (isOn) app.setAsDefaultProtocolClient(scheme, program);
        else app.removeAsDefaultProtocolClient(scheme, program);
      }
    },
  };
}
