import type { PendingMethod } from '../../../contract/guide-state.ts';
import type { SignedIn } from '../shared/use-account.ts';
import { Authenticator } from './authenticator.tsx';
import { FirstCode } from './first-code.tsx';

interface PendingProps {
  guide: SignedIn;
  pending: PendingMethod;
}

/** A method that waits for its first code. */
export function Pending({ guide, pending }: PendingProps) {
  return pending.kind === 'totp' ? (
    <Authenticator guide={guide} pending={pending} />
  ) : (
    <FirstCode guide={guide} pending={pending} />
  );
}
