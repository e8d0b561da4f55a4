import { newEntry } from '../../src/core/entry/entry.ts';
import type { VaultDocument } from '../../src/core/vault/document.ts';

const ENTRIES = 6;

/** The vault's n-th state: every entry says n, so that a mixture of two is seen. */
export function withState(document: VaultDocument, n: number): VaultDocument {
  return {
    ...document,
    entries: Array.from({ length: ENTRIES }, (_, index) =>
      newEntry(
        {
          id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
          issuer: `Site ${index} in state ${n}`,
          account: 'ada@example.org',
          parameters: { kind: 'steam', secret: Buffer.from(`secret ${index} of state ${n}`) },
        },
        n,
      ),
    ),
  };
}

/** Which state a document is, the empty one being 0; null: none, or a mixture. */
export function stateOf({ entries, trash, quarantine }: VaultDocument): number | null {
  if (trash.length > 0 || quarantine.length > 0) return null;
  if (entries.length === 0) return 0;
  const n = entries[0]?.addedAt ?? -1;
  const isWhole = entries.every(
    ({ issuer, addedAt, parameters }, index) =>
      addedAt === n &&
      issuer === `Site ${index} in state ${n}` &&
      Buffer.from(parameters.secret).toString() === `secret ${index} of state ${n}`,
  );
  return isWhole && entries.length === ENTRIES ? n : null;
}
