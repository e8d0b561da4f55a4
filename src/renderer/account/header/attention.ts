import type { AccountView } from '../../../contract/account-state.ts';

/** Does anything about the account need the person's attention? */
export function needsAttention(view: AccountView | null): boolean {
  if (view === null) return false;
  if (view.link !== null) return true;
  const { account } = view;
  return (
    account.stage === 'signedIn' &&
    (account.kind === 'enrolment' ||
      account.secondMethodAdvised ||
      account.recoveryCodesToKeep ||
      account.pending !== null ||
      account.recoveryCodesLeft === 0)
  );
}
