import type { Session, WebContents } from 'electron';
import { isAppUrl } from './app-origin.ts';

type RequestHandler = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>;
type CheckHandler = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>;
export type Permission = Parameters<RequestHandler>[1];

/**
 * What the window may ask Chromium for, each with its reason. Not here: the screen (the application takes the
 * pictures), writing to the clipboard (the application does), pasting with the keyboard (needs no permission).
 */
export const allowedPermissions: ReadonlySet<Permission> = new Set<Permission>([
  // "Paste" in "Add a code": an image or an address that was copied.
  'clipboard-read',
]);

/**
 * The two handlers Chromium asks, made of one table so that they cannot disagree: a permission is given to the
 * main frame of a window at the window's origin where the table lists it, and denied to everything else.
 */
export function createPermissionHandlers(
  allowed: ReadonlySet<Permission>,
  isWindow: (contents: WebContents | null) => boolean,
): { request: RequestHandler; check: CheckHandler } {
  const decide = (
    contents: WebContents | null,
    permission: Permission,
    details: { isMainFrame: boolean; requestingUrl?: string },
  ): boolean =>
    allowed.has(permission) &&
    details.isMainFrame &&
    details.requestingUrl !== undefined &&
    isAppUrl(details.requestingUrl) &&
    isWindow(contents);
  return {
    request: (contents, permission, answer, details) => answer(decide(contents, permission, details)),
    check: (contents, permission, _origin, details) => decide(contents, permission, details),
  };
}

/**
 * `getDisplayMedia` in the window: denied. Pictures of the screen are taken by the application (`screens.ts`),
 * so no page ever holds a stream of the screen.
 */
export const denyDisplayMedia: NonNullable<Parameters<Session['setDisplayMediaRequestHandler']>[0]> = (
  _request,
  answer,
) => answer(null);
