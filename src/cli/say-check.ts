import type { BackupStatus } from '../contract/backup.ts';
import type { Check } from '../contract/doctor.ts';
import type { VaultState } from '../contract/vault.ts';
import { closed } from './open-vault.ts';
import { timeOf } from './time-of.ts';
import { words } from './words/words.ts';

type Found<Name extends Check['check']> = Extract<Check, { check: Name }>;

/** What the doctor says of a check, in a sentence or two: what is, and what to do about it. */
export function sayCheck(check: Check): string {
  const { doctor } = words;
  switch (check.check) {
    case 'keychain':
      return keychain(check);
    case 'vault':
      return vault(check);
    case 'clock':
      return clock(check);
    case 'backups':
      return check.status === null ? doctor.backupsUnknown : backups(check.status);
    case 'server':
      return server(check);
    case 'screen':
      return check.capture === 'application' ? doctor.screenReadable : doctor.screenInWindow;
    case 'shortcut':
      return shortcut(check);
  }
}

function keychain({ backend, answer, isNeeded }: Found<'keychain'>): string {
  return [keychainAnswer(), ...(isNeeded === false ? [words.doctor.keychainNotNeeded] : [])].join(' ');

  function keychainAnswer(): string {
    switch (answer) {
      case 'ready':
        return words.doctor.keychainReady(backend);
      case 'unknown':
        return words.doctor.keychainUnknown(backend);
      case 'locked':
      case 'denied':
      case 'unavailable':
        return words.keychainTroubles[answer](backend);
    }
  }
}

function vault({ path, vault: state, olderStates }: Found<'vault'>): string {
  switch (state.state) {
    case 'open':
      return [
        words.doctor.vaultOpen(path),
        ...openTroubles(state),
        ...(olderStates === null ? [] : [words.doctor.olderStates(olderStates.kept, olderStates.unreadable)]),
      ].join(' ');
    case 'locked':
      return words.doctor.vaultLocked(path);
    default:
      return closed(state).message;
  }
}

function openTroubles(state: Extract<VaultState, { state: 'open' }>): string[] {
  const { quarantined, recoveredFrom, readOnlyBecause } = state;
  return [
    ...(recoveredFrom === null ? [] : [words.openedOlder]),
    ...(readOnlyBecause === 'newer' ? [words.doctor.vaultNewer] : []),
    ...(readOnlyBecause === 'place' ? [words.doctor.vaultPlace] : []),
    ...(quarantined === 0 ? [] : [words.doctor.quarantined(quarantined)]),
  ];
}

function clock({ driftMs, correctionMs }: Found<'clock'>): string {
  return [clockWords(driftMs), ...(correctionMs === 0 ? [] : [words.corrected(correctionMs)])].join(' ');
}

function clockWords(driftMs: number | null): string {
  if (driftMs === null) return words.doctor.clockNotCompared;
  if (driftMs === 0) return words.doctor.clockAgrees;
  return words.doctor.clockOff(Math.round(Math.abs(driftMs) / 1_000), driftMs > 0);
}

function backups({ setUp, last, lastGoodAt, warning }: BackupStatus): string {
  if (setUp === null) return words.doctor.backupsNone;
  const { folder } = setUp;
  if (last?.outcome === 'failed') {
    return words.doctor.backupsTrouble(folder, words.backupTroubles[last.trouble]);
  }
  if (lastGoodAt === null) return words.doctor.backupsEmpty(folder);
  const made = words.doctor.backupsNewest(folder, timeOf(lastGoodAt));
  return warning === 'old' ? `${made} ${words.doctor.backupsOld}` : made;
}

function shortcut({ state, chosen, shortcut: found }: Found<'shortcut'>): string {
  const { doctor } = words;
  if (found === null) return doctor.shortcutNotRunning;
  const bind = doctor.shortcutBind(found.command);
  const [keys, isByDesktop] = [found.as ?? '', found.way === 'portal'];
  switch (state) {
    case 'notRunning':
      return doctor.shortcutNotRunning;
    case 'otherKeys':
      return doctor.shortcutOther(chosen);
    case 'arrives':
      return doctor.shortcutArrives(keys, isByDesktop);
    case 'notSeen':
      return doctor.shortcutNotSeen(keys, isByDesktop, bind);
    case 'waiting':
      return `${doctor.shortcutWaiting} ${bind}`;
    case 'none':
      return doctor.shortcutNone(bind);
    case 'unbound':
      return bind;
    case 'unsupported':
    case 'taken':
    case 'denied':
    case 'ended':
    case 'failed':
      return `${doctor.shortcutTroubles[state]} ${bind}`;
  }
}

function server({ server: { address, status } }: Found<'server'>): string {
  const where = address ?? '';
  switch (status) {
    case 'none':
      return words.doctor.serverNone;
    case 'ready':
      return words.doctor.serverReady(where);
    case 'asking':
    case 'offline':
    case 'notStarted':
    case 'notLatchkey':
    case 'appTooOld':
    case 'serverTooOld':
      return words.doctor.serverTrouble(where, words.serverTroubles[status]);
  }
}
