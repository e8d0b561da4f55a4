import type { AccountView } from '../../../contract/account-state.ts';

/** Is there something about the account that the person should look at? */
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
