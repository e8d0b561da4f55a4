import { recoveryContract } from '../../contract/recovery.ts';
import { serve } from '../serve.ts';
import type { KitReader } from '../scan/kit-reader.ts';
import type { Vault } from '../vault/vault.ts';
import type { Kit } from './kit.ts';

/** The recovery kit's part of the window's router. */
export function recoveryRouter({ vault, kit, kitReader }: { vault: Vault; kit: Kit; kitReader: KitReader }) {
  return serve(recoveryContract, {
    make: (input) => kit.make(input.passphrase),
    check: (input) => kit.check(input.groups),
    verify: async (input, signal) => kit.verify(await kitReader.read(input.code, signal)),
    open: async (input, signal) => vault.openWithKit(await kitReader.read(input.code, signal)),
  });
}
