import { tagsMaximum } from '../../core/entry/label.ts';
import { withOrder, withoutOrder } from '../../core/entry/order.ts';
import { toTrash } from '../../core/entry/entry.ts';
import type { VaultDocument } from '../../core/vault/document.ts';
import { Failure } from '../failure.ts';
import type { Undo } from '../history/undo.ts';
import type { Clock } from '../ports.ts';
import { changeEntries, everyOne, findEntry } from './change.ts';

/** Where an entry goes: right before or after another one. */
interface Move {
  id: string;
  side: 'before' | 'after';
  of: string;
}

interface Tagging {
  ids: readonly string[];
  add: readonly string[];
  remove: readonly string[];
}

/** The procedures of the same names: see `contract/list.ts`. They throw ENTRY_NOT_FOUND; also as `Vault.change`. */
export interface List {
  move(move: Move): Promise<{ undoId: string }>;
  /** Also throws TAGS_FULL. */
  tag(tagging: Tagging): Promise<{ undoId: string }>;
  remove(what: { ids: readonly string[] }): Promise<{ undoId: string }>;
}

/** What a person does to the list as such, or to several entries at once. */
export function createList({ undo, clock }: { undo: Undo; clock: Clock }): List {
  const perform = async (edit: (document: VaultDocument) => VaultDocument) => {
    const { undoId } = await undo.perform(edit);
    return { undoId };
  };
  return {
    move: (move) => perform((document) => moved(document, move)),
    tag: (tagging) => perform((document) => tagged(document, tagging)),
    remove: ({ ids }) =>
      perform((document) => {
        const gone = everyOne(document, ids);
        const now = clock.now();
        return {
          ...document,
          entries: document.entries.filter(({ id }) => !gone.has(id)),
          trash: [
            ...document.trash,
            ...document.entries.filter(({ id }) => gone.has(id)).map((entry) => toTrash(entry, now)),
          ],
        };
      }),
  };
}

function moved(document: VaultDocument, { id, side, of }: Move): VaultDocument {
  const entry = findEntry(document.entries, id);
  const neighbour = findEntry(document.entries, of);
  if (entry === neighbour) return document;
  const others = document.entries.filter((other) => other !== entry);
  const at = others.indexOf(neighbour) + (side === 'after' ? 1 : 0);
  return { ...document, entries: withOrder(others.toSpliced(at, 0, withoutOrder(entry))) };
}

function tagged(document: VaultDocument, { ids, add, remove }: Tagging): VaultDocument {
  return changeEntries(document, ids, (entry) => {
    const tags = [...new Set([...entry.tags.filter((tag) => !remove.includes(tag)), ...add])];
    if (tags.length > tagsMaximum) throw new Failure('TAGS_FULL', { maximum: tagsMaximum });
    return { ...entry, tags };
  });
}
