import { parse } from 'csv-parse/sync';
import { addItemCode } from '../item-code.ts';
import { transferLimits } from '../limits.ts';
import type { ReadingBuilder } from '../reading.ts';
import { TransferError } from '../transfer-error.ts';

/** Whether a text is a CSV export of the vault (of a person or an organisation) or of the Authenticator. */
export function isBitwardenCsv(text: string | null): boolean {
  const header = /^\uFEFF?[^\r\n]{0,1000}/u.exec(text ?? '')?.[0].toLowerCase() ?? '';
  const columns = new Set(header.split(',').map((name) => name.replaceAll(/["\s\uFEFF]/gu, '')));
  return ['name', 'login_uri', 'login_totp'].every((name) => columns.has(name));
}

/**
 * Reads a CSV export. The Authenticator quotes nothing and writes more cells than its header has columns, so a comma in
 * an issuer moves the cells after it: there the address is looked for, and what stands before it is the name.
 * @throws TransferError DAMAGED, TOO_LARGE
 */
export function readCsv(text: string, reading: ReadingBuilder): void {
  const { columns, rows, isQuoted } = tableOf(text);
  for (const row of rows) {
    const cell = (name: string) => row[columns.indexOf(name)]?.trim() ?? '';
    if (!isQuoted) readUnquoted(row, columns, reading);
    else if (cell('login_totp') !== '') {
      addItemCode(reading, cell('login_totp'), {
        issuer: cell('name'),
        account: cell('login_username'),
        tags: [cell('folder'), ...cell('collections').split(',')],
        note: cell('notes'),
        pinned: cell('favorite') === '1',
      });
    }
  }
}

interface Table {
  /** Names of columns, in lower case. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly isQuoted: boolean;
}

/** Only the vault's export has a column for user names, and quotes. */
function tableOf(text: string): Table {
  const quoted = rowsOf(text, true);
  const columns = (quoted ?? rowsOf(text, false))?.[0]?.map((name) => name.trim().toLowerCase()) ?? [];
  const isVault = columns.includes('login_username');
  const isQuoted = quoted !== null && (isVault || quoted.every((row) => row.length <= columns.length));
  const rows = isQuoted ? quoted : isVault ? null : rowsOf(text, false);
  if (rows === null) throw new TransferError('DAMAGED');
  return { columns, rows: rows.slice(1), isQuoted };
}

/** Null if the quotes make no sense. */
function rowsOf(text: string, isQuoted: boolean): string[][] | null {
  try {
    const options = { bom: true, skip_empty_lines: true, relax_column_count: true, relax_quotes: true };
    return parse(text, { ...options, quote: isQuoted ? '"' : false, to: transferLimits.entries + 2 });
  } catch {
    return null;
  }
}

function readUnquoted(row: readonly string[], columns: readonly string[], reading: ReadingBuilder): void {
  const at = row.findIndex((cell) => /^\s*(?:otpauth|steam):\/\//iu.test(cell));
  const name = columns.indexOf('name');
  if (at < 0) return reading.note('ITEM_INVALID', row[name]?.trim());
  const issuer = row.slice(name, at - (columns.indexOf('login_totp') - name) + 1).join(',');
  const pinned = row[columns.indexOf('favorite')]?.trim() === '1';
  addItemCode(reading, row[at] ?? '', { issuer, account: '', pinned });
}
