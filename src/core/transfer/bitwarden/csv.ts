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
  const [header = [], ...rows] = rowsOf(text);
  const columns = header.map((name) => name.trim().toLowerCase());
  for (const row of rows) {
    const cell = (name: string) => row[columns.indexOf(name)]?.trim() ?? '';
    if (row.length > columns.length) readUnquoted(row, columns, reading);
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

function readUnquoted(row: readonly string[], columns: readonly string[], reading: ReadingBuilder): void {
  const at = row.findIndex((cell) => /^\s*(?:otpauth|steam):\/\//iu.test(cell));
  if (at < 0) return reading.note('ITEM_INVALID', row[columns.indexOf('name')]?.trim());
  const afterName = columns.indexOf('login_totp') - columns.indexOf('name');
  const issuer = row.slice(columns.indexOf('name'), at - afterName + 1).join(',');
  addItemCode(reading, row[at] ?? '', {
    issuer,
    account: '',
    pinned: row[columns.indexOf('favorite')] === '1',
  });
}

function rowsOf(text: string): string[][] {
  try {
    const options = { bom: true, skip_empty_lines: true, relax_column_count: true, relax_quotes: true };
    return parse(text, { ...options, to: transferLimits.entries + 2 });
  } catch {
    throw new TransferError('DAMAGED');
  }
}
