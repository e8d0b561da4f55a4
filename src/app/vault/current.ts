import type { VaultHeader } from '../../core/vault/header.ts';
import { findBothSlot, findPassphraseSlot } from '../../core/vault/slots.ts';
import { vaultError } from './error.ts';
import { checkNewPassphrase } from './new-passphrase.ts';
import { keyByPassphrase, type OpenPorts } from './opening.ts';
import type { Session } from './session.ts';
import type { NewWays } from './vault.ts';
import { modeOf, type WaysPlan } from './ways.ts';

/** Whether a passphrase, alone or with the keychain's half, opens the vault. */
export function hasPassphrase({ slots }: VaultHeader): boolean {
  return findPassphraseSlot(slots) !== null || findBothSlot(slots) !== null;
}

/**
 * The plan behind what a person asked for. Where a passphrase is set, the present one is asked for and compared,
 * unless the recovery kit opened the vault.
 * @throws VaultError PASSPHRASE_NEEDED, PASSPHRASE_WRONG, PASSPHRASE_WAIT, PASSPHRASE_TOO_SHORT, PASSPHRASE_TOO_WEAK,
 *   KEYCHAIN_FAILED
 */
export async function planWays(
  session: Session,
  ways: NewWays,
  openedByKit: boolean,
  ports: OpenPorts,
): Promise<WaysPlan> {
  const header = session.header();
  const present = modeOf(header);
  const { mode = present } = ways;
  const { recovery } = session.document().safekeeping;
  const isSet = hasPassphrase(header);
  if (isSet && !openedByKit) await checkCurrent(header, ways.current, ports);
  // Left out: the present one stays. After the kit it is not known, and does not stay.
  const kept = isSet && !openedByKit ? (ways.current ?? null) : null;
  const passphrase = ways.passphrase === undefined ? kept : ways.passphrase;
  if (passphrase === null && mode !== 'session') throw vaultError('PASSPHRASE_NEEDED');
  if (typeof ways.passphrase === 'string') await checkNewPassphrase(ways.passphrase);
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
