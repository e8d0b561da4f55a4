import type { Words } from './en.ts';
import { account } from './nl/account.ts';
import { passwordFlaws, serverTroubles, trialFailure } from './nl/account-errors.ts';
import { add, notes, refusals } from './nl/add.ts';
import { codes, entry } from './nl/codes.ts';
import { advice, controls } from './nl/controls.ts';
import { errors, screenCauses } from './nl/errors.ts';
import { backups } from './nl/backups.ts';
import { outside } from './nl/outside.ts';
import { quarantine } from './nl/quarantine.ts';
import { recovery } from './nl/recovery.ts';
import { history, restore } from './nl/restore.ts';
import { backupReasons, backupTroubles, keychainOutcomes } from './nl/safekeeping-errors.ts';
import { security, settings } from './nl/settings.ts';
import { firstRun, preferences, trouble } from './nl/vault.ts';

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
  backupReasons,
  backupTroubles,
  keychainOutcomes,
  firstRun,
  trouble,
  outside,
  preferences,
  settings,
  security,
  recovery,
  backups,
  restore,
  history,
  quarantine,
  account,
  serverTroubles,
  trialFailure,
  passwordFlaws,
};
