/**
 * The contract between the window and the application: everything the window can see or ask for.
 *
 * Rules that apply throughout:
 * - the window gets ids, labels, codes and times. A secret travels to it only where the person asks to see it or to
 *   take it along: an export, an entry's key, the recovery kit;
 * - errors that a caller is expected to handle are declared, with a code and typed data that the window turns
 *   into words;
 * - anything that changes by itself is an event iterator (`*.watch`), whose first event is the present state.
 */
import { accountContract } from './account.ts';
import { askedCommandsContract } from './asked-commands.ts';
import { backupContract } from './backup.ts';
import { clockContract } from './clock.ts';
import { codesContract } from './codes.ts';
import { doctorContract } from './doctor.ts';
import { entriesContract, trashContract } from './entry.ts';
import { exportsContract } from './exports.ts';
import { formerContract } from './former.ts';
import { historyContract } from './history.ts';
import { hostContract } from './host.ts';
import { importsContract } from './imports.ts';
import { listContract } from './list.ts';
import { movingContract } from './moving.ts';
import { preferencesContract } from './preferences.ts';
import { previewsContract } from './previews.ts';
import { quarantineContract } from './quarantine.ts';
import { quickFindContract } from './quick-find.ts';
import { recoveryContract } from './recovery.ts';
import { restoreContract } from './restore.ts';
import { scanContract } from './scan.ts';
import { siteCodesContract } from './site-codes.ts';
import { syncContract } from './sync.ts';
import { undoContract } from './undo.ts';
import { updateContract } from './update.ts';
import { vaultContract } from './vault.ts';

export const appContract = {
  host: hostContract,
  vault: vaultContract,
  entries: entriesContract,
  list: listContract,
  former: formerContract,
  siteCodes: siteCodesContract,
  codes: codesContract,
  scan: scanContract,
  previews: previewsContract,
  imports: importsContract,
  exports: exportsContract,
  moving: movingContract,
  recovery: recoveryContract,
  backup: backupContract,
  history: historyContract,
  restore: restoreContract,
  undo: undoContract,
  trash: trashContract,
  quarantine: quarantineContract,
  preferences: preferencesContract,
  clock: clockContract,
  commands: askedCommandsContract,
  quickFind: quickFindContract,
  doctor: doctorContract,
  update: updateContract,
  account: accountContract,
  sync: syncContract,
};

export type AppContract = typeof appContract;
