import type { SentCode } from '../../contract/account-state.ts';
import { Failure } from '../failure.ts';
import type { Clock } from '../ports.ts';
import type { Server } from './server.ts';

/** When another mail or code may be asked for, in ms: long enough for the first to arrive. The server has its own caps. */
export const resendAfterMs = { mail: 60_000, code: 30_000 } as const;

/** A code that the server has just sent, by this computer's clock. */
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

/** Until when the server asked for patience, in ms; null where the error is another one. */
export function patienceUntil(error: unknown, clock: Clock): number | null {
  if (!(error instanceof Failure) || error.code !== 'RATE_LIMITED') return null;
  const { data } = error;
  const seconds =
    typeof data === 'object' && data !== null && 'retryAfterSeconds' in data ? data.retryAfterSeconds : 0;
  return typeof seconds === 'number' ? clock.now() + seconds * 1_000 : null;
}
