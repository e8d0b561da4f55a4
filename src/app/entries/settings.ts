import type { SettingsInput, SettingsLook } from '../../contract/settings.ts';
import { hotpCode, steamCode, totpCode } from '../../core/otp/code.ts';
import { otpLimits, type OtpParameters } from '../../core/otp/parameters.ts';
import { withSettings } from '../../core/otp/settings.ts';
import type { VaultDocument } from '../../core/vault/document.ts';
import type { Entry } from '../../core/entry/entry.ts';
import { Failure } from '../failure.ts';
import { changeEntry, findEntry } from './change.ts';
import { refuseTwin } from './place.ts';

/**
 * The code that an entry would make with other settings, to compare. Stores nothing, advances no counter.
 * @throws Failure ENTRY_NOT_FOUND, SETTINGS_INVALID
 */
export function lookAt(document: VaultDocument, settings: SettingsInput, now: number): SettingsLook {
  return lookOf(parametersOf(findEntry(document.entries, settings.id), settings), now);
}

/** The code that parameters make now, and how long it stays valid. Advances no counter. */
export function lookOf(parameters: OtpParameters, now: number): SettingsLook {
  if (parameters.kind === 'hotp') {
    return { code: hotpCode(parameters, parameters.counter), remainingMs: null };
  }
  const timed = parameters.kind === 'totp' ? totpCode(parameters, now) : steamCode(parameters, now);
  return { code: timed.code, remainingMs: timed.validUntil - now };
}

/**
 * The document with an entry's settings changed; its secret, names and link to the account stay.
 * @throws Failure ENTRY_NOT_FOUND, SETTINGS_INVALID, ALREADY_HERE if that makes it identical to another entry
 */
export function changeSettings(document: VaultDocument, settings: SettingsInput): VaultDocument {
  return changeEntry(document, settings.id, (entry) => {
    const changed = { ...entry, parameters: parametersOf(entry, settings) };
    refuseTwin(document, changed);
    return changed;
  });
}

function parametersOf({ parameters: { secret } }: Entry, settings: SettingsInput): OtpParameters {
  const made = withSettings(secret, settings);
  if (!made.ok) throw new Failure('SETTINGS_INVALID', { field: made.field, ...otpLimits[made.field] });
  return made.parameters;
}
