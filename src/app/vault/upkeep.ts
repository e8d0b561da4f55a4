import { messageOf } from '../../core/message-of.ts';
import { emptyOldTrash } from '../../core/vault/trash.ts';
import type { VaultHeader } from '../../core/vault/header.ts';
import { findKeychainSlot, findPassphraseSlot, isWeak, makePassphraseSlot } from '../../core/vault/slots.ts';
import type { Clock, Log } from '../ports.ts';
import { keepKey } from '../unlock/keychain-key.ts';
import { deriveFrom } from './keyed.ts';
import type { Session } from './session.ts';
import type { UnlockPorts } from '../unlock/change.ts';
import { finishChange } from '../unlock/finish-change.ts';

/** The keys that the former and the present vault key derive for a label. */
export interface KeyChange {
  before(label: string): Buffer;
  after(label: string): Buffer;
}

/**
 * Maintenance of an open vault. Nothing here throws: after a failure the vault stays open, and the log says
 * what was left undone.
 */
export interface Upkeep {
  /** Removes entries that have been in the trash for 30 days. */
  emptyTrash(open: Session): Promise<void>;
  /** Completes a change of unlock methods, made here or before a crash. */
  finish(open: Session, told: readonly ((keys: KeyChange) => Promise<void>)[]): Promise<void>;
  /** Puts the key back into a keychain that lost it or holds another, after the passphrase gave the key. */
  restoreItem(open: Session, key: Buffer): Promise<void>;
  /** Raises a passphrase slot made when computers were slower to today's derivation cost. */
  raiseCost(open: Session, passphrase: string): Promise<void>;
}

/** Upkeep over the vault's ports. */
export function createUpkeep(ports: UnlockPorts & { clock: Clock; log: Log }): Upkeep {
  const { keychain, passphrases, clock, log } = ports;

  function report(event: string, error: unknown): void {
    log.error(event, { error: messageOf(error) });
  }

  return {
    async emptyTrash(open) {
      if (open.readOnly() || emptyOldTrash(open.document(), clock.now()) === open.document()) return;
      // Any rewrite leaves out the old trash.
      await open.rewrite(() => ({})).catch((error: unknown) => report('trash-not-emptied', error));
    },

    async finish(open, told) {
      const { formerKey } = open.document().safekeeping;
      let isSealed = true;
      if (formerKey !== null) {
        const { vaultId } = open.header();
        const keys = {
          before: (label: string) => deriveFrom(formerKey, label, vaultId),
          after: (label: string) => open.deriveKey(label),
        };
        for (const task of told) {
          await task(keys).catch((error: unknown) => {
            isSealed = false;
            report('not-sealed-anew', error);
          });
        }
      }
      await finishChange(open, ports, { forgets: isSealed });
    },

    async restoreItem(open, key) {
      const slot = findKeychainSlot(open.header().slots);
      if (slot === null) return;
      const outcome = await keepKey(keychain, slot.item, key);
      if (outcome !== 'kept') log.error('keychain-item-not-restored', { outcome });
    },

    async raiseCost(open, passphrase) {
      const slot = findPassphraseSlot(open.header().slots);
      if (slot === null || !isWeak(slot) || open.readOnly()) return;
      try {
        const { derivation, derived } = await passphrases.derive(passphrase);
        await open.rewrite(({ header, key }) => {
          const stronger = makePassphraseSlot(key, header.vaultId, derivation, derived);
          const raise = (other: VaultHeader['slots'][number]) =>
            JSON.stringify(other) === JSON.stringify(slot) ? stronger : other;
          return { header: { slots: header.slots.map(raise) } };
        }, true);
        derived.fill(0);
        // A former key that is still there is still needed: the opening before could not finish that change.
        await finishChange(open, ports, { forgets: false });
      } catch (error) {
        report('cost-not-raised', error);
      }
    },
  };
}
