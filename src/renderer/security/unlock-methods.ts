import type { OpenState } from '../../contract/vault.ts';

/** Whether a passphrase is set at all, whatever the keychain gives now. */
export function hasPassphrase({ mode, unlockMethods }: OpenState): boolean {
  return mode !== 'session' || unlockMethods.passphrase;
}

/** Whether a change of the unlock methods asks for the present passphrase: not after the recovery kit opened the vault. */
export function asksPassphrase(vault: OpenState): boolean {
  return hasPassphrase(vault) && vault.openedBy !== 'recovery';
}
