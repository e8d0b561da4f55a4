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

/** What keys were derived for a label with the vault key of before, and are with the one of now. */
export interface KeyChange {
  before(label: string): Buffer;
  after(label: string): Buffer;
}

/**
 * What is put in order while a vault is open. Nothing here throws: where it fails, the vault is open all the same, and
 * the log says what was left.
 */
export interface Upkeep {
  /** Lets go of what has lain in the trash for 30 days. */
  emptyTrash(open: Session): Promise<void>;
  /** What remains to be done after a change of unlock methods, here or before a crash. */
  finish(open: Session, told: readonly ((keys: KeyChange) => Promise<void>)[]): Promise<void>;
  /** The keyring was emptied or holds something else, and the passphrase gave the key: it is put back. */
  restoreItem(open: Session, key: Buffer): Promise<void>;
  /** Today's cost for a passphrase whose slot was made when computers were slower. */
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
      // The change itself leaves the old trash out.
      await open.rewrite(() => ({})).catch((error: unknown) => report('trash-not-emptied', error));
    },

    async finish(open, told) {
      const { formerKey } = open.document().safekeeping;
      if (formerKey !== null) {
        const { vaultId } = open.header();
        const keys = {
          before: (label: string) => deriveFrom(formerKey, label, vaultId),
          after: (label: string) => open.deriveKey(label),
        };
        for (const task of told) {
          await task(keys).catch((error: unknown) => report('not-sealed-anew', error));
        }
      }
      await finishChange(open, ports);
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
        await finishChange(open, ports);
      } catch (error) {
        report('cost-not-raised', error);
      }
    },
  };
}
