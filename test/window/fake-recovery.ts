import { implement } from '@orpc/server';
import { recoveryContract, type KitSource } from '../../src/contract/recovery.ts';
import type { EntryView, TrashView } from '../../src/contract/entry.ts';
import type { VaultState } from '../../src/contract/vault.ts';
import type { Script } from './fake-application.ts';
import { checkCharacter, kitPage } from './made-up-safekeeping.ts';

/** What the fake's parts need of it. */
export interface FakeVault {
  readonly script: Script;
  readonly openState: Extract<VaultState, { state: 'open' }>;
  readonly setVault: (vault: VaultState) => void;
  readonly setEntries: (entries: EntryView[], trash?: TrashView[]) => void;
}

/** The recovery kit in memory: its page is always `kitPage`. */
export function fakeRecovery({ script, openState, setVault }: FakeVault) {
  const recovery = implement(recoveryContract);
  let isPending = false;
  const checked = () => {
    isPending = false;
    if (script.vault.state !== 'open') return;
    const madeAt = script.vault.kit?.madeAt ?? Date.now();
    setVault({ ...script.vault, kit: { madeAt, checkedAt: Date.now() } });
  };
  return recovery.router({
    make: recovery.make.handler(({ input, errors }) => {
      const { vault } = script;
      if (vault.state !== 'open') throw errors.VAULT_NOT_OPEN();
      if (vault.kit !== null && vault.unlockMethods.passphrase) {
        if (input.passphrase === undefined) throw errors.PASSPHRASE_NEEDED();
        if (input.passphrase !== script.passphrase) throw errors.PASSPHRASE_WRONG();
      }
      isPending = true;
      setVault({
        ...vault,
        unlockMethods: { ...vault.unlockMethods, recovery: true },
        kit: { madeAt: kitPage.madeAt, checkedAt: null },
      });
      return kitPage;
    }),
    check: recovery.check.handler(({ input: { groups }, errors }) => {
      if (!isPending) throw errors.KIT_NOT_PENDING();
      const wrong = kitPage.asks.find((ask, at) => kitPage.groups[ask - 1] !== groups[at]?.trim());
      if (wrong !== undefined) throw errors.KIT_GROUP_WRONG({ data: { group: wrong } });
      checked();
    }),
    verify: recovery.verify.handler(({ input: { code }, errors }) => {
      refuse(code, errors);
      checked();
    }),
    open: recovery.open.handler(({ input: { code }, errors }) => {
      refuse(code, errors);
      const unlockMethods = { keychain: false, passphrase: false, recovery: true };
      const kit = { madeAt: kitPage.madeAt, checkedAt: kitPage.madeAt };
      setVault({ ...openState, unlockMethods, kit, openedBy: 'recovery' });
    }),
  });

  function refuse(source: KitSource, errors: Errors): void {
    if (source.from !== 'text') {
      if (script.kitInSight === null) throw errors.KIT_NOT_SEEN();
      if (!isKitCode(script.kitInSight)) throw errors.KIT_WRONG();
      return;
    }
    const code = source.text;
    const { length } = bare(code);
    if (isKitCode(code)) return;
    if (length !== 40) throw errors.KIT_LENGTH({ data: { characters: length, expected: 40 } });
    const typo = groupsOf(code).findIndex((group) => checkCharacter(group.slice(0, 4)) !== group.at(-1));
    if (typo >= 0) throw errors.KIT_TYPO({ data: { group: typo + 1 } });
    throw errors.KIT_WRONG();
  }
}

interface Errors {
  KIT_LENGTH: (options: { data: { characters: number; expected: number } }) => Error;
  KIT_TYPO: (options: { data: { group: number } }) => Error;
  KIT_WRONG: () => Error;
  KIT_NOT_SEEN: () => Error;
}

/** Whether a text is the page's code, as groups or as its QR code has it. */
export function isKitCode(text: string): boolean {
  return text === kitPage.qrText || bare(text) === kitPage.groups.join('');
}

function bare(code: string): string {
  return code.replaceAll(/[\s-]/g, '').toUpperCase();
}

function groupsOf(code: string): string[] {
  return bare(code).match(/.{5}/g) ?? [];
}
