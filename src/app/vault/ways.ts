import { randomBytes } from 'node:crypto';
import type { LockMode, WaysIn } from '../../contract/vault.ts';
import { messageOf } from '../../core/message-of.ts';
import type { VaultHeader } from '../../core/vault/header.ts';
import { findRecoverySlot, makeRecoverySlot } from '../../core/vault/recovery-slot.ts';
import type { RecoveryKit } from '../../core/vault/safekeeping.ts';
import {
  areSameSlots,
  findBothSlot,
  findKeychainSlot,
  findPassphraseSlot,
  makeBothSlot,
  makeKeychainSlot,
  makePassphraseSlot,
  VAULT_KEY_BYTES,
  type Slot,
} from '../../core/vault/slots.ts';
import type { Keychain, Log } from '../ports.ts';
import { VaultError, vaultError } from './error.ts';
import { keepKey } from './keychain-key.ts';
import type { Derived, PassphraseGate } from './passphrase.ts';
import type { Present, Rewrite, Session } from './session.ts';

/** What shall open the vault. */
export interface WaysPlan {
  mode: LockMode;
  /** The passphrase that shall be set, present or new; null: none. */
  passphrase: string | null;
  /** Null: no recovery kit. */
  recovery: RecoveryKit | null;
  /** Whether a way is taken away: what knew the vault key shall know nothing of what is written from now on. */
  freshKey: boolean;
}

export interface WaysPorts {
  keychain: Keychain;
  passphrases: PassphraseGate;
  log: Log;
}

/** So often another process may change the ways, or clear an announced keychain item away, while this one is at it. */
const TRIES = 3;

/**
 * Changes what opens the vault. In this order, so that a process that dies at any point leaves a vault that the old
 * ways open or the new ones, and a keychain that is put in order by the next one:
 *
 * 1. the vault says which keychain item is about to be made (`strayItems`)
 * 2. under the lock file: the item is written and read back, then the vault with its new slots, which use it; the
 *    former items are stray now, and the former key is kept inside
 * 3. `finishChange`
 *
 * @param makePlan called with the newest ways in `session.header()`, and again where another process changes them in
 *   between: what was planned over the former ones would undo that change, or ask the keychain for an item that is
 *   no more
 * @throws VaultError VAULT_NOT_OPEN, KEYCHAIN_FAILED, VAULT_WRITE_FAILED…, and what `makePlan`
 *   throws: the old ways stand
 */
export async function changeWays(
  session: Session,
  ports: WaysPorts,
  makePlan: () => Promise<WaysPlan>,
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    if ((await session.refresh()) === 'gone') throw vaultError('VAULT_NOT_OPEN');
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

/** @param over.slots the ways that the plan was made over */
async function attempt(
  session: Session,
  { keychain }: WaysPorts,
  plan: WaysPlan,
  over: { slots: readonly Slot[]; derived: Derived | null },
): Promise<void> {
  const { vaultId } = session.header();
  const keepsItem = !plan.freshKey && plan.mode === 'session' && hasKeychainSlot(session.header());
  const item = plan.mode === 'passphrase' || keepsItem ? null : newItem(vaultId);
  if (item !== null) await announce(session, item);
  await session.rewrite(async ({ header, document, key: presentKey }): Promise<Rewrite> => {
    const isCleared = item !== null && !header.strayItems.includes(item);
    if (isCleared || !areSameSlots(header.slots, over.slots)) throw new Overtaken();
    const key = plan.freshKey ? randomKey() : null;
    const half = plan.mode === 'both' ? randomKey() : null;
    const given = half ?? Buffer.from(key ?? presentKey);
    try {
      if (item !== null) {
        const outcome = await keepKey(keychain, item, given);
        if (outcome !== 'kept') throw new VaultError({ code: 'KEYCHAIN_FAILED', data: { outcome } });
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
        // The session takes a copy of its own.
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

/** A recovery kit beside the ways that are there; nothing else changes. */
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

/**
 * What remains after a change of ways, and after one that was cut short: the generations get today's key and slots,
 * the former key is forgotten, and keychain items that no slot uses are removed. What fails is tried again when the
 * vault opens next.
 */
export async function finishChange(session: Session, { keychain, log }: WaysPorts): Promise<void> {
  try {
    await session.resealGenerations(session.document().safekeeping.formerKey);
    if (session.document().safekeeping.formerKey !== null) {
      await session.rewrite(
        ({ document }) => ({
          document: { ...document, safekeeping: { ...document.safekeeping, formerKey: null } },
        }),
        true,
      );
    }
    if (session.header().strayItems.length > 0) await removeStrays(session, keychain);
  } catch (error) {
    log.error('key-change-not-finished', { error: messageOf(error) });
  }
}

/** Whether `finishChange` has something to do. */
export function isUnfinished(session: Session): boolean {
  const { formerKey } = session.document().safekeeping;
  return !session.readOnly() && (formerKey !== null || session.header().strayItems.length > 0);
}

/** The mode that a header's slots stand for. */
export function modeOf(header: VaultHeader): LockMode {
  if (findBothSlot(header.slots) !== null) return 'both';
  return hasKeychainSlot(header) ? 'session' : 'passphrase';
}

/** @param hasHalf in mode `both`: the keychain gives its half */
export function waysIn({ slots }: VaultHeader, hasHalf = true): WaysIn {
  return {
    keychain: findKeychainSlot(slots) !== null,
    passphrase: findPassphraseSlot(slots) !== null || (hasHalf && findBothSlot(slots) !== null),
    recovery: findRecoverySlot(slots) !== null,
  };
}

function makeSlots(
  plan: WaysPlan,
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

async function announce(session: Session, item: string): Promise<void> {
  await session.rewrite(({ header }) => ({ header: { strayItems: [...header.strayItems, item] } }), true);
}

/** Under the lock file, so that nobody is about to use one of them. */
async function removeStrays(session: Session, keychain: Keychain): Promise<void> {
  try {
    await session.rewrite(async ({ header }) => {
      const left: string[] = [];
      for (const item of header.strayItems) {
        const { outcome } = await keychain.remove(item);
        if (outcome !== 'kept' && outcome !== 'absent') left.push(item);
      }
      if (left.length === header.strayItems.length) throw new NothingRemoved();
      return { header: { strayItems: left } };
    }, true);
  } catch (error) {
    if (!(error instanceof NothingRemoved)) throw error;
  }
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

function hasKeychainSlot({ slots }: VaultHeader): boolean {
  return findKeychainSlot(slots) !== null;
}

/** A name of its own each time: while the old item is needed, the new one must not take its place. */
function newItem(vaultId: string): string {
  return `${vaultId}.${randomBytes(4).toString('hex')}`;
}

function randomKey(): Buffer {
  const key = Buffer.allocUnsafeSlow(VAULT_KEY_BYTES);
  randomBytes(VAULT_KEY_BYTES).copy(key);
  return key;
}

function needed<T>(value: T | null): T {
  if (value === null) throw new Error('a way in lacks what it is made of');
  return value;
}

/** Another process has changed the ways, or put the keychain in order while an item was only announced. */
class Overtaken extends Error {
  constructor() {
    super('another process has changed the ways in between');
  }
}

/** The keychain let go of nothing: there is nothing to write. */
class NothingRemoved extends Error {
  constructor() {
    super('no stray item was removed');
  }
}
