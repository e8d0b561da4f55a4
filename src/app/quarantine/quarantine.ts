import type { DuplicateAnswers } from '../../contract/duplicate.ts';
import { problemCodeSchema } from '../../contract/transfer-troubles.ts';
import type { Quarantined } from '../../contract/quarantine.ts';
import { otpLimits, type OtpParameters } from '../../core/otp/parameters.ts';
import { withSettings, type OtpSettings } from '../../core/otp/settings.ts';
import type { VaultDocument } from '../../core/vault/document.ts';
import { newEntry, type Entry } from '../../core/entry/entry.ts';
import type { QuarantinedEntry } from '../../core/entry/quarantined.ts';
import { fingerprintOf, glimpse } from '../../core/entry/quarantined.ts';
import { placeEntry } from '../entries/place.ts';
import { Failure } from '../failure.ts';
import type { Clock } from '../ports.ts';
import type { Undo } from '../history/undo.ts';
import type { Vault } from '../vault/vault.ts';
import { openDocument } from '../vault/open-document.ts';

/** What a person enters for an entry that could not be read. */
export interface Fix extends DuplicateAnswers, OtpSettings {
  id: string;
  issuer: string;
  account: string;
}

export interface Quarantine {
  /** Ends when the vault closes. @throws Failure VAULT_NOT_OPEN */
  watch(signal?: AbortSignal): AsyncGenerator<{ quarantined: Quarantined[] }>;
  /** @throws the failures QUARANTINE_NOT_FOUND, QUARANTINE_NOT_FIXED, LABEL_EMPTY, ALREADY_HERE, SAME_SECRET, SAME_NAME; as `Vault.change` */
  fix(fix: Fix): Promise<{ entryId: string; undoId: string }>;
  /** @throws VAULT_NOT_OPEN, the failure QUARANTINE_NOT_FOUND */
  export(id: string): { fileName: string; text: string };
  /** @throws the failure QUARANTINE_NOT_FOUND; as `Vault.change` */
  drop(id: string): Promise<{ undoId: string }>;
}

/** Shows, fixes, exports and drops entries that failed validation, only at the person's request. */
export function createQuarantine({
  vault,
  undo,
  clock,
}: {
  vault: Vault;
  undo: Undo;
  clock: Clock;
}): Quarantine {
  return {
    async *watch(signal) {
      if (vault.document() === null) throw new Failure('VAULT_NOT_OPEN');
      for await (const document of vault.watchDocument(signal)) {
        if (document === null) return;
        yield { quarantined: document.quarantine.map(viewOf) };
      }
    },

    async fix(fix) {
      if (fix.issuer === '' && fix.account === '') throw new Failure('LABEL_EMPTY');
      let entryId = '';
      const { undoId } = await undo.perform((document) => {
        const record = find(document, fix.id);
        const now = clock.now();
        const placed = placeEntry(without(document, record), makeEntry(record, fix, now), fix, now);
        entryId = placed.entryId;
        return placed.document;
      });
      return { entryId, undoId };
    },

    export(id) {
      const document = openDocument(vault);
      const { kind, json, secrets, reason } = find(document, id);
      const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
      const record = { from: kind, reason, json: base64(json), secrets: base64(secrets) };
      return {
        fileName: `latchkey-quarantined-${id.slice(0, 8)}.json`,
        text: `${JSON.stringify({ format: 'latchkey quarantined record 1', ...record }, null, 2)}\n`,
      };
    },

    async drop(id) {
      const { undoId } = await undo.perform((document) => without(document, find(document, id)));
      return { undoId };
    },
  };
}

function viewOf(record: QuarantinedEntry): Quarantined {
  const { secret, entryId: _, revision: __, origin, ...seen } = glimpse(record);
  return {
    id: fingerprintOf(record),
    from: record.kind,
    wrong: record.wrong,
    reason: record.reason,
    ...seen,
    origin: origin && { ...origin, problem: problemCodeSchema.safeParse(origin.problem).data ?? null },
    secretBytes: secret.length,
    size: record.json.length + record.secrets.length,
  };
}

function makeEntry(record: QuarantinedEntry, fix: Fix, now: number): Entry {
  const { secret, entryId, revision } = glimpse(record);
  const { issuer, account } = fix;
  // If it keeps its own id, it also continues its revision count.
  const own = entryId === null ? {} : { id: entryId, revision: (revision ?? 0) + 1 };
  return newEntry({ ...own, issuer, account, parameters: parametersOf(fix, secret) }, now);
}

function parametersOf(fix: Fix, secret: Uint8Array): OtpParameters {
  const { minimum, maximum } = otpLimits.secret;
  if (secret.length < minimum || secret.length > maximum) {
    throw new Failure('QUARANTINE_NOT_FIXED', { field: 'secret' });
  }
  const made = withSettings(secret, fix);
  if (!made.ok) throw new Failure('QUARANTINE_NOT_FIXED', { field: made.field });
  return made.parameters;
}

function find(document: VaultDocument, id: string): QuarantinedEntry {
  const record = document.quarantine.find((one) => fingerprintOf(one) === id);
  if (record === undefined) throw new Failure('QUARANTINE_NOT_FOUND');
  return record;
}

function without(document: VaultDocument, record: QuarantinedEntry): VaultDocument {
  return { ...document, quarantine: document.quarantine.filter((other) => other !== record) };
}
