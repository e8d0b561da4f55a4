import { randomBytes } from 'node:crypto';
import { findRecoverySlot, makeRecoverySlot } from '../../core/vault/recovery-slot.ts';
import type { BackupPlan, RecoveryKit } from '../../core/vault/safekeeping.ts';
import { makePassphraseSlot, unwrapKey, VAULT_KEY_BYTES, type Slot } from '../../core/vault/slots.ts';
import { Failure } from '../failure.ts';
import { checkNewPassphrase } from '../unlock/new-passphrase.ts';
import type { PassphraseGate } from '../unlock/passphrase-gate.ts';

/** How to protect backups: with a typed passphrase, the recovery kit, or the present protection. */
export type Protection = { by: 'passphrase'; passphrase: string } | { by: 'recovery' } | { by: 'present' };

/**
 * Makes a key for backups and the slots that open it. Backups have their own key, so that making one requires
 * no input and a change of the vault's key does not affect them.
 * @throws Failure PASSPHRASE_TOO_SHORT, PASSPHRASE_TOO_WEAK, KIT_NOT_MADE
 */
export async function makePlan(
  protection: Exclude<Protection, { by: 'present' }>,
  place: { folder: string; keep: number },
  vaultId: string,
  { recovery, passphrases }: { recovery: RecoveryKit | null; passphrases: PassphraseGate },
): Promise<BackupPlan> {
  const key = Buffer.allocUnsafeSlow(VAULT_KEY_BYTES);
  randomBytes(VAULT_KEY_BYTES).copy(key);
  const slots: Slot[] = [];
  if (protection.by === 'recovery') {
    if (recovery === null) throw new Failure('KIT_NOT_MADE');
    slots.push(recoverySlot(key, vaultId, recovery));
  } else {
    await checkNewPassphrase(protection.passphrase);
    const { derivation, derived } = await passphrases.derive(protection.passphrase);
    const slot = makePassphraseSlot(key, vaultId, derivation, derived);
    // Verify the slot now: nobody will be there to type the passphrase later.
    unwrapKey(slot, vaultId, derived).fill(0);
    derived.fill(0);
    slots.push(slot);
  }
  return { ...place, protection: protection.by, slots, key };
}

/** Whether backups are protected by a kit that is no longer in force. */
export function isForOldKit(plan: BackupPlan, recovery: RecoveryKit | null): recovery is RecoveryKit {
  if (plan.protection !== 'recovery' || recovery === null) return false;
  return findRecoverySlot(plan.slots)?.madeAt !== recovery.madeAt;
}

function recoverySlot(key: Uint8Array, vaultId: string, recovery: RecoveryKit): Slot {
  const publicKey = Buffer.from(recovery.publicKey, 'base64');
  return makeRecoverySlot(key, vaultId, publicKey, recovery.madeAt);
}
