import type { Proof } from '../../contract/proof.ts';
import type { LockCause, VaultState } from '../../contract/vault.ts';
import type { VaultDocument } from '../../core/vault/document.ts';
import { addRecovery, changeUnlockMethods } from '../unlock/change.ts';
import { keyByCode, keyByPassphrase } from '../unlock/keys.ts';
import { modeOf, unlockMethodsOf } from '../unlock/methods.ts';
import { checkNewPassphrase } from '../unlock/new-passphrase.ts';
import { provePerson } from '../unlock/prove.ts';
import { planUnlockMethods, type NewUnlockMethods, type UnlockPlan } from '../unlock/plan.ts';
import { Failure } from '../failure.ts';
import { findVault } from './find.ts';
import { createVaultMachine, type VaultPorts } from './machine.ts';
import { makeVault, type NewVault } from './make.ts';
import { createSession, writeFailed, type Session } from './session.ts';
import type { KeyChange } from './upkeep.ts';

/** An older state that is kept beside the vault; this vault's key may or may not open it. */
export interface OlderState {
  generation: number;
  writtenAt: number;
  /** Opens the state; the caller zeroes the document's secrets. */
  open(): Promise<VaultDocument | 'otherKey' | 'broken'>;
}

/** The person's vault. Only this opens, holds, changes and locks it. */
export interface Vault {
  state(): VaultState;
  /** Yields the present state first. */
  watchState(signal?: AbortSignal): AsyncGenerator<VaultState, void, void>;
  /** Null unless open. The secrets in it are zeroed when the vault locks. */
  document(): VaultDocument | null;
  /** Yields the present document first; null = closed. A slow reader may miss some, but never the newest. */
  watchDocument(signal?: AbortSignal): AsyncGenerator<VaultDocument | null, void, void>;
  /** Identifies the open vault; null unless open. `generation` counts its writes. */
  identity(): { vaultId: string; generation: number } | null;
  /**
   * Applies `edit` to the newest document (whoever wrote it), under the lock file. The change is on disk when
   * this resolves. If `edit` throws, nothing changes and its error is rethrown. `edit` may be called twice if
   * another process changes the vault's key meanwhile.
   * @throws Failure VAULT_NOT_OPEN, VAULT_WRITE_FAILED, VAULT_READ_ONLY: nothing was changed
   */
  change(edit: (document: VaultDocument) => VaultDocument): Promise<VaultDocument>;
  /**
   * Derives a 32-byte key for something sealed beside the vault: HKDF-SHA-256 (RFC 5869) of the vault key for
   * `label` and this vault. The caller zeroes it. A new vault key changes derived keys; see `onKeyChange`.
   * @throws Failure VAULT_NOT_OPEN
   */
  deriveKey(label: string): Buffer;
  /**
   * The keys that something beside the vault may be sealed with, the present one's first: until a change of the vault's
   * key is finished, the former one's too. The caller zeroes them.
   * @throws Failure VAULT_NOT_OPEN
   */
  keysFor(label: string): Buffer[];
  /**
   * Calls `task` after the vault's key changes, so that content sealed with a derived key can be resealed. After a crash
   * in between, and if `task` fails, calls it again at the next opening: until then the vault keeps its former key
   * (`keysFor`) and takes no other one. The vault awaits it and logs errors.
   */
  onKeyChange(task: (keys: KeyChange) => Promise<void>): void;
  /** Calls `task` whenever the vault is locked or otherwise closed. */
  onClose(task: () => void): void;
  /** Looks for the vault and opens it with the keychain if possible; the result is the state. */
  open(): Promise<void>;
  /**
   * Creates the first vault and opens it.
   * @throws Failure VAULT_EXISTS, KEYCHAIN_FAILED, PASSPHRASE_TOO_SHORT, PASSPHRASE_TOO_WEAK, VAULT_WRITE_FAILED
   */
  create(input: NewVault): Promise<void>;
  /** @throws Failure PASSPHRASE_WRONG, PASSPHRASE_WAIT, PASSPHRASE_NOT_SET, KEYCHAIN_FAILED */
  unlock(passphrase: string): Promise<void>;
  /** @throws Failure KIT_TYPO, KIT_LENGTH, KIT_WRONG, KIT_NOT_MADE */
  openWithKit(code: string): Promise<void>;
  /** Looks again, including in the keychain; the result is the next state. */
  retry(): Promise<void>;
  /** Forgets key and secrets. @throws Failure PASSPHRASE_NOT_SET if no passphrase could reopen the vault */
  lock(cause?: LockCause): Promise<void>;
  /**
   * Changes the unlock methods. Removing one makes a new vault key.
   * @throws Failure VAULT_NOT_OPEN, VAULT_READ_ONLY, VAULT_WRITE_FAILED, PASSPHRASE_WRONG, PASSPHRASE_WAIT,
   * PASSPHRASE_NEEDED, PASSPHRASE_TOO_SHORT, PASSPHRASE_TOO_WEAK, KEYCHAIN_FAILED: the old methods stay
   */
  setUnlockMethods(methods: NewUnlockMethods): Promise<void>;
  /** Makes a new vault key for the same unlock methods. @throws as setUnlockMethods */
  rotateKey(current?: string): Promise<void>;
  /**
   * Puts a recovery kit in force. Replacing an earlier kit makes a new vault key, which requires the passphrase
   * if one is set.
   * @param publicKey `recoveryPublicKey` of its code
   * @throws as setUnlockMethods
   */
  setKit(publicKey: Uint8Array, madeAt: number, current?: string): Promise<void>;
  /** Whether a code opens this vault. @throws Failure VAULT_NOT_OPEN, KIT_TYPO, KIT_LENGTH, KIT_WRONG, KIT_NOT_MADE */
  verifyKit(code: string): void;
  /** Checks that the person can open this vault now. @throws Failure VAULT_NOT_OPEN; as `provePerson` */
  prove(proof: Proof): Promise<void>;
  /** Newest first. @throws Failure VAULT_NOT_OPEN */
  olderStates(): Promise<OlderState[]>;
  /**
   * Sets the vault aside under another name and returns the new path.
   * @throws Failure VAULT_OPEN, VAULT_ABSENT, VAULT_WRITE_FAILED
   */
  setAside(): Promise<string>;
  /** Gives up a vault that is away, so that a new one can replace it. @throws Failure VAULT_WRITE_FAILED */
  startAnew(): Promise<void>;
  /** Forgets everything and ends all watching. */
  close(): Promise<void>;
}

