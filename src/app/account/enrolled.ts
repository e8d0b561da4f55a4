import type { VaultDocument } from '../../core/vault/document.ts';
import type { Entry } from '../../core/entry/entry.ts';
import type { Server } from './server.ts';

/** Finds the entry of this vault that makes a method's codes, if there is one. */
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

/** The name by which an entry refers to its server: the server's own URL. Null until it is known. */
export function serverName(server: Pick<Server, 'known'>): string | null {
  return server.known()?.info.url ?? null;
}
