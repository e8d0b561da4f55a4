import type { VaultHeader } from '../../core/vault/header.ts';
import { makeRecoverySlot } from '../../core/vault/recovery-slot.ts';
import {
  findKeychainSlot,
  makeBothSlot,
  makeKeychainSlot,
  makePassphraseSlot,
  type Slot,
} from '../../core/vault/slots.ts';
import type { Derived } from './passphrase-gate.ts';
import type { UnlockPlan } from './plan.ts';

/** Makes a plan's slots: the vault key wrapped for each of its unlock methods. */
export function makeSlots(
  plan: UnlockPlan,
  key: Uint8Array,
  vaultId: string,
  made: {
    place: { item: string; backend: string } | null;
    half: Buffer | null;
    derived: Derived | null;
    present: VaultHeader;
  },
): Slot[] {
  const { place, half, derived } = made;
  const slots: Slot[] = [];
  if (plan.mode === 'session') {
    const kept = place === null ? findKeychainSlot(made.present.slots) : null;
    slots.push(kept ?? makeKeychainSlot(key, vaultId, needed(place)));
  }
  if (plan.mode === 'both') {
    const both = needed(half);
    slots.push(makeBothSlot(key, vaultId, { bytes: both, ...needed(place) }, needed(derived)));
  } else if (derived !== null) {
    slots.push(makePassphraseSlot(key, vaultId, derived.derivation, derived.derived));
  }
  if (plan.recovery !== null) {
    const publicKey = Buffer.from(plan.recovery.publicKey, 'base64');
    slots.push(makeRecoverySlot(key, vaultId, publicKey, plan.recovery.madeAt));
  }
  return slots;
}

function needed<T>(value: T | null): T {
  if (value === null) throw new Error('an unlock method lacks what it is made of');
  return value;
}
