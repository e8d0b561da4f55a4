/** How far codes can be corrected for a wrong clock. Without zod, so that the window can load it alone. */

/**
 * The largest correction of codes, in ms: one day. A clock that is further off has the wrong date, and more than codes
 * fails then.
 */
export const longestCorrectionMs = 86_400_000;

/** Whether codes can be corrected by this, in ms. */
export function isPlausible(driftMs: number): boolean {
  return Math.abs(driftMs) <= longestCorrectionMs;
}
