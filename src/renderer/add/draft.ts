import { textLength, textLimits } from '../../contract/limits.ts';
import type { Preview } from '../../contract/scan.ts';

/** What the person has decided about a preview. */
export interface Draft {
  readonly preview: Preview;
  readonly issuer: string;
  readonly account: string;
  readonly isIncluded: boolean;
  /** Null until answered; only where the preview asks. */
  readonly steam: boolean | null;
  /** Null until answered; only where another secret has this name. */
  readonly onSameName: 'replace' | 'keepBoth' | null;
  /** Why it could not be kept. */
  readonly error: unknown;
}

/** A draft as the preview came: included, unless this very secret is here already. */
export function draftOf(preview: Preview): Draft {
  return {
    preview,
    issuer: preview.issuer,
    account: preview.account,
    isIncluded: preview.duplicate?.kind !== 'sameSecret',
    steam: null,
    onSameName: null,
    error: null,
  };
}

/** Are there names that the person put, not kept yet? */
export function isChanged({ preview, issuer, account, isIncluded }: Draft): boolean {
  return isIncluded && (issuer !== preview.issuer || account !== preview.account);
}

/** Is another secret here under just these names? Renaming it on the way settles the question. */
export function hasSameName(draft: Draft): boolean {
  const { duplicate } = draft.preview;
  return (
    duplicate?.kind === 'sameName' &&
    same(duplicate.issuer, draft.issuer) &&
    same(duplicate.account, draft.account)
  );
}

/** Can it be kept as it stands: named, and every question answered? */
export function isReady(draft: Draft): boolean {
  return (
    draft.preview.duplicate?.kind !== 'sameSecret' &&
    (draft.issuer.trim() !== '' || draft.account.trim() !== '') &&
    hasGoodLengths(draft) &&
    (!draft.preview.askSteam || draft.steam !== null) &&
    (!hasSameName(draft) || draft.onSameName !== null)
  );
}

/** Are both names short enough to be kept? */
export function hasGoodLengths({ issuer, account }: Draft): boolean {
  return [issuer, account].every((name) => textLength(name.trim()) <= textLimits.label);
}

/** What `scan.accept` is given. */
export function acceptInput(draft: Draft): {
  previewId: string;
  issuer: string;
  account: string;
  steam?: boolean;
  onSameName?: 'replace' | 'keepBoth';
} {
  return {
    previewId: draft.preview.previewId,
    issuer: draft.issuer,
    account: draft.account,
    ...(draft.steam !== null && { steam: draft.steam }),
    ...(draft.onSameName !== null && { onSameName: draft.onSameName }),
  };
}

function same(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
