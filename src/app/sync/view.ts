import type { SyncTrouble, SyncView } from '../../contract/sync.ts';
import type { Inside, KeptSync } from '../../core/sync/client/kept.ts';
import { joinQrText, wordsOf } from '../../core/sync/words/words.ts';
import type { VaultDocument } from '../../core/vault/document.ts';
import { membersOf } from './members.ts';
import type { KeptFault } from './seal.ts';
import { troubleOfKept, troubleOfState } from './trouble.ts';

/** What is known since Latchkey was started, and kept nowhere. */
export interface Seen {
  trouble: SyncTrouble | null;
  agreedAt: number | null;
  question: { manifest: string; deleted: readonly string[] } | null;
  kept: readonly string[];
}

/** What was seen, and when sync ends to go on by itself. */
interface Standing extends Seen {
  /** Null: it needs somebody who is signed in. */
  passUntil: number | null;
  now: number;
}

/** What the window sees, without keys; the words of a computer that waits are there to be shown. */
export function viewOf(kept: KeptSync | KeptFault | null, seen: Standing, document: VaultDocument): SyncView {
  if (kept === null) return { stage: 'off' };
  if (typeof kept === 'string') return { stage: 'unreadable', trouble: troubleOfKept(kept) };
  const { trouble } = seen;
  switch (kept.stage) {
    case 'entering':
      return { stage: 'entering', trouble };
    case 'waiting':
      return { stage: 'waiting', words: wordsOf(kept.words), qrText: joinQrText(kept.words), trouble };
    case 'inside':
      return inside(kept, seen, document);
  }
}

function inside(kept: Inside, seen: Standing, document: VaultDocument): SyncView {
  const { state, renewals } = kept;
  const ids = new Map(document.entries.map(({ id }) => [id.toLowerCase(), id]));
  const known = (all: Iterable<string>) => [...all].flatMap((id) => ids.get(id) ?? []);
  const pending = [...state.pending.keys()];
  const { manifest, deleted } = seen.question ?? { manifest: '', deleted: [] };
  return {
    stage: 'on',
    trouble: state.trouble === null ? troubleNow(seen) : troubleOfState(state.trouble),
    aloneUntil: seen.passUntil !== null && seen.passUntil > seen.now ? seen.passUntil : null,
    agreedAt: seen.agreedAt,
    members: membersOf(state),
    pending,
    // Everything else is sent when both have the same.
    tooLarge: isAgreed(kept, seen) ? pending : [],
    unreadable: [...(state.items?.byId.values() ?? [])].filter(({ record }) => record === null).length,
    question: seen.question === null ? null : { manifest, deleted: known(deleted) },
    conflicts: conflictsOf(kept, document),
    kept: known(seen.kept),
    renewals: renewals.flatMap(({ member, entries }) => {
      const its = state.log.members.get(member);
      const left = known(entries);
      // It is noted before the removal is sent.
      if (its === undefined || its.removed === null || left.length === 0) return [];
      return [{ member, name: its.member.name, entries: left }];
    }),
  };
}

/** With nobody signed in, the end of the trust is why sync waits. */
function troubleNow({ trouble, passUntil, now }: Standing): SyncTrouble | null {
  const isOver = passUntil !== null && passUntil <= now;
  return trouble?.code === 'signedOut' && isOver ? { ...trouble, code: 'trustEnded' } : trouble;
}

function isAgreed({ state }: Inside, { agreedAt, trouble }: Seen): boolean {
  return agreedAt !== null && trouble === null && state.trouble === null && state.push === null;
}

/** The conflicts of which both entries are still in the list. */
export function conflictsOf(
  { state, settled }: Inside,
  document: VaultDocument,
): { first: string; second: string }[] {
  const ids = new Map(document.entries.map(({ id }) => [id.toLowerCase(), id]));
  const named = new Map<string, string | null>();
  for (const [id, { record }] of state.items?.byId ?? []) named.set(id, record?.conflictsWith ?? null);
  for (const [id, { conflictsWith }] of state.pending)
    if (conflictsWith !== null) named.set(id, conflictsWith);
  return [...named].flatMap(([id, other]) => {
    const [first, second] = [ids.get(other ?? ''), ids.get(id)];
    const isOpen = first !== undefined && second !== undefined && !settled.includes(id);
    return isOpen ? [{ first, second }] : [];
  });
}
