/** The names of a vault's files; all are in its folder and start with its own name. */
export const VAULT_NAME = 'vault.latchkey';
export const LOCK_NAME = `${VAULT_NAME}.lock`;

const GENERATION = /^vault\.latchkey\.generation-(?<number>\d{1,15})(?:\.(?<at>\d{8}T\d{9}Z))?$/u;
const TEMPORARY = /^vault\.latchkey\.new-/u;

/** An older generation's name, parsed. */
export interface GenerationName {
  readonly name: string;
  /** Higher numbers are newer. */
  readonly number: number;
  /** When the state was written, in ms since 1970; null if an older Latchkey left it out of the name. */
  readonly at: number | null;
}

/** A generation's name: its number and when it was written, so that copying cannot lose that time. */
export function generationName(number: number, at: number): string {
  return `${VAULT_NAME}.generation-${number}.${stamp(at)}`;
}

/** Parses a generation's name; null for any other name. */
export function readGenerationName(name: string): GenerationName | null {
  const { number, at } = GENERATION.exec(name)?.groups ?? {};
  return number === undefined ? null : { name, number: Number(number), at: timeOf(at) };
}

/** A name for a file being written; `unique` distinguishes processes and writes. */
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

/** The folder for a vault and its generations when they are set aside. */
export function asideName(at: number): string {
  return `set-aside-${stamp(at)}`;
}

/** Whether a file moves with the vault when it is set aside: all but the lock, which stays. */
export function belongsToVault(name: string): boolean {
  return name.startsWith(`${VAULT_NAME}.`) && !name.startsWith(LOCK_NAME) && !isTemporaryName(name);
}

/** A moment as part of a file name, valid on every platform: 20260131T235959123Z. */
function stamp(at: number): string {
  return new Date(at).toISOString().replaceAll(/[-:.]/gu, '');
}

/** A stamp's moment; null if there is no stamp or no such date. */
function timeOf(stamped: string | undefined): number | null {
  const iso = stamped?.replace(/(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z/u, '$1-$2-$3T$4:$5:$6.$7Z');
  const time = Date.parse(iso ?? '');
  return Number.isNaN(time) ? null : time;
}
