import type { BackupStatus } from '../../contract/backup.ts';
import type { Check, CheckLevel, CheckState } from '../../contract/doctor.ts';
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
      const { codeCorrectionMs: correctionMs, quickFindShortcut: chosen } = examined.preferences.get();
      const shortcutState = shortcutStateOf(shortcut, chosen);
      return {
        checks: [
          keychainCheck(keychain.backend, answer, state),
          {
            check: 'vault',
            level: worst(vaultLevel(state), olderStates?.unreadable ? 'attention' : 'good'),
            state: state.state,
            path: examined.vaultPath,
            vault: state,
            olderStates,
          },
          {
            check: 'clock',
            level: clockLevel(driftMs, correctionMs),
            state: driftMs === null ? 'notCompared' : driftMs === 0 ? 'agrees' : 'off',
            driftMs,
            correctionMs,
          },
          { check: 'backups', level: backupLevel(status), state: backupState(status), status },
          { check: 'server', level: serverLevel(server), state: server.status, server },
          {
            check: 'screen',
            level: capture === 'application' ? 'good' : 'attention',
            state: capture,
            capture,
          },
          {
            check: 'shortcut',
            level: shortcutLevel(shortcutState, chosen),
            state: shortcutState,
            chosen,
            shortcut,
          },
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
  return { check: 'keychain', level, state: outcome, backend, answer: outcome, isNeeded };
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

function backupState(status: BackupStatus | null): CheckState<'backups'> {
  if (status === null) return 'unknown';
  if (status.setUp === null) return 'none';
  if (status.last?.outcome === 'failed') return 'failing';
  if (status.lastGoodAt === null) return 'empty';
  return status.warning === 'old' ? 'old' : 'good';
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

/** Whether the keys that the settings name now are those that the Latchkey that is running has, and whether they arrive. */
function shortcutStateOf(shortcut: QuickFindState | null, chosen: string | null): CheckState<'shortcut'> {
  if (shortcut === null) return 'notRunning';
  if (shortcut.chosen !== chosen) return 'otherKeys';
  if (shortcut.trouble !== null) return shortcut.trouble;
  if (shortcut.as !== null) return shortcut.hasFired ? 'arrives' : 'notSeen';
  if (shortcut.way === 'none') return chosen === null ? 'unbound' : 'unsupported';
  return chosen === null ? 'none' : 'waiting';
}

/** A shortcut that was never seen to arrive needs a press: some desktops report success and deliver nothing. */
function shortcutLevel(state: CheckState<'shortcut'>, chosen: string | null): CheckLevel {
  switch (state) {
    case 'arrives':
    case 'none':
    case 'unbound':
      return 'good';
    case 'notRunning':
      return chosen === null ? 'good' : 'attention';
    case 'notSeen':
    case 'waiting':
    case 'otherKeys':
    case 'unsupported':
      return 'attention';
    case 'taken':
    case 'denied':
    case 'ended':
    case 'failed':
      return 'trouble';
  }
}

function worst(one: CheckLevel, other: CheckLevel): CheckLevel {
  const order: readonly CheckLevel[] = ['trouble', 'attention', 'good'];
  return order.find((level) => level === one || level === other) ?? 'good';
}
