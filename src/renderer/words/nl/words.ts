import type { Words } from '../en/words.ts';
import { account } from './account.ts';
import { passwordFlaws, serverTroubles, trialFailure } from './account-errors.ts';
import { add, notes, refusals } from './add.ts';
import { codes, entry } from './codes.ts';
import { advice, controls } from './controls.ts';
import { errors, screenCauses } from './errors.ts';
import { backups } from './backups.ts';
import { exports } from './exports.ts';
import { importProblems, imports } from './imports.ts';
import { moving } from './moving.ts';
import { outside } from './outside.ts';
import { quarantine } from './quarantine.ts';
import { recovery } from './recovery.ts';
import { history, restore } from './restore.ts';
import { backupReasons, backupTroubles, keychainOutcomes } from './safekeeping-errors.ts';
import { security, settings } from './settings.ts';
import { transferReasons } from './transfer-errors.ts';
import { firstRun, lockTriggers, preferences, trouble } from './vault.ts';

/** The window's words in Dutch. */
export const nl: Words = {
  controls,
  advice,
  codes,
  entry,
  add,
  notes,
  refusals,
  errors,
  screenCauses,
  transferReasons,
  backupReasons,
  backupTroubles,
  keychainOutcomes,
  firstRun,
  trouble,
  lockTriggers,
  outside,
  preferences,
  settings,
  security,
  recovery,
  backups,
  restore,
  history,
  quarantine,
  imports,
  importProblems,
  exports,
  moving,
  account,
  serverTroubles,
  trialFailure,
  passwordFlaws,
};
