import { secretsOf } from '../../entry/secrets.ts';
import type { SyncRecord } from '../content/record.ts';
import type { Hash } from '../protocol/bytes.ts';
import { zeroMemberKeys, type Member, type MemberKeys } from '../protocol/member.ts';
import type { Proposal, SyncState } from './state.ts';

/** All that a computer keeps of sync between two runs. Without it, sync is off here. */
export type KeptSync = Entering | Waiting | Inside;

/** It makes the entry of the log that lets it in: the first one, or one in the kit's name. */
export interface Entering {
  readonly stage: 'entering';
  readonly by: 'founding' | 'kit';
  readonly account: string;
  readonly keys: MemberKeys;
  readonly member: Member;
  readonly proposal: Proposal;
}

/** It shows its words and waits for a computer that is in. */
export interface Waiting {
  readonly stage: 'waiting';
  readonly account: string;
  readonly keys: MemberKeys;
  readonly member: Member;
  readonly words: readonly number[];
  /** From `joinKey`. */
  readonly key: Uint8Array;
}

/** It is in, or was. */
export interface Inside {
  readonly stage: 'inside';
  readonly keys: MemberKeys;
  readonly state: SyncState;
  readonly renewals: readonly Renewal[];
  /** Second entries of conflicts of which the person said that both work. */
  readonly settled: readonly string[];
}

/** What a removed computer knew, and the person has not ticked off yet. */
export interface Renewal {
  readonly member: Hash;
  /** Ids of entries. */
  readonly entries: readonly string[];
}

/** Zeroes the keys. The secrets of entries stay: they may be the vault's own. */
export function zeroKeys(kept: KeptSync): void {
  zeroMemberKeys(kept.keys);
  if (kept.stage === 'waiting') kept.key.fill(0);
  if (kept.stage === 'inside') for (const key of kept.state.epochKeys.values()) key.fill(0);
}

/** Zeroes keys and secrets of entries, as the vault does when it locks. */
export function zeroKept(kept: KeptSync): void {
  zeroKeys(kept);
  if (kept.stage !== 'inside') return;
  const { items, push, pending } = kept.state;
  for (const { record } of [...(items?.byId.values() ?? []), ...(push?.known.byId.values() ?? [])])
    if (record !== null) zeroBody(record.body);
  for (const { body } of pending.values()) zeroBody(body);
}

function zeroBody(body: SyncRecord['body']): void {
  if (body.kind === 'gone') return;
  for (const secret of secretsOf(body.entry)) secret.fill(0);
}
