import { securityHeaders } from '../adapters/window-files/headers.ts';
import type { WindowFiles } from '../adapters/window-files/window-files.ts';
import { appOrigin, isAppUrl } from './app-origin.ts';

/** Electron's addition to a request: the initiator; absent for requests by the browser itself. */
type AppRequest = Request & { initiatorOrigin?: string | null };

/**
 * Answers the window's `app://latchkey/…` requests with its files. GET only, this host only, for the window's
 * own origin only; a path without a file is 404 (no fallback page). Every answer carries the CSP.
 */
export function createAppProtocol(files: WindowFiles): (request: AppRequest) => Promise<Response> {
  return async (request) => {
    if (!isAppUrl(request.url)) return refuse(404);
    if (request.method !== 'GET') return refuse(405);
    if (request.initiatorOrigin !== undefined && request.initiatorOrigin !== appOrigin) return refuse(403);
    const file = await files.find(new URL(request.url).pathname);
    if (file === null) return refuse(404);
    return new Response(file.body, { headers: { ...securityHeaders, 'Content-Type': file.contentType } });
  };
}

function refuse(status: 403 | 404 | 405): Response {
  return new Response(null, { status, headers: securityHeaders });
}
