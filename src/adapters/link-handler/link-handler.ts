import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import type { LinkHandler } from '../../app/ports.ts';
import { setUpSchemes } from '../../contract/links.ts';
import { registerLinks, unregisterLinks } from './register-links.ts';

/** For a host that no link can be given to. */
export const noLinkHandler: LinkHandler = { isSupported: false, set: async () => {} };

/**
 * Opens set-up links with a command on freedesktop.org's desktops, for this person only. What is registered stays
 * until the person takes it back, or until `close` if the command is of no use without this process.
 *
 * @param command what to start; the link is added to it
 */
export function createDesktopLinkHandler(
  command: readonly string[],
  env = process.env,
  platform = process.platform,
): LinkHandler & { close(): Promise<void> } {
  const entry = {
    file: 'app.latchkey.Latchkey.SetUpLinks.desktop',
    name: 'Latchkey',
    schemes: setUpSchemes,
    command,
  } as const;
  const folders = (env['PATH'] ?? '').split(delimiter);
  let registered: { remove(): Promise<void> } | null = null;
  return {
    isSupported: platform === 'linux' && folders.some((folder) => existsSync(join(folder, 'xdg-mime'))),
    async set(isOn) {
      registered = null;
      if (!isOn) return unregisterLinks(entry.file, env);
      const result = await registerLinks(entry, { env, platform, replaces: true });
      if (result.outcome === 'registered') registered = result;
    },
    async close() {
      await registered?.remove();
    },
  };
}
