import type { PendingMethod } from '../../../contract/account-state.ts';
import type { SignedIn } from '../shared/use-account.ts';
import { Authenticator } from './authenticator.tsx';
import { FirstCode } from './first-code.tsx';

interface PendingProps {
  account: SignedIn;
  pending: PendingMethod;
}

/** A method that awaits its first code. */
export function Pending({ account, pending }: PendingProps) {
  return pending.kind === 'totp' ? (
    <Authenticator account={account} pending={pending} />
  ) : (
    <FirstCode account={account} pending={pending} />
  );
}
