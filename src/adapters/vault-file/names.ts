/** The names around a vault file, all in its folder and all beginning with its own. */
export const VAULT_NAME = 'vault.latchkey';
export const LOCK_NAME = `${VAULT_NAME}.lock`;

const GENERATION = /^vault\.latchkey\.generation-(?<number>\d{1,15})(?:\.(?<at>\d{8}T\d{9}Z))?$/u;
const TEMPORARY = /^vault\.latchkey\.new-/u;

/** An older generation, by its name. */
export interface GenerationName {
  readonly name: string;
  /** Higher numbers are newer. */
  readonly number: number;
  /** When the state was written, in ms since 1970; null: in the name of a Latchkey that did not say. */
  readonly at: number | null;
}

/** A generation's name: which it is, and when it was written, whatever a copy does to the times of files. */
export function generationName(number: number, at: number): string {
  return `${VAULT_NAME}.generation-${number}.${stamp(at)}`;
}

/** What a generation's name says; null for any other name. */
export function readGenerationName(name: string): GenerationName | null {
  const { number, at } = GENERATION.exec(name)?.groups ?? {};
  return number === undefined ? null : { name, number: Number(number), at: timeOf(at) };
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

/** The moment of a stamp; null where there is none, or it is none of a calendar. */
function timeOf(stamped: string | undefined): number | null {
  const iso = stamped?.replace(/(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z/u, '$1-$2-$3T$4:$5:$6.$7Z');
  const time = Date.parse(iso ?? '');
  return Number.isNaN(time) ? null : time;
}
