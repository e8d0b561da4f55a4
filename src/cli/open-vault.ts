import type { OpenState, VaultState } from '../contract/vault.ts';
import { CommandError } from './command-error.ts';
import type { Client } from './host.ts';
import { withPassphrase, type PassphraseSource } from './passphrase.ts';
import { present } from './present.ts';
import { streams } from './streams.ts';
import { words } from './words/words.ts';

/**
 * Opens the vault for this process: with the keychain, which asks nothing, or with its passphrase.
 * @returns its state, and the passphrase that opened it, if one did
 * @throws CommandError VAULT_LOCKED, VAULT_ABSENT, KEY_MISSING…; the contract's PASSPHRASE_WRONG
 */
export async function openVault(
  client: Client,
  source: PassphraseSource,
): Promise<{ vault: OpenState; passphrase: string | null }> {
  await client.vault.retry();
  const found = await present(await client.vault.watch());
  let opener: string | null = null;
  if (found.state === 'locked' || (found.state === 'keyMissing' && found.unlockMethods.passphrase)) {
    opener = await withPassphrase(source, async (passphrase) => {
      await client.vault.unlock({ passphrase });
      return passphrase;
    });
  }
  const state = await present(await client.vault.watch());
  if (state.state !== 'open') throw closed(state);
  if (state.recoveredFrom !== null) streams.say(words.openedOlder);
  return { vault: state, passphrase: opener };
}

/** Why a vault that is not open can't be used here. */
export function closed(state: Exclude<VaultState, OpenState>): CommandError {
  switch (state.state) {
    case 'absent':
      return new CommandError('VAULT_ABSENT', words.errors.absent);
    case 'unwritable':
      return new CommandError('VAULT_UNWRITABLE', words.errors.unwritable(state.path));
    case 'away':
      return new CommandError('VAULT_AWAY', words.errors.away(state.path));
    case 'damaged':
      return new CommandError('VAULT_DAMAGED', words.errors.damaged(state));
    case 'keyMissing':
      return new CommandError('KEY_MISSING', words.errors.keyMissing(state));
    case 'opening':
    case 'locked':
      return new CommandError('VAULT_LOCKED', words.errors.locked);
  }
}
