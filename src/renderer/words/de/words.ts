import type { Words } from '../en/words.ts';
import { account } from './account.ts';
import { passwordFlaws, serverTroubles, trialFailure } from './account-errors.ts';
import { add, notes, refusals } from './add.ts';
import { commands } from '../../../contract/words/de/words.ts';
import { clock } from './clock.ts';
import { camera } from './camera.ts';
import { codes, entry } from './codes.ts';
import { commandsAlso, palette, settingsAlso, shortcuts } from './commands.ts';
import { advice, controls } from './controls.ts';
import { desktop } from './desktop.ts';
import { edit, former, siteCodes } from './entry-parts.ts';
import { errors, screenCauses } from './errors.ts';
import { backups } from './backups.ts';
import { exports } from './exports.ts';
import { importProblems, imports } from './imports.ts';
import { list } from './list.ts';
import { moving } from './moving.ts';
import { outside } from './outside.ts';
import { quarantine } from './quarantine.ts';
import { quickFind } from './quick-find.ts';
import { recovery } from './recovery.ts';
import { history, restore } from './restore.ts';
import { backupReasons, backupTroubles, keychainOutcomes } from './safekeeping-errors.ts';
import { security, settings } from './settings.ts';
import { sync } from './sync.ts';
import { transferReasons } from './transfer-errors.ts';
import { update } from './update.ts';
import { firstRun, lockTriggers, preferences, trouble } from './vault.ts';

/** The window's words in German. */
export const de: Words = {
  controls,
  commands,
  commandsAlso,
  palette,
  shortcuts,
  settingsAlso,
  clock,
  advice,
  codes,
  list,
  entry,
  edit,
  siteCodes,
  former,
  add,
  camera,
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
  desktop,
  update,
  settings,
  security,
  recovery,
  backups,
  sync,
  restore,
  history,
  quarantine,
  quickFind,
  imports,
  importProblems,
  exports,
  moving,
  account,
  serverTroubles,
  trialFailure,
  passwordFlaws,
};
