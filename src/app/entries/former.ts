import type { FormerSecret } from '../../contract/former.ts';
import type { Entry, FormerParameters, TrashedEntry } from '../../core/entry/entry.ts';
import { formerOf, withFormer } from '../../core/entry/former.ts';
import { sameName, sameSecret } from '../../core/entry/sameness.ts';
import type { VaultDocument } from '../../core/vault/document.ts';
import { Failure } from '../failure.ts';
import type { Undo } from '../history/undo.ts';
import type { Clock } from '../ports.ts';
import type { Vault } from '../vault/vault.ts';
import { changeEntry, findEntry } from './change.ts';
import { refuseTwin } from './place.ts';
import { lookOf } from './settings.ts';
import { viewOfParameters } from './view.ts';
import { openDocument } from '../vault/open-document.ts';

/** The calls of `formerContract`; each throws the failures that the contract declares. */
export interface Former {
  list(id: string): { former: FormerSecret[] };
  takeBack(id: string, replacedAt: number): Promise<{ undoId: string }>;
  forget(id: string, replacedAt: number | null): Promise<{ undoId: string }>;
}

/** The history of an entry's replaced secrets: shows their codes, takes one back, deletes them for good. */
export function createFormer({
  vault,
  undo,
  clock,
  codeClock,
}: {
  vault: Vault;
  undo: Undo;
  clock: Clock;
  codeClock: Pick<Clock, 'now'>;
}): Former {
  return {
    list(id) {
      const document = openDocument(vault);
      const former = historyOf(document, findEntry(document.entries, id));
      const now = codeClock.now();
      return {
        former: former.map(({ parameters, replacedAt }) => ({
          replacedAt,
          settings: viewOfParameters(parameters),
          look: lookOf(parameters, now),
        })),
      };
    },

    async takeBack(id, replacedAt) {
      const now = clock.now();
      const { undoId } = await undo.perform((document) => takeBack(document, id, replacedAt, now));
      return { undoId };
    },

    async forget(id, replacedAt) {
      const { undoId } = await undo.perform((document) => forget(document, id, replacedAt));
      return { undoId };
    },
  };
}

/**
 * Puts a replaced secret back in force, with the names, the address and the account's link that it had, if the trash
 * still has them. The present secret takes its place in the history.
 * @throws Failure ENTRY_NOT_FOUND, FORMER_GONE, ALREADY_HERE
 */
export function takeBack(
  document: VaultDocument,
  id: string,
  replacedAt: number,
  now: number,
): VaultDocument {
  const present = findEntry(document.entries, id);
  const history = historyOf(document, present);
  const wanted = history.find((one) => one.replacedAt === replacedAt);
  if (wanted === undefined) throw new Failure('FORMER_GONE');
  const rest = history.filter((one) => one !== wanted);
  const old = replacedIn(document, present).find((one) => sameSecret(one, wanted));
  // The link to the account's method was that of the present secret.
  const { replaces, enrolment: _, ...kept } = present;
  const back: Entry = {
    ...kept,
    ...(old ? whatItHad(old, present) : replaces !== undefined && { replaces }),
    parameters: wanted.parameters,
    former: withFormer(rest, present.parameters, now),
  };
  refuseTwin(document, back);
  return {
    ...changeEntry(document, id, () => back),
    trash: document.trash.filter((trashed) => trashed !== old),
  };
}

function whatItHad(old: TrashedEntry, present: Entry): Partial<Entry> {
  const { issuer, account, unknownParameters, enrolment, replaces } = old;
  return {
    ...(sameName(old, present) && { issuer, account }),
    unknownParameters,
    ...(enrolment && { enrolment }),
    ...(replaces !== undefined && { replaces }),
  };
}

function forget(document: VaultDocument, id: string, replacedAt: number | null): VaultDocument {
  const entry = findEntry(document.entries, id);
  const history = historyOf(document, entry);
  const gone = history.filter((one) => replacedAt === null || one.replacedAt === replacedAt);
  if (gone.length === 0) throw new Failure('FORMER_GONE');
  const isGone = (one: FormerParameters | TrashedEntry) => gone.some((other) => sameSecret(one, other));
  const replaced = new Set(replacedIn(document, entry));
  return {
    ...changeEntry(document, id, () => ({ ...entry, former: history.filter((one) => !isGone(one)) })),
    trash: document.trash.flatMap((trashed) => {
      if (!replaced.has(trashed)) return [trashed];
      return isGone(trashed) ? [] : [{ ...trashed, former: trashed.former.filter((one) => !isGone(one)) }];
    }),
  };
}

/** The document without entries of the trash, and without what the history of their successors has of them. */
export function purgeTrash(document: VaultDocument, isWanted: (id: string) => boolean): VaultDocument {
  const purged = new Map(document.trash.flatMap((one) => (isWanted(one.id) ? [[one.id, one]] : [])));
  const entries = document.entries.map((entry) => {
    const old = entry.replaces === undefined ? undefined : purged.get(entry.replaces);
    if (old === undefined || !entry.former.some((one) => sameSecret(one, old))) return entry;
    return { ...entry, former: entry.former.filter((one) => !sameSecret(one, old)) };
  });
  return { ...document, entries, trash: document.trash.filter(({ id }) => !purged.has(id)) };
}

function historyOf({ trash }: VaultDocument, entry: Entry): readonly FormerParameters[] {
  return formerOf(entry, (id) => trash.find((trashed) => trashed.id === id));
}

/** The entries in the trash that an entry replaced, the one after the other. */
function replacedIn({ trash }: VaultDocument, entry: Entry): TrashedEntry[] {
  const found: TrashedEntry[] = [];
  for (let id = entry.replaces; id !== undefined;) {
    const next = trash.find((trashed) => trashed.id === id);
    if (next === undefined || found.includes(next)) break;
    found.push(next);
    id = next.replaces;
  }
  return found;
}
