import type { Session, WebContents } from 'electron';
import { isAppUrl } from './app-origin.ts';

type RequestHandler = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>;
type CheckHandler = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>;
type DisplayMediaHandler = NonNullable<Parameters<Session['setDisplayMediaRequestHandler']>[0]>;
export type Permission = Parameters<RequestHandler>[1];

/**
 * What the window may ask Chromium for, each with its reason. Not listed: the screen (the application takes the
 * pictures), writing to the clipboard (the application does), pasting with the keyboard (needs no permission).
 */
export const allowedPermissions: ReadonlySet<Permission> = new Set<Permission>([
  // "Paste" in "Add a code": a copied image or address.
  'clipboard-read',
  // "Use the camera": its picture, without sound (`decide`).
  'media',
]);

/**
 * Chromium's two permission handlers, made from one table so that they cannot disagree. A listed permission is
 * granted to the main frame of a window at the window's origin; everything else is denied.
 */
export function createPermissionHandlers(
  allowed: ReadonlySet<Permission>,
  isWindow: (contents: WebContents | null) => boolean,
): { request: RequestHandler; check: CheckHandler } {
  const decide = (
    contents: WebContents | null,
    permission: Permission,
    details: { isMainFrame: boolean; requestingUrl?: string; mediaTypes?: string[]; mediaType?: string },
  ): boolean =>
    allowed.has(permission) &&
    (permission !== 'media' || (details.mediaType ?? details.mediaTypes?.join()) === 'video') &&
    details.isMainFrame &&
    isAppUrl(details.requestingUrl ?? '') &&
    isWindow(contents);
  return {
    request: (contents, permission, answer, details) => answer(decide(contents, permission, details)),
    check: (contents, permission, _origin, details) => decide(contents, permission, details),
  };
}

/** Denies `getDisplayMedia`: `screens.ts` takes the pictures, so no page ever holds a stream of the screen. */
export const denyDisplayMedia: DisplayMediaHandler = (_request, answer) => answer(null);
