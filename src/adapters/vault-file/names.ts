/** The names around a vault file, all in its folder and all beginning with its own. */
export const VAULT_NAME = 'vault.latchkey';
export const LOCK_NAME = `${VAULT_NAME}.lock`;

const GENERATION = /^vault\.latchkey\.generation-(\d{1,15})$/u;
const TEMPORARY = /^vault\.latchkey\.new-/u;

/** The name of an older generation; higher numbers are newer. */
export function generationName(number: number): string {
  return `${VAULT_NAME}.generation-${number}`;
}

/** The number in a generation's name; null for any other name. */
export function generationNumber(name: string): number | null {
  const digits = GENERATION.exec(name)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** A name for a file that is being written; `unique` tells processes and writes apart. */
export function temporaryName(unique: string): string {
  return `${VAULT_NAME}.new-${unique}`;
}

export function isTemporaryName(name: string): boolean {
  return TEMPORARY.test(name);
}

/** The name of a copy that could not be opened, `at` milliseconds since 1970. */
export function brokenName(at: number): string {
  return `${VAULT_NAME}.broken-${stamp(at)}`;
}

/** The folder that takes a vault with its generations when it is put aside. */
export function asideName(at: number): string {
  return `set-aside-${stamp(at)}`;
}

/** Whether a name goes with the vault when it is put aside: all but the lock, which stays. */
export function belongsToVault(name: string): boolean {
  return name.startsWith(`${VAULT_NAME}.`) && !name.startsWith(LOCK_NAME) && !isTemporaryName(name);
}

/** A moment as a piece of a file name on every platform: 20260131T235959123Z. */
function stamp(at: number): string {
  return new Date(at).toISOString().replaceAll(/[-:.]/gu, '');
}
