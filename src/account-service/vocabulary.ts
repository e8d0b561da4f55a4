/** The kinds that only the service and its tables use, each named once (see `contract/vocabulary.ts`). */

/** What a code is for. */
export const challengePurposes = ['sign-in', 'step-up', 'confirm-method', 'confirm-address'] as const;
export type ChallengePurpose = (typeof challengePurposes)[number];

/** How a message leaves. `none` sends nothing, such as when a destination has had enough. */
export const channels = ['mail', 'sms', 'none'] as const;
export type Channel = (typeof channels)[number];

/** What became of a mailed link that no longer works. */
export const linkOutcomes = ['used', 'replaced'] as const;
export type LinkOutcome = (typeof linkOutcomes)[number];
