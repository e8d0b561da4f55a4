/** How long what was read waits for the person, in ms: secrets stay in memory no longer than that unanswered. */
export const unansweredMs = 15 * 60_000;
