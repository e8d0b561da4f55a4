import { archiveNames, unpack } from '../archive.ts';
import type { TransferFormat, WritableFormat } from '../format.ts';
import { createReading } from '../reading.ts';
import { decodeText, parseJson } from '../source-file.ts';
import { TransferError } from '../transfer-error.ts';
import { isCxf, readCxf } from './read.ts';
import { planCxf } from './write.ts';

const id = 'cxf';

/**
 * FIDO Credential Exchange Format (proposed standard of 14 August 2025), as JSON or in a zip. Stands after formats that
 * know a zip by its names.
 */
export const cxf: TransferFormat & WritableFormat = {
  id,
  name: 'FIDO Credential Exchange Format',
  isEncrypted: false,
  extension: '.json',
  recognise: ({ bytes, json }) => isCxf(json) || membersOf(bytes).length > 0,
  async read({ bytes, json }) {
    const reading = createReading(id);
    if (isCxf(json)) readCxf(json, reading);
    else for (const content of await inZip(bytes)) readCxf(content, reading);
    return reading.finish();
  },
  plan: (entries, at = Date.now()) => planCxf(entries, at),
};

/** The members of a zip that can be the exchanged data. */
function membersOf(bytes: Uint8Array): string[] {
  return archiveNames(bytes).filter((name) => /\.(?:json|jwe)$/iu.test(name));
}

async function inZip(bytes: Uint8Array): Promise<unknown[]> {
  const names = membersOf(bytes);
  const found: unknown[] = [];
  for (const name of names.filter((one) => /\.json$/iu.test(one)).slice(0, 16)) {
    const json = parseJson(decodeText(await unpack(bytes, (one) => one === name, undefined)));
    if (isCxf(json)) found.push(json);
  }
  if (found.length > 0) return found;
  if (!names.some((name) => /\.jwe$/iu.test(name))) throw new TransferError('UNKNOWN_FORMAT');
  throw new TransferError(
    'ACCOUNT_RESTRICTED',
    'Only the application that asked for this export can open it',
  );
}
