import type { OpenState } from '../../contract/vault.ts';

/** Whether a passphrase is set at all, regardless of the keychain's state. */
export function hasPassphrase({ mode, unlockMethods }: OpenState): boolean {
  return mode !== 'session' || unlockMethods.passphrase;
}

/** Whether a change of unlock methods asks for the present passphrase: not after the recovery kit was used. */
export function asksPassphrase(vault: OpenState): boolean {
  return hasPassphrase(vault) && vault.openedBy !== 'recovery';
}
