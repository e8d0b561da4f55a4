import { archiveNames, unpack } from '../archive.ts';
import type { Reading, TransferFormat } from '../format.ts';
import { jsonItem, type JsonItem } from '../json-item.ts';
import { createReading } from '../reading.ts';
import { decodeText, parseJson, type SourceFile } from '../source-file.ts';
import { TransferError } from '../transfer-error.ts';
import { isBitwardenCsv, readCsv } from './csv.ts';
import { openProtected } from './protected.ts';
import { readVault } from './vault.ts';

/**
 * Exports of Bitwarden's vault (JSON, encrypted JSON, CSV, zip with attachments) and of Bitwarden Authenticator (JSON,
 * CSV).
 */
export const bitwarden: TransferFormat = {
  id: 'bitwarden',
  name: 'Bitwarden',
  recognise: (file) => isVaultZip(file.bytes) || isVaultJson(file.json) || isBitwardenCsv(file.text),
  async read(file, passphrase) {
    if (isBitwardenCsv(file.text)) return finish((reading) => readCsv(file.text ?? '', reading));
    const vault = isVaultZip(file.bytes) ? await vaultInZip(file) : jsonItem(file.json);
    if (vault === null) throw new TransferError('DAMAGED');
    const opened = vault.flag('encrypted') ? await open(vault, passphrase) : vault;
    return finish((reading) => readVault(opened, reading));
  },
};

const VAULT_IN_ZIP = 'data.json';

function finish(read: (reading: ReturnType<typeof createReading>) => void): Reading {
  const reading = createReading('bitwarden');
  read(reading);
  return reading.finish();
}

function isVaultJson(json: unknown): boolean {
  const vault = jsonItem(json);
  if (vault === null) return false;
  const isSealed = vault.has('encKeyValidation_DO_NOT_EDIT') || vault.has('passwordProtected');
  const isPlain = ['encrypted', 'folders', 'collections'].some((name) => vault.has(name));
  // An account of CXF has items and collections too.
  return isSealed || (isPlain && vault.has('items') && !vault.has('email'));
}

function isVaultZip(bytes: Uint8Array): boolean {
  return archiveNames(bytes).includes(VAULT_IN_ZIP);
}

async function vaultInZip(file: SourceFile): Promise<JsonItem | null> {
  return jsonOf(await unpack(file.bytes, (name) => name === VAULT_IN_ZIP, undefined));
}

/** An export is sealed with its own password, or with the key of the account, which nobody has here. */
async function open(vault: JsonItem, passphrase: string | undefined): Promise<JsonItem> {
  if (!vault.flag('passwordProtected')) throw new TransferError('ACCOUNT_RESTRICTED');
  if (passphrase === undefined) throw new TransferError('PASSPHRASE_MISSING');
  const opened = jsonOf(await openProtected(vault, passphrase));
  if (opened === null) throw new TransferError('DAMAGED');
  return opened;
}

function jsonOf(bytes: Uint8Array): JsonItem | null {
  return jsonItem(parseJson(decodeText(bytes)));
}