/** The vault over its ports; `opening` until `open()` is called. */
export function createVault(ports: VaultPorts): Vault {
  const { keychain, vaultStore, log } = ports;
  const machine = createVaultMachine(ports);
  const { passphrases } = machine;

  /**
   * @param isByKit whether the recovery kit opened the vault, so that the present passphrase is not required
   * @param more what the plan has in addition to the requested unlock methods
   */
  async function applyUnlockMethods(
    open: Session,
    methods: NewUnlockMethods,
    isByKit: boolean,
    more: Partial<UnlockPlan> = {},
  ): Promise<void> {
    // What is still sealed with the former key could not be opened after another change.
    if (open.document().safekeeping.formerKey !== null) await machine.finish(open);
    await changeUnlockMethods(open, { keychain, passphrases, log }, async () => ({
      ...(await planUnlockMethods(open, methods, isByKit, { keychain, passphrases })),
      ...more,
    }));
    // The person now has unlock methods of their own again: the next change requires the passphrase.
    if (isByKit) machine.adopt(open, modeOf(open.header()) === 'session' ? 'keychain' : 'passphrase');
    await machine.finish(open);
  }

  return {
    state: () => machine.state.get(),
    watchState: (signal) => machine.state.watch(signal),
    document: () => machine.document.get(),
    watchDocument: (signal) => machine.document.watch(signal),
    identity() {
      const header = machine.session()?.header();
      return header ? { vaultId: header.vaultId, generation: header.generation } : null;
    },
    onClose: (task) => machine.onClose(task),
    onKeyChange: (task) => machine.onKeyChange(task),
    deriveKey: (label) => machine.opened().deriveKey(label),
    keysFor: (label) => machine.opened().keysFor(label),

    change: (edit) =>
      machine.inTurn(() =>
        machine.withSession((open) => open.rewrite(({ document: present }) => ({ document: edit(present) }))),
      ),

    open: () =>
      machine.inTurn(async () => {
        machine.watchOnce();
        if (machine.session() === null) await machine.look();
      }),

    create: (input) =>
      machine.inTurn(async () => {
        if (input.passphrase !== undefined) await checkNewPassphrase(input.passphrase);
        if (machine.session() !== null || (await findVault(vaultStore)).found !== 'absent') {
          throw new Failure('VAULT_EXISTS');
        }
        const made = await makeVault(input, { ...ports, passphrases });
        machine.adopt(createSession(made.opened, made.key, ports), 'made');
        machine.publish();
      }),

    unlock: (passphrase) =>
      machine.inTurn(async () => {
        if (machine.session() !== null) return;
        const found = await findVault(vaultStore);
        if (found.found !== 'vault') throw new Failure('PASSPHRASE_NOT_SET');
        const { key, by } = await keyByPassphrase(found.header, passphrase, { keychain, passphrases });
        const before = machine.state.get();
        const isItemLost =
          before.state === 'keyMissing' && (before.outcome === 'absent' || before.outcome === 'wrongKey');
        await machine.openWith(key, found.header.vaultId, by);
        await machine.tidyAfterUnlock(key, passphrase, isItemLost && by === 'passphrase');
      }),

    openWithKit: (code) =>
      machine.inTurn(async () => {
        if (machine.session() !== null) return;
        const found = await findVault(vaultStore);
        if (found.found !== 'vault') throw new Failure('KIT_NOT_MADE');
        const { slots, vaultId } = found.header;
        await machine.openWith(keyByCode(slots, vaultId, code), vaultId, 'recovery');
      }),

    retry: () => machine.inTurn(async () => (machine.session() === null ? machine.look() : undefined)),

    lock: (cause = 'person') =>
      machine.inTurn(async () => {
        const open = machine.session();
        if (open === null) return;
        const header = open.header();
        if (!unlockMethodsOf(header).passphrase) throw new Failure('PASSPHRASE_NOT_SET');
        machine.lock(header, cause);
      }),

    setUnlockMethods: (methods) =>
      machine.inTurn(() =>
        machine.withSession((open) => applyUnlockMethods(open, methods, machine.isOpenByKit())),
      ),

    rotateKey: (current) =>
      machine.inTurn(() =>
        machine.withSession((open) => applyUnlockMethods(open, { current }, false, { freshKey: true })),
      ),

    setKit: (publicKey, madeAt, current) =>
      machine.inTurn(() =>
        machine.withSession(async (open) => {
          const recovery = {
            publicKey: Buffer.from(publicKey).toString('base64'),
            madeAt,
            checkedAt: null,
          };
          // Another process may have made a kit meanwhile; replace that one rather than forget it.
          if ((await open.refresh()) === 'gone') throw new Failure('VAULT_NOT_OPEN');
          if (unlockMethodsOf(open.header()).recovery) {
            return applyUnlockMethods(open, { current }, false, { recovery, freshKey: true });
          }
          await addRecovery(open, recovery);
          return machine.finish(open);
        }),
      ),

    verifyKit(code) {
      const { slots, vaultId } = machine.opened().header();
      keyByCode(slots, vaultId, code).fill(0);
    },

    prove: (proof) =>
      machine.inTurn(() => provePerson(machine.opened().header(), proof, { keychain, passphrases })),

    // Takes its turn, so that loading another process's key change is finished first.
    olderStates: () =>
      machine.inTurn(async () => {
        machine.opened();
        const found = await vaultStore.generations();
        return found.map((older) => ({
          generation: older.generation,
          writtenAt: older.writtenAt,
          open: () =>
            machine.inTurn(async () => {
              const bytes = await older.read().catch(() => null);
              return bytes === null ? 'broken' : machine.opened().open(bytes);
            }),
        }));
      }),

    setAside: () =>
      machine.inTurn(async () => {
        if (machine.session() !== null) throw new Failure('VAULT_OPEN');
        const path = await vaultStore.setAside().catch((error: unknown) => {
          throw writeFailed(error);
        });
        if (path === null) throw new Failure('VAULT_ABSENT');
        await machine.look();
        return path;
      }),

    startAnew: () =>
      machine.inTurn(async () => {
        if (machine.state.get().state !== 'away') return;
        await vaultStore.forget().catch((error: unknown) => {
          throw writeFailed(error);
        });
        await machine.look();
      }),

    close: () => machine.close(),
  };
}
