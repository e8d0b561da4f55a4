import type { SentCode } from '../../contract/account-state.ts';
import { isFailure } from '../failure.ts';
import type { Clock } from '../ports.ts';
import type { Server } from './server.ts';

/** Wait in ms before requesting another mail or code: time for the first to arrive. The server has its caps. */
export const resendAfterMs = { mail: 60_000, code: 30_000 } as const;

/** A code that the server has just sent, with times by this computer's clock. */
export function sentNow(
  sent: { hint: string; expiresAt: string },
  { server, clock }: { server: Server; clock: Clock },
): SentCode {
  return {
    hint: sent.hint,
    expiresAt: server.toLocal(sent.expiresAt),
    resendAt: clock.now() + resendAfterMs.code,
  };
}

/** When the server's rate limit allows another try, in ms since 1970; null for any other error. */
export function patienceUntil(error: unknown, clock: Clock): number | null {
  if (!isFailure(error, 'RATE_LIMITED')) return null;
  return clock.now() + error.data.retryAfterSeconds * 1_000;
}
