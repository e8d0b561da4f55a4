import type { Words } from './en.ts';
import { account } from './nl/account.ts';
import { passwordFlaws, serverTroubles } from './nl/account-errors.ts';
import { add, notes, refusals } from './nl/add.ts';
import { codes, entry } from './nl/codes.ts';
import { errors, screenCauses } from './nl/errors.ts';
import { backupTroubles } from './nl/safekeeping-errors.ts';
import { firstRun, preferences, trouble } from './nl/vault.ts';

/** The window's words in Dutch. */
export const nl: Words = {
  codes,
  entry,
  add,
  notes,
  refusals,
  errors,
  screenCauses,
  backupTroubles,
  firstRun,
  trouble,
  preferences,
  account,
  serverTroubles,
  passwordFlaws,
};
