import { randomUUID } from 'node:crypto';
import { parseOtpauth } from '../../core/otpauth/parse.ts';
import type { VaultDocument } from '../../core/vault/document.ts';
import { newEntry, toTrash, type Entry } from '../../core/entry/entry.ts';
import { sameCode, sameName, sameSecret } from '../../core/entry/sameness.ts';
import { changeEntry } from '../entries/change.ts';
import { Failure } from '../failure.ts';
import type { Clock } from '../ports.ts';
import { correctedParameters } from '../entries/place.ts';
import type { Previews } from '../previews/previews.ts';
import type { Vault } from '../vault/vault.ts';
import { serverName } from './enrolled.ts';
import type { Server } from './server.ts';
import type { LocalPendingMethod, LocalAccount } from './local-account.ts';

/**
 * Adds the pending authenticator to this vault as the account's own and returns the entry's id. An entry with
 * the same secret (scanned before) is reused and takes the server's settings, so nothing is there twice.
 *
 * @param input.previewId the scanned preview; its code must be the pending one
 * @throws Failure PREVIEW_GONE, OTHER_CODE, VAULT_NOT_OPEN, VAULT_WRITE_FAILED, VAULT_READ_ONLY
 */
export type Enrol = (
  pending: Extract<LocalPendingMethod, { kind: 'totp' }>,
  input: { previewId?: string | undefined; issuer?: string | undefined },
  local: LocalAccount,
) => Promise<string>;

export function createEnrol({
  vault,
  previews,
  server,
  clock,
}: {
  vault: Vault;
  previews: Previews;
  server: Server;
  clock: Clock;
}): Enrol {
  return async (pending, { previewId, issuer }, local) => {
    const parsed = parseOtpauth(pending.uri);
    const name = serverName(server);
    if (!parsed.ok || name === null) throw new Error('the server made a set-up code that can’t be read');
    const { value } = parsed;
    if (previewId !== undefined) {
      const scanned = previews.get(previewId);
      if (scanned === undefined) throw new Failure('PREVIEW_GONE');
      if (!sameCode(scanned, value)) throw new Failure('OTHER_CODE');
    }
    const enrolment = { server: name, methodId: pending.methodId };
    let entryId: string = randomUUID();
    await vault.change((document) => {
      const present =
        document.entries.find((entry) => sameCode(entry, value)) ??
        document.entries.find((entry) => sameSecret(entry, value));
      if (present) {
        entryId = present.id;
        return changeEntry(document, present.id, (entry) => ({
          ...entry,
          parameters: correctedParameters(entry.parameters, value.parameters),
          enrolment,
        }));
      }
      const { parameters, unknownParameters } = value;
      const names = {
        issuer: issuer || value.issuer || (server.known()?.info.name ?? ''),
        account: local.session?.account?.address ?? local.address ?? value.account,
      };
      const parts = { id: entryId, ...names, parameters, unknownParameters, enrolment };
      const entry = newEntry(parts, clock.now());
      const dead = deadTwins(document, entry, local);
      const trashed = dead.map((twin) => toTrash(twin, clock.now()));
      return {
        ...document,
        entries: [...document.entries.filter((other) => !dead.includes(other)), entry],
        trash: [...document.trash, ...trashed],
      };
    });
    if (previewId !== undefined) previews.discard([previewId]);
    return entryId;
  };
}

/** Entries of this account with the same names whose methods no longer exist: nobody could tell them apart. */
function deadTwins(document: VaultDocument, entry: Entry, { session, pending }: LocalAccount): Entry[] {
  // Until the server has described the account, its methods are unknown.
  if (session === null || session.account === null) return [];
  const confirmed = session.methods.filter((method) => method.confirmed);
  const alive = new Set([...confirmed.map(({ id }) => id), pending?.methodId]);
  return document.entries.filter(
    (other) =>
      other.enrolment?.server === entry.enrolment?.server &&
      !alive.has(other.enrolment?.methodId) &&
      sameName(other, entry),
  );
}
