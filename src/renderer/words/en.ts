import { account } from './en/account.ts';
import { passwordFlaws, serverTroubles, trialFailure } from './en/account-errors.ts';
import { add, notes, refusals } from './en/add.ts';
import { codes, entry } from './en/codes.ts';
import { advice, controls } from './en/controls.ts';
import { errors, screenCauses } from './en/errors.ts';
import { backups } from './en/backups.ts';
import { outside } from './en/outside.ts';
import { quarantine } from './en/quarantine.ts';
import { recovery } from './en/recovery.ts';
import { history, restore } from './en/restore.ts';
import { backupReasons, backupTroubles, keychainOutcomes } from './en/safekeeping-errors.ts';
import { security, settings } from './en/settings.ts';
import { firstRun, preferences, trouble } from './en/vault.ts';

/** The window's words in English: the reference for the keys that every language has. */
export const en = {
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
} as const;

type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> };

/** The shape of a language: all keys of English, so that a missing or a stray one is a type error. */
export type Words = Same<typeof en>;
