import { randomBytes, randomInt } from 'node:crypto';
import type { KitPage } from '../../contract/recovery.ts';
import { CODE_BYTES, codeGroups, codeQrText, isSameGroup } from '../../core/vault/recovery-code.ts';
import { recoveryPublicKey } from '../../core/vault/recovery-slot.ts';
import { Failure } from '../failure.ts';
import type { Clock } from '../ports.ts';
import type { Vault } from '../vault/vault.ts';

/** How many of the page's groups the person types back. */
const ASKED = 2;
const NAME_CHARACTERS = 8;

export interface Kit {
  /** Makes a kit and puts it in force. @throws as `Vault.setKit` */
  make(passphrase?: string): Promise<KitPage>;
  /** @throws the failures KIT_NOT_PENDING, KIT_GROUP_WRONG; as `Vault.change` */
  check(groups: readonly string[]): Promise<void>;
  /** @throws as `Vault.verifyKit` and `Vault.change` */
  verify(code: string): Promise<void>;
}

/** Makes the recovery kit, shows it once, and checks that the person kept it. */
export function createKit({
  vault,
  vaultPath,
  clock,
}: {
  vault: Vault;
  vaultPath: string;
  clock: Clock;
}): Kit {
  /** The code from when it is shown until it is checked. */
  let pending: { code: Buffer; asks: number[] } | null = null;
  vault.onClose(forget);

  function forget(): void {
    pending?.code.fill(0);
    pending = null;
  }

  async function markChecked(): Promise<void> {
    const checkedAt = clock.now();
    await vault.change((document) => {
      const { safekeeping } = document;
      const recovery = safekeeping.recovery && { ...safekeeping.recovery, checkedAt };
      return { ...document, safekeeping: { ...safekeeping, recovery } };
    });
  }

  return {
    async make(passphrase) {
      const vaultId = vault.identity()?.vaultId;
      if (vaultId === undefined) throw new Failure('VAULT_NOT_OPEN');
      const code = Buffer.allocUnsafeSlow(CODE_BYTES);
      randomBytes(CODE_BYTES).copy(code);
      const madeAt = clock.now();
      try {
        await vault.setKit(recoveryPublicKey(code, vaultId), madeAt, passphrase);
      } catch (error) {
        code.fill(0);
        throw error;
      }
      forget();
      const groups = codeGroups(code);
      pending = { code, asks: someOf(groups.length) };
      return {
        groups,
        qrText: codeQrText(code, vaultId),
        madeAt,
        vaultPath,
        vaultName: vaultId.slice(0, NAME_CHARACTERS),
        asks: pending.asks,
      };
    },

    async check(typed) {
      if (pending === null) throw new Failure('KIT_NOT_PENDING');
      const groups = codeGroups(pending.code);
      for (const [index, group] of pending.asks.entries()) {
        if (!isSameGroup(typed[index] ?? '', groups[group - 1] ?? '')) {
          throw new Failure('KIT_GROUP_WRONG', { group });
        }
      }
      await markChecked();
      forget();
    },

    async verify(code) {
      vault.verifyKit(code);
      await markChecked();
      forget();
    },
  };
}

/** Distinct random groups, counted from 1, in page order. */
function someOf(count: number): number[] {
  const chosen = new Set<number>();
  while (chosen.size < ASKED) chosen.add(randomInt(count) + 1);
  return [...chosen].toSorted((a, b) => a - b);
}
