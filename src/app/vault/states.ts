import type { LockCause, VaultState } from '../../contract/vault.ts';
import type { VaultHeader } from '../../core/vault/header.ts';
import type { KeychainAnswer } from '../unlock/keys.ts';
import type { Session } from './session.ts';
import { modeOf, unlockMethodsOf } from '../unlock/methods.ts';

type Of<State extends VaultState['state']> = Extract<VaultState, { state: State }>;

/** The state of an open session. */
export function openState(session: Session, backend: string, openedBy: Of<'open'>['openedBy']): Of<'open'> {
  const { quarantine, safekeeping } = session.document();
  const { recovery } = safekeeping;
  const header = session.header();
  return {
    state: 'open',
    backend,
    unlockMethods: unlockMethodsOf(header),
    mode: modeOf(header),
    openedBy,
    kit: recovery && { madeAt: recovery.madeAt, checkedAt: recovery.checkedAt },
    readOnly: session.readOnly(),
    readOnlyBecause: session.readOnlyBecause(),
    quarantined: quarantine.length,
    recoveredFrom: session.recoveredFrom(),
  };
}

/** The state of a vault waiting for its passphrase or kit. */
export function lockedState(header: VaultHeader, cause: LockCause): Of<'locked'> {
  return { state: 'locked', unlockMethods: unlockMethodsOf(header), mode: modeOf(header), cause };
}

/** The state of a vault whose keychain does not provide its key. */
export function keyMissingState(
  header: VaultHeader,
  { outcome, keptBy }: Extract<KeychainAnswer, { answer: 'missing' }>,
  { backend, path }: { backend: string; path: string },
): Of<'keyMissing'> {
  const [unlockMethods, mode] = [unlockMethodsOf(header, false), modeOf(header)];
  return { state: 'keyMissing', outcome, backend, keptBy, unlockMethods, mode, path };
}
