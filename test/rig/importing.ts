import type {
  Applied,
  Apply,
  ImportRow,
  ImportSource,
  ImportView,
  ReportEvent,
} from '../../src/contract/imports.ts';
import type { AppClient } from './application.ts';

/** What an import's report says, put together. */
export interface Report extends Omit<Extract<ReportEvent, { type: 'summary' }>, 'type'> {
  all: ImportRow[];
}

/** Reads sources to the end. */
export async function readImport(
  client: AppClient,
  sources: ImportSource[],
  importId?: string,
): Promise<ImportView> {
  for await (const event of await client.imports.read({ sources, importId })) {
    if (event.type === 'read') return event.import;
  }
  throw new Error('the reading ended without an import');
}

/** Reads a source again, with its passphrase. */
export async function unlockSource(
  client: AppClient,
  given: { importId: string; source: number; passphrase: string },
): Promise<ImportView> {
  for await (const event of await client.imports.unlock(given)) {
    if (event.type === 'read') return event.import;
  }
  throw new Error('the reading ended without an import');
}

export async function reportOf(client: AppClient, importId: string): Promise<Report> {
  let summary: Extract<ReportEvent, { type: 'summary' }> | null = null;
  const all: ImportRow[] = [];
  for await (const event of await client.imports.report({ importId })) {
    if (event.type === 'rows') all.push(...event.rows);
    else summary = event;
  }
  if (summary === null) throw new Error('the report has no summary');
  return { ...summary, all };
}

/** Keeps an import. Unless told otherwise, questions are answered by keeping both. */
export async function applyImport(
  client: AppClient,
  importId: string,
  wishes: Partial<Omit<Apply, 'importId'>> = {},
): Promise<Applied> {
  const answers = { onSameSecret: 'keepBoth', onSameName: 'keepBoth' } as const;
  const events = await client.imports.apply({ importId, mode: 'merge', answers, rows: [], ...wishes });
  for await (const event of events) if (event.type === 'applied') return event.result;
  throw new Error('the import ended without a result');
}
