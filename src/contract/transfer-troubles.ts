/** What can be wrong with a source, and with an item of it. */
import { z } from 'zod';
import { problemKinds } from '../core/transfer/problem.ts';
import { transferErrors } from '../core/transfer/transfer-error.ts';

/**
 * Why a source gave nothing (`TransferError`). `PASSPHRASE_MISSING`: it is encrypted and waits for `unlock`.
 * `UNKNOWN_OR_ENCRYPTED`: it waits too, in case the person has a passphrase for it. `READER_FAILED`: the reader
 * itself ended, for want of memory, say.
 */
export const sourceTroubleSchema = z.enum([...keysOf(transferErrors), 'READER_FAILED']);
export type SourceTrouble = z.infer<typeof sourceTroubleSchema>;

/**
 * What can be wrong with an item of a file (`problemKinds`). `NAME_MISSING`: it has no names, so it arrives under
 * the name of its format.
 */
export const problemCodeSchema = z.enum([...keysOf(problemKinds), 'NAME_MISSING']);

/** The keys of a table, for a schema. */
function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(table).filter((key): key is Key => Object.hasOwn(table, key));
}
