/** The computer's clock, by which time-based codes go: whether it can be trusted, and the correction of codes. */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { longestCorrectionMs } from './correction.ts';

export const correctionSchema = z.int().min(-longestCorrectionMs).max(longestCorrectionMs);

const doubtSchema = z.discriminatedUnion('kind', [
  /** The account server's clock shows another time than codes go by. `errorMs`: how much later it is there. */
  z.object({ kind: z.literal('measured'), errorMs: z.number() }),
  /** Somebody or something set the clock while Latchkey ran. Above 0: forward. */
  z.object({ kind: z.literal('set'), byMs: z.number() }),
]);

const stateSchema = z.object({
  /** What the person lets codes be corrected by: it is added to the computer's time. In ms; 0: nothing. */
  correctionMs: z.number(),
  /** The account server's clock minus this computer's, in ms (0: within two seconds), and when that was compared. */
  measured: z.object({ driftMs: z.number(), at: z.number() }).nullable(),
  /** Why sites may refuse codes; null: no reason is known. */
  doubt: doubtSchema.nullable(),
});
export type ClockState = z.infer<typeof stateSchema>;
export type ClockDoubt = z.infer<typeof doubtSchema>;

export const clockContract = {
  /** What is known of the clock. The correction itself is a preference: `codeCorrectionMs`. */
  watch: oc.output(eventIterator(stateSchema)),
  /** What this computer's clock shows, in ms since 1970: the window may be on another one. */
  now: oc.output(z.object({ at: z.number() })),
  /** Compares the clock with the account server's, whether or not anybody is signed in there. */
  compare: oc.errors({ CLOCK_NOT_COMPARED: { message: 'No account server answers' } }),
  /** The person says that the clock was set rightly. */
  trust: oc,
};
