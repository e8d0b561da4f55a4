import type { Entry } from '../../core/entry/entry.ts';
import { storedIcon, type EntryIcon } from '../../core/entry/icon.ts';
import { foldedName } from '../../core/entry/sameness.ts';
import type { VaultDocument } from '../../core/vault/document.ts';
import { Failure } from '../failure.ts';
import { changeEntry } from './change.ts';
import { refuseTwin } from './place.ts';

/** What a person says about an entry; what is left out stays. */
export interface Edit {
  issuer?: string | undefined;
  account?: string | undefined;
  tags?: readonly string[] | undefined;
  note?: string | undefined;
  /** Null: the issuer's own. */
  icon?: EntryIcon | null | undefined;
}

/** @throws Failure ENTRY_NOT_FOUND, LABEL_EMPTY, ALREADY_HERE if that makes it identical to another entry */
export function editEntry(document: VaultDocument, id: string, edit: Edit): VaultDocument {
  return changeEntry(document, id, (entry) => {
    const { icon: present, ...rest } = entry;
    const icon = edit.icon === undefined ? present : edit.icon && storedIcon(edit.icon);
    const edited: Entry = {
      ...rest,
      issuer: edit.issuer ?? entry.issuer,
      account: edit.account ?? entry.account,
      tags: edit.tags === undefined ? entry.tags : tagsOf(edit.tags),
      note: edit.note === undefined ? entry.note : noteOf(edit.note),
      ...(icon && { icon }),
    };
    if (edited.issuer === '' && edited.account === '') throw new Failure('LABEL_EMPTY');
    if (edit.issuer !== undefined || edit.account !== undefined) refuseTwin(document, edited);
    return edited;
  });
}

/** Without empty ones, and each once however it is written; the first spelling counts. */
function tagsOf(given: readonly string[]): string[] {
  const bySpelling = new Map<string, string>();
  for (const tag of given.map((one) => one.trim())) {
    const folded = foldedName(tag);
    if (tag !== '' && !bySpelling.has(folded)) bySpelling.set(folded, tag);
  }
  return [...bySpelling.values()];
}

function noteOf(given: string): string {
  return given.replaceAll(/\r\n?/gu, '\n').trimEnd();
}
