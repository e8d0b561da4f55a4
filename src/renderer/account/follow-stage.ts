import type { AccountState, AccountView } from '../../contract/account-state.ts';
import type { Live } from '../connection/live.ts';
import { moveAccount } from '../navigation/navigator.ts';
import { accountOverview, type AccountPlace } from '../navigation/place.ts';

/**
 * Keeps the open page in step with the account: when the stage changes, the page changes to fit it at the same
 * moment, so that no screen appears in between. Returns a function that stops it.
 */
export function followStage(account: Live<AccountView>): () => void {
  let former: AccountState | null = account.get()?.account ?? null;
  return account.subscribe(() => {
    const next = account.get()?.account ?? null;
    const before = former;
    former = next;
    const place = before === null || next === null ? null : placeAfter(before, next);
    if (place !== null) moveAccount(place);
  });
}

function placeAfter(before: AccountState, next: AccountState): AccountPlace | null {
  if (before.stage === next.stage) {
    const isSetUp =
      before.stage === 'signedIn' &&
      next.stage === 'signedIn' &&
      before.kind === 'enrolment' &&
      next.kind === 'full';
    return isSetUp ? { at: 'account', page: 'secondMethod' } : null;
  }
  if (next.stage === 'vaultClosed' || before.stage === 'vaultClosed') return null;
  if (next.stage !== 'signedOut') return accountOverview;
  // A step back, not an end: returns to the screen before.
  if (before.stage === 'secondFactor') return { at: 'account', page: 'signIn' };
  return before.stage === 'mailOnItsWay' ? { at: 'account', page: 'signUp' } : accountOverview;
}
