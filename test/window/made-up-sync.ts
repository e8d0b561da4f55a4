import type { SyncMember, SyncTrouble, SyncView } from '../../src/contract/sync.ts';
import { joinQrText, wordsOf } from '../../src/core/sync/words/words.ts';
import { day } from './made-up-account.ts';

export type On = Extract<SyncView, { stage: 'on' }>;

/** The words of the computer that waits, in numbers: each of another length. */
const asked = [0, 345, 1_023, 1_700, 99, 2_047];
/** The same as the computer shows them. */
export const askedWords = wordsOf(asked);
export const askedQrText = joinQrText(asked);

/** A member where a test does not care. @param sign a hexadecimal digit, by which its id is known */
export function memberOf(sign: string, part: Partial<SyncMember> = {}): SyncMember {
  const id = sign.repeat(64);
  return {
    id,
    kind: 'device',
    name: 'Workshop desktop',
    platform: 'linux',
    addedAt: Date.now() - 3 * day,
    addedBy: id,
    isSelf: false,
    ...part,
  };
}

/** This computer turned it on; a desktop and the kit are in. */
export const self = memberOf('a', { name: 'Ada’s ThinkPad', isSelf: true, addedAt: Date.now() - 40 * day });
export const desktop = memberOf('b', { addedBy: self.id });
export const kit = memberOf('c', { kind: 'kit', name: '', platform: '', addedBy: self.id });

/** On, and well. */
export function syncOn(part: Partial<On> = {}): On {
  return {
    stage: 'on',
    trouble: null,
    agreedAt: Date.now(),
    aloneUntil: null,
    members: [self, kit, desktop],
    pending: [],
    tooLarge: [],
    unreadable: 0,
    question: null,
    conflicts: [],
    kept: [],
    renewals: [],
    ...part,
  };
}

/** The words are shown. */
export function syncWaiting(trouble: SyncTrouble | null = null): SyncView {
  return { stage: 'waiting', words: askedWords, qrText: askedQrText, trouble };
}

/** Why nothing goes on. */
export function troubleOf(
  code: SyncTrouble['code'],
  next: SyncTrouble['next'],
  fault: SyncTrouble['fault'] = null,
): SyncTrouble {
  return { code, next, fault };
}
