import { z } from 'zod';
import type { Entry } from '../../entry/entry.ts';
import { glimpse, type QuarantinedEntry } from '../../entry/quarantined.ts';
import { mapSecrets } from '../../entry/secrets.ts';
import type { VaultDocument } from '../../vault/document.ts';
import { zeroSecrets } from '../../vault/document-secrets.ts';
import { VaultFileError } from '../../vault/error.ts';
import { parseLayout, type VaultLayout } from '../../vault/layout.ts';
import { unsealLayout } from '../../vault/seal.ts';
import { carriedByEntry } from '../carried.ts';
import type { Reading } from '../format.ts';
import { transferLimits } from '../limits.ts';
import { createReading, subjectOf, type ReadingBuilder } from '../reading.ts';
import { TransferError } from '../transfer-error.ts';
import { vaultKey } from './key.ts';

/** Whether a file starts like a vault or a backup. */
export function isLatchkeyFile(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 8)).equals(Buffer.from('LATCHKEY', 'ascii'));
}

/**
 * Reads a vault or a backup. Entries in the trash come marked; what the vault keeps in quarantine comes as far as it can
 * be read.
 * @throws TransferError
 */
export async function readLatchkey(bytes: Uint8Array, passphrase: string | undefined): Promise<Reading> {
  const layout = orTransferError(() => parseLayout(bytes));
  const key = await vaultKey(layout.header, passphrase);
  const document = orTransferError(() => openAndForget(layout, key));
  if (countOf(document) > transferLimits.entries) {
    zeroSecrets(document);
    throw new TransferError('TOO_LARGE');
  }
  const reading = createReading('latchkey');
  for (const entry of document.entries) addEntry(reading, entry, false);
  for (const entry of document.trash) addEntry(reading, entry, true);
  for (const record of document.quarantine) addQuarantined(reading, record);
  // The reading has its own copies.
  zeroSecrets(document);
  return reading.finish();
}

function countOf({ entries, trash, quarantine }: VaultDocument): number {
  return entries.length + trash.length + quarantine.length;
}

function openAndForget(layout: VaultLayout, key: Uint8Array): VaultDocument {
  try {
    return unsealLayout(layout, key).document;
  } finally {
    key.fill(0);
  }
}

function addEntry(reading: ReadingBuilder, entry: Entry, trashed: boolean): void {
  const copy = mapSecrets(entry, (secret) => new Uint8Array(secret));
  const { parameters } = copy;
  const carried = carriedByEntry(copy, trashed);
  reading.addOtpauth({ ok: true, value: { ...carried, parameters, labelIssuer: null, notes: [] } }, carried);
}

const quarantinedSchema = z.object({ parameters: z.object({ kind: z.string().min(1) }) });

/** A record without a kind or a secret gives its names only. */
function addQuarantined(reading: ReadingBuilder, record: QuarantinedEntry): void {
  const { issuer, account, secret, ...settings } = glimpse(record);
  const names = { issuer: issuer ?? '', account: account ?? '' };
  const kind = quarantinedSchema.safeParse(parse(record.json)).data?.parameters.kind;
  if (kind === undefined || secret.length === 0) return reading.note('ITEM_INVALID', subjectOf(names));
  const { algorithm, digits, period, counter } = settings;
  const trashed = record.kind === 'trashed';
  reading.add({ kind, secret, algorithm, digits, period, counter, trashed, ...names }, ['FIELD_INVALID']);
}

function parse(json: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(json).toString('utf8'));
  } catch {
    return null;
  }
}

function orTransferError<T>(open: () => T): T {
  try {
    return open();
  } catch (error) {
    if (!(error instanceof VaultFileError)) throw error;
    throw new TransferError(error.code === 'NEWER_VERSION' ? 'NEWER_VERSION' : 'DAMAGED');
  }
}
