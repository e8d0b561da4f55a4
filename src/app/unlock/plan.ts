import type { LockMode } from '../../contract/vault.ts';
import type { VaultHeader } from '../../core/vault/header.ts';
import type { RecoveryKit } from '../../core/vault/safekeeping.ts';
import { vaultError } from '../vault/error.ts';
import { checkNewPassphrase } from './new-passphrase.ts';
import { keyByPassphrase, type OpenPorts } from './keys.ts';
import type { Session } from '../vault/session.ts';
import { hasPassphrase, modeOf } from './methods.ts';

/** What shall open the vault from now on; as `vault.setUnlockMethods` in the contract. */
export interface NewUnlockMethods {
  /** Left out: the present one. */
  mode?: LockMode;
  current?: string | undefined;
  passphrase?: string | null | undefined;
}

/** What shall open the vault. */
export interface UnlockPlan {
  mode: LockMode;
  /** The passphrase that shall be set, present or new; null: none. */
  passphrase: string | null;
  /** Null: no recovery kit. */
  recovery: RecoveryKit | null;
  /** Whether an unlock method is taken away: what knew the vault key shall know nothing of what is written from now on. */
  freshKey: boolean;
}

/**
 * The plan behind what a person asked for. Where a passphrase is set, the present one is asked for and compared,
 * unless the recovery kit opened the vault.
 * @throws VaultError PASSPHRASE_NEEDED, PASSPHRASE_WRONG, PASSPHRASE_WAIT, PASSPHRASE_TOO_SHORT, PASSPHRASE_TOO_WEAK,
 *   KEYCHAIN_FAILED
 */
export async function planUnlockMethods(
  session: Session,
  methods: NewUnlockMethods,
  openedByKit: boolean,
  ports: OpenPorts,
): Promise<UnlockPlan> {
  const header = session.header();
  const present = modeOf(header);
  const { mode = present } = methods;
  const { recovery } = session.document().safekeeping;
  const isSet = hasPassphrase(header);
  if (isSet && !openedByKit) await checkCurrent(header, methods.current, ports);
  // Left out: the present one stays. After the kit it is not known, and does not stay.
  const kept = isSet && !openedByKit ? (methods.current ?? null) : null;
  const passphrase = methods.passphrase === undefined ? kept : methods.passphrase;
  if (passphrase === null && mode !== 'session') throw vaultError('PASSPHRASE_NEEDED');
  if (typeof methods.passphrase === 'string') await checkNewPassphrase(methods.passphrase);
  const onlyAdds = !isSet && mode === 'session' && present === 'session' && !openedByKit;
  return { mode, passphrase, recovery, freshKey: !onlyAdds };
}

/** @throws VaultError PASSPHRASE_NEEDED, PASSPHRASE_WRONG, PASSPHRASE_WAIT, KEYCHAIN_FAILED */
async function checkCurrent(
  header: VaultHeader,
  current: string | undefined,
  ports: OpenPorts,
): Promise<void> {
  if (current === undefined) throw vaultError('PASSPHRASE_NEEDED');
  const { key } = await keyByPassphrase(header, current, ports);
  key.fill(0);
}
