import type { BackupStatus } from '../../contract/backup.ts';
import type { Check, CheckLevel } from '../../contract/doctor.ts';
import type { QuickFindState } from '../../contract/quick-find.ts';
import type { ServerState } from '../../contract/account-state.ts';
import type { VaultState } from '../../contract/vault.ts';
import type { Account } from '../account/calls.ts';
import type { Backups } from '../backup/backups.ts';
import type { Keychain, KeychainLook, PreferenceStore, Screens } from '../ports.ts';
import type { History } from '../history/history.ts';
import type { Vault } from '../vault/vault.ts';

type Found<Name extends Check['check']> = Extract<Check, { check: Name }>;

/** Half of most codes' period: from here on, sites that take the code before or after this one may refuse it. */
const wrongClockMs = 15_000;

interface Examined {
  vault: Vault;
  vaultPath: string;
  keychain: Keychain;
  screens: Screens;
  history: History;
  backups: Backups;
  account: Account;
  /** Null: no Latchkey with a window is running. */
  shortcut: () => Promise<QuickFindState | null>;
  preferences: Pick<PreferenceStore, 'get'>;
}

/** Looks at everything that Latchkey depends on, as it is now. Opens nothing: the vault is as the host left it. */
export function createDoctor(examined: Examined) {
  const { vault, backups, account, keychain } = examined;
  return {
    async look(): Promise<{ checks: Check[] }> {
      const [answer, olderStates, status, { server, driftMs }, capture, shortcut] = await Promise.all([
        keychain.look(),
        vault.document() === null ? null : olderStatesOf(examined.history),
        vault.document() === null ? null : backups.look(),
        account.lookAtServer(),
        examined.screens.capture(),
        examined.shortcut(),
      ]);
      const state = vault.state();
      const correctionMs = examined.preferences.get().codeCorrectionMs;
      return {
        checks: [
          keychainCheck(keychain.backend, answer, state),
          {
            check: 'vault',
            level: worst(vaultLevel(state), olderStates?.unreadable ? 'attention' : 'good'),
            path: examined.vaultPath,
            vault: state,
            olderStates,
          },
          { check: 'clock', level: clockLevel(driftMs, correctionMs), driftMs, correctionMs },
          { check: 'backups', level: backupLevel(status), status },
          { check: 'server', level: serverLevel(server), server },
          { check: 'screen', level: capture === 'application' ? 'good' : 'attention', capture },
          { check: 'shortcut', level: shortcutLevel(shortcut), shortcut },
        ],
      };
    },
  };
}

async function olderStatesOf(history: History): Promise<Found<'vault'>['olderStates']> {
  const { states } = await history.list();
  const unreadable = states.filter(({ content }) => content.state !== 'opens');
  return { kept: states.length, unreadable: unreadable.length };
}

function keychainCheck(backend: string, { outcome }: KeychainLook, state: VaultState): Found<'keychain'> {
  const isNeeded = needsKeychain(state);
  const isWell = outcome === 'ready' || outcome === 'unknown';
  // A first vault can do with a passphrase.
  const level = isWell || isNeeded === false ? 'good' : isNeeded === true ? 'trouble' : 'attention';
  return { check: 'keychain', level, backend, answer: outcome, isNeeded };
}

function needsKeychain(state: VaultState): boolean | null {
  if (state.state === 'open' || state.state === 'locked') return state.mode !== 'passphrase';
  return state.state === 'keyMissing' ? true : null;
}

function vaultLevel(state: VaultState): CheckLevel {
  switch (state.state) {
    case 'open':
      return state.readOnly || state.quarantined > 0 || state.recoveredFrom !== null ? 'attention' : 'good';
    case 'locked':
      return 'good';
    case 'absent':
    case 'opening':
      return 'attention';
    case 'keyMissing':
    case 'damaged':
    case 'unwritable':
    case 'away':
      return 'trouble';
  }
}

/** A correction is a makeshift: it is worth a look even where it fits. */
function clockLevel(driftMs: number | null, correctionMs: number): CheckLevel {
  if (driftMs !== null && Math.abs(driftMs - correctionMs) >= wrongClockMs) return 'trouble';
  return (driftMs ?? 0) === 0 && correctionMs === 0 ? 'good' : 'attention';
}

function backupLevel(status: BackupStatus | null): CheckLevel {
  if (status === null) return 'good';
  if (status.warning === 'failing') return 'trouble';
  return status.lastGoodAt === null || status.warning !== null ? 'attention' : 'good';
}

function serverLevel({ status }: ServerState): CheckLevel {
  switch (status) {
    case 'none':
    case 'ready':
      return 'good';
    case 'asking':
    case 'offline':
    case 'notStarted':
      return 'attention';
    case 'notLatchkey':
    case 'appTooOld':
    case 'serverTooOld':
      return 'trouble';
  }
}

/** A shortcut that was never seen to arrive needs a press: some desktops report success and deliver nothing. */
function shortcutLevel(shortcut: QuickFindState | null): CheckLevel {
  if (shortcut === null) return 'good';
  const { as, trouble, hasFired } = shortcut;
  if (trouble !== null) return trouble === 'unsupported' ? 'attention' : 'trouble';
  return as === null || hasFired ? 'good' : 'attention';
}

function worst(one: CheckLevel, other: CheckLevel): CheckLevel {
  const order: readonly CheckLevel[] = ['trouble', 'attention', 'good'];
  return order.find((level) => level === one || level === other) ?? 'good';
}
