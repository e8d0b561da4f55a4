import type { Protocol, Session, WebContents } from 'electron';
import { appScheme } from './app-origin.ts';
import type { createAppProtocol } from './app-protocol.ts';
import { guardDownload } from './downloads.ts';
import { allowedPermissions, createPermissionHandlers, denyDisplayMedia } from './permissions.ts';
import { createRequestFilter } from './requests.ts';

export interface SessionHardening {
  appProtocol: ReturnType<typeof createAppProtocol>;
  isWindow(contents: WebContents | null): boolean;
  devTools: boolean;
}

type HardenedSession = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setSpellCheckerEnabled'
  | 'on'
> & {
  protocol: Pick<Protocol, 'handle'>;
  webRequest: Pick<Session['webRequest'], 'onBeforeRequest'>;
};

/** Applies all settings of the window's web session, in one place, before there is a window. */
export function hardenSession(session: HardenedSession, options: SessionHardening): void {
  session.protocol.handle(appScheme, options.appProtocol);
  // Pages must not reach files: not by navigation, not by a picture, not by fetch.
  session.protocol.handle('file', () => new Response(null, { status: 403 }));

  const filter = createRequestFilter(options.devTools);
  session.webRequest.onBeforeRequest(({ url }, answer) => answer(filter(url)));

  const permissions = createPermissionHandlers(allowedPermissions, (contents) => options.isWindow(contents));
  session.setPermissionRequestHandler(permissions.request);
  session.setPermissionCheckHandler(permissions.check);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(denyDisplayMedia);

  session.setSpellCheckerEnabled(false);
  session.on('will-download', guardDownload);
}
