import type { AccountView } from '../../../contract/guide-state.ts';

/** Is there something about the account that the person should look at? */
export function needsAttention(view: AccountView | null): boolean {
  if (view === null) return false;
  if (view.link !== null) return true;
  const { guide } = view;
  return (
    guide.stage === 'signedIn' &&
    (guide.kind === 'enrolment' ||
      guide.secondMethodAdvised ||
      guide.recoveryCodesToKeep ||
      guide.pending !== null ||
      guide.recoveryCodesLeft === 0)
  );
}
