import { encodeBase32 } from '../../../src/core/otp/base32.ts';
import type { Reading, TransferEntry } from '../../../src/core/transfer/format.ts';

/** A reading in a form to compare: secrets as base32, problems as `[entry, code, subject]`, empty extras left out. */
export function flatReading({ format, entries, problems }: Reading) {
  return {
    format,
    entries: entries.map(flatEntry),
    problems: problems.map(({ entry, code, subject }) => [entry, code, subject]),
  };
}

/** An entry in a form to compare: names, settings, and those extras that say something. */
export function flatEntry(entry: TransferEntry) {
  const { issuer, account, parameters, tags, note, pinned, trashed, icon } = entry;
  return {
    ...parameters,
    issuer,
    account,
    secret: encodeBase32(parameters.secret),
    ...(tags.length > 0 && { tags }),
    ...(note !== '' && { note }),
    ...(pinned && { pinned }),
    ...(trashed && { trashed }),
    ...(icon !== null && { icon }),
  };
}
