import { implement } from '@orpc/server';
import { recoveryContract } from '../../contract/recovery.ts';
import type { KitReader } from '../scan/kit-reader.ts';
import type { Vault } from '../vault/vault.ts';
import type { Kit } from './kit.ts';

const contract = implement(recoveryContract);

/** The recovery kit's part of the window's router; nothing is decided here. */
export function recoveryRouter({ vault, kit, kitReader }: { vault: Vault; kit: Kit; kitReader: KitReader }) {
  return contract.router({
    make: contract.make.handler(({ input }) => kit.make(input.passphrase)),
    check: contract.check.handler(({ input }) => kit.check(input.groups)),
    verify: contract.verify.handler(async ({ input, signal }) =>
      kit.verify(await kitReader.read(input.code, signal)),
    ),
    open: contract.open.handler(async ({ input, signal }) =>
      vault.openWithKit(await kitReader.read(input.code, signal)),
    ),
  });
}
