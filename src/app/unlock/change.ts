import { randomBytes } from 'node:crypto';
import type { VaultHeader } from '../../core/vault/header.ts';
import { findRecoverySlot, makeRecoverySlot } from '../../core/vault/recovery-slot.ts';
import type { RecoveryKit } from '../../core/vault/safekeeping.ts';
import {
  areSameSlots,
  findBothSlot,
  findKeychainSlot,
  VAULT_KEY_BYTES,
  type Slot,
} from '../../core/vault/slots.ts';
import type { Keychain, Log } from '../ports.ts';
import { Failure } from '../failure.ts';
import type { Present, Rewrite, Session } from '../vault/session.ts';
import { keepKey } from './keychain-key.ts';
import { makeSlots } from './make-slots.ts';
import { hasKeychainSlot } from './methods.ts';
import type { Derived, PassphraseGate } from './passphrase-gate.ts';
import type { UnlockPlan } from './plan.ts';

export interface UnlockPorts {
  keychain: Keychain;
  passphrases: PassphraseGate;
  log: Log;
}

/** Maximum attempts if another process changes the unlock methods or clears an announced item meanwhile. */
const TRIES = 3;

/**
 * Changes the unlock methods. The order ensures that a process that dies at any point leaves a vault that opens
 * with either the old or the new methods, and a keychain that the next process cleans up:
 *
 * 1. The vault records which keychain item is about to be made (`strayItems`).
 * 2. Under the lock file, the item is written and read back, then the vault is written with new slots that use
 *    it. The former items are now stray, and the former key is kept inside the vault.
 * 3. `finishChange` runs.
 *
 * @param makePlan called with the newest unlock methods in `session.header()`, and again if another process
 *   changes them meanwhile: a plan based on the former methods would undo that change or need a keychain item
 *   that no longer exists
 * @throws Failure VAULT_NOT_OPEN, KEYCHAIN_FAILED, VAULT_WRITE_FAILED…, and what `makePlan`
 *   throws: the old unlock methods stay in force
 */
export async function changeUnlockMethods(
  session: Session,
  ports: UnlockPorts,
  makePlan: () => Promise<UnlockPlan>,
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    if ((await session.refresh()) === 'gone') throw new Failure('VAULT_NOT_OPEN');
    const { slots } = session.header();
    let derived: Derived | null = null;
    try {
      const plan = await makePlan();
      if (plan.passphrase !== null) derived = await ports.passphrases.derive(plan.passphrase);
      return await attempt(session, ports, plan, { slots, derived });
    } catch (error) {
      const isOvertaken = error instanceof Overtaken || (await areOthers(session, slots));
      if (tries === TRIES || !isOvertaken) throw error;
    } finally {
      derived?.derived.fill(0);
    }
  }
}

async function areOthers(session: Session, slots: readonly Slot[]): Promise<boolean> {
  return (await session.refresh()) === 'gone' || !areSameSlots(session.header().slots, slots);
}

/** @param over.slots the slots that the plan is based on */
async function attempt(
  session: Session,
  { keychain }: UnlockPorts,
  plan: UnlockPlan,
  over: { slots: readonly Slot[]; derived: Derived | null },
): Promise<void> {
  const { vaultId } = session.header();
  const keepsItem = !plan.freshKey && plan.mode === 'session' && hasKeychainSlot(session.header());
  const item = plan.mode === 'passphrase' || keepsItem ? null : newItem(vaultId);
  if (item !== null) await announce(session, item);
  await session.rewrite(async ({ header, document, key: presentKey }): Promise<Rewrite> => {
    const isCleared = item !== null && !header.strayItems.includes(item);
    if (isCleared || !areSameSlots(header.slots, over.slots)) throw new Overtaken();
    // Something is still sealed with the one before: two former keys are not kept.
    if (plan.freshKey && document.safekeeping.formerKey !== null)
      throw new Failure('VAULT_WRITE_FAILED', { reason: 'unfinished' });
    const key = plan.freshKey ? randomKey() : null;
    const half = plan.mode === 'both' ? randomKey() : null;
    const given = half ?? Buffer.from(key ?? presentKey);
    try {
      if (item !== null) {
        const outcome = await keepKey(keychain, item, given);
        if (outcome !== 'kept') throw new Failure('KEYCHAIN_FAILED', { outcome });
      }
      const place = item === null ? null : { item, backend: keychain.backend };
      const slots = makeSlots(plan, key ?? presentKey, vaultId, {
        place,
        half,
        derived: over.derived,
        present: header,
      });
      const safekeeping = {
        ...document.safekeeping,
        recovery: plan.recovery,
        // The session makes its own copy.
        formerKey: key ? presentKey : document.safekeeping.formerKey,
      };
      return {
        ...(key && { key }),
        header: { slots, strayItems: strayAfter(header, slots) },
        document: { ...document, safekeeping },
      };
    } catch (error) {
      key?.fill(0);
      throw error;
    } finally {
      given.fill(0);
      half?.fill(0);
    }
  });
}

/** Adds a recovery kit to the existing slots; changes nothing else. */
export async function addRecovery(session: Session, recovery: RecoveryKit): Promise<void> {
  await session.rewrite(({ header, document, key }: Present) => {
    const others = header.slots.filter((slot) => findRecoverySlot([slot]) === null);
    const publicKey = Buffer.from(recovery.publicKey, 'base64');
    const slot = makeRecoverySlot(key, header.vaultId, publicKey, recovery.madeAt);
    return {
      header: { slots: [...others, slot] },
      document: { ...document, safekeeping: { ...document.safekeeping, recovery } },
    };
  });
}

async function announce(session: Session, item: string): Promise<void> {
  await session.rewrite(({ header }) => ({ header: { strayItems: [...header.strayItems, item] } }), true);
}

function strayAfter(header: VaultHeader, slots: readonly Slot[]): string[] {
  const used = itemsOf(slots);
  return [...new Set([...header.strayItems, ...itemsOf(header.slots)])].filter(
    (item) => !used.includes(item),
  );
}

function itemsOf(slots: readonly Slot[]): string[] {
  const kept = [findKeychainSlot(slots), findBothSlot(slots)];
  return kept.flatMap((slot) => (slot === null ? [] : [slot.item]));
}

/** A unique name each time: the new item must not replace the old one while that is needed. */
function newItem(vaultId: string): string {
  return `${vaultId}.${randomBytes(4).toString('hex')}`;
}

function randomKey(): Buffer {
  const key = Buffer.allocUnsafeSlow(VAULT_KEY_BYTES);
  randomBytes(VAULT_KEY_BYTES).copy(key);
  return key;
}

/** Another process changed the unlock methods, or cleaned up the keychain while an item was only announced. */
class Overtaken extends Error {
  constructor() {
    super('another process has changed the unlock methods in between');
  }
}
