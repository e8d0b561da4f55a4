import type { LockMode } from '../../contract/vault.ts';
import type { RecoveryKit } from '../../core/vault/safekeeping.ts';
import { Failure } from '../failure.ts';
import { checkNewPassphrase } from './new-passphrase.ts';
import type { OpenPorts } from './keys.ts';
import type { Session } from '../vault/session.ts';
import { hasPassphrase, modeOf } from './methods.ts';
import { provePerson } from './prove.ts';

/** The requested unlock methods; see `vault.setUnlockMethods` in the contract. */
export interface NewUnlockMethods {
  /** Defaults to the present mode. */
  mode?: LockMode;
  current?: string | undefined;
  passphrase?: string | null | undefined;
}

/** The unlock methods to put in force. */
export interface UnlockPlan {
  mode: LockMode;
  /** The passphrase to set, present or new; null for none. */
  passphrase: string | null;
  /** Null for no recovery kit. */
  recovery: RecoveryKit | null;
  /** Whether to make a new vault key, so that a removed unlock method cannot open anything written later. */
  freshKey: boolean;
}

/**
 * Makes the plan for a person's request. If a passphrase is set, the present one is required and checked,
 * unless the recovery kit opened the vault.
 * @throws Failure PASSPHRASE_NEEDED, PASSPHRASE_WRONG, PASSPHRASE_WAIT, PASSPHRASE_TOO_SHORT,
 *   PASSPHRASE_TOO_WEAK, KEYCHAIN_FAILED
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
  if (isSet && !openedByKit) await provePerson(header, { current: methods.current }, ports);
  // If left out, the present passphrase stays. After the kit it is unknown and does not stay.
  const kept = isSet && !openedByKit ? (methods.current ?? null) : null;
  const passphrase = methods.passphrase === undefined ? kept : methods.passphrase;
  if (passphrase === null && mode !== 'session') throw new Failure('PASSPHRASE_NEEDED');
  if (typeof methods.passphrase === 'string') await checkNewPassphrase(methods.passphrase);
  const onlyAdds = !isSet && mode === 'session' && present === 'session' && !openedByKit;
  return { mode, passphrase, recovery, freshKey: !onlyAdds };
}
