import { vaultContract } from '../../contract/vault.ts';
import { serve } from '../serve.ts';
import type { Vault } from './vault.ts';

/** The vault's part of the window's router; `lock` also clears what the window shows. */
export function vaultRouter({ vault, lock }: { vault: Vault; lock: () => Promise<void> }) {
  return serve(vaultContract, {
    watch: (_, signal) => vault.watchState(signal),
    create: (input) => vault.create(input),
    unlock: (input) => vault.unlock(input.passphrase),
    retry: () => vault.retry(),
    lock,
    startAnew: () => vault.startAnew(),
    setAside: async () => ({ path: await vault.setAside() }),
    setUnlockMethods: (input) => vault.setUnlockMethods(input),
    rotateKey: (input) => vault.rotateKey(input.current),
  });
}
