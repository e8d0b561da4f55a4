import type { SyncView } from '../../contract/sync.ts';

/** What the window sees of sync where it is on. */
export type OnView = Extract<SyncView, { stage: 'on' }>;
