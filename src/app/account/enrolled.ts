import type { VaultDocument } from '../../core/vault/document.ts';
import type { Entry } from '../../core/entry/entry.ts';
import type { Server } from './server.ts';

/** The entry of this vault that makes the codes of a method, if there is one. */
export function findEnrolled(
  document: VaultDocument | null,
  server: Pick<Server, 'known'>,
  methodId: string,
): Entry | undefined {
  const name = serverName(server);
  return document?.entries.find(
    ({ enrolment }) => enrolment?.methodId === methodId && enrolment.server === name,
  );
}

/** How an entry names the server that it is for: as the server calls itself. Null before it has. */
export function serverName(server: Pick<Server, 'known'>): string | null {
  return server.known()?.info.url ?? null;
}
