import type { Duplicate, DuplicateAnswers } from '../../contract/duplicate.ts';
import { textLength, textLimits } from '../../contract/limits.ts';
import type { Preview } from '../../contract/previews.ts';
import { isUnanswered } from '../entry/duplicate-question.tsx';

/** The person's decisions about a preview. */
export interface Draft extends DuplicateAnswers {
  readonly preview: Preview;
  readonly issuer: string;
  readonly account: string;
  readonly isIncluded: boolean;
  /** Null until answered; only if the preview asks. */
  readonly steam: boolean | null;
  /** The entry that conflicts, as far as it is known; the answers are about it. */
  readonly duplicate: Duplicate | null;
  /** Why it could not be kept. */
  readonly error: unknown;
}

/** A draft of the preview as it came: included, unless the identical entry already exists. */
export function draftOf(preview: Preview): Draft {
  return {
    preview,
    issuer: preview.issuer,
    account: preview.account,
    isIncluded: preview.duplicate?.kind !== 'same',
    steam: null,
    duplicate: preview.duplicate,
    error: null,
  };
}

/** Changes drafts, by the id of their preview. */
export type Change = (parts: readonly (readonly [previewId: string, part: Partial<Draft>])[]) => void;

/** Did the person enter names that are not kept yet? */
export function isChanged({ preview, issuer, account, isIncluded }: Draft): boolean {
  return isIncluded && (issuer !== preview.issuer || account !== preview.account);
}

/** Does the identical entry already exist? Then there is nothing to decide. */
export function isHere({ preview }: Pick<Draft, 'preview'>): boolean {
  return preview.duplicate?.kind === 'same';
}

/** The entry to ask about. If only the names were the same, a new name settles the question. */
export function questioned(draft: Draft): Duplicate | null {
  const { duplicate } = draft;
  if (duplicate?.kind !== 'sameName') return duplicate;
  return same(duplicate.issuer, draft.issuer) && same(duplicate.account, draft.account) ? duplicate : null;
}

/** Can it be kept as it is: named, and every question answered? */
export function isReady(draft: Draft): boolean {
  const duplicate = questioned(draft);
  return (
    !isHere(draft) &&
    (draft.issuer.trim() !== '' || draft.account.trim() !== '') &&
    hasGoodLengths(draft) &&
    (!draft.preview.askSteam || draft.steam !== null) &&
    (duplicate === null || !isUnanswered(duplicate, draft))
  );
}

/** Are both names short enough to be kept? */
export function hasGoodLengths({ issuer, account }: Draft): boolean {
  return [issuer, account].every((name) => textLength(name.trim()) <= textLimits.label);
}

/** The input of `previews.accept`. */
export function acceptInput(draft: Draft): {
  previewId: string;
  issuer: string;
  account: string;
  steam?: boolean;
} & DuplicateAnswers {
  const { preview, issuer, account, steam, onSameSecret, onSameName } = draft;
  return {
    previewId: preview.previewId,
    issuer,
    account,
    ...(steam !== null && { steam }),
    ...(onSameSecret && { onSameSecret }),
    ...(onSameName && { onSameName }),
  };
}

function same(one: string, other: string): boolean {
  return one.trim().normalize('NFC').toLowerCase() === other.trim().normalize('NFC').toLowerCase();
}
