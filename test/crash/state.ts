import { newEntry } from '../../src/core/entry/entry.ts';
import { sameState } from '../../src/core/entry/revision.ts';
import { newSite, sameSite, type MovingSite } from '../../src/core/moving/site.ts';
import type { VaultDocument } from '../../src/core/vault/document.ts';

const ENTRIES = 6;

/** The vault's n-th state: every entry and every site says n, so that a mixture of two is seen. */
export function withState(document: VaultDocument, n: number): VaultDocument {
  return {
    ...document,
    entries: Array.from({ length: ENTRIES }, (_, index) =>
      newEntry({ id: idOf(index), ...partsOf(index, n) }, n),
    ),
    moving: sitesOf(n),
  };
}

/** What an entry has in a state; more of it than most entries of people. */
function partsOf(index: number, n: number) {
  const secret = (what: string) => Buffer.from(`${what} ${index} of state ${n}`);
  return {
    issuer: `Site ${index} in state ${n}`,
    account: 'ada@example.org',
    parameters: { kind: 'steam', secret: secret('secret') },
    tags: [`tag ${n}`],
    note: `note ${n}`,
    icon: { name: `icon ${n}` },
    former: [{ parameters: { kind: 'steam', secret: secret('former') }, replacedAt: n }],
    siteCodes: [
      { code: secret('code'), usedAt: n },
      { code: secret('other code'), usedAt: null },
    ],
  } as const;
}

/** Two sites, of which one is moved in every second state. */
function sitesOf(n: number): MovingSite[] {
  return [0, 1].map((index) => ({
    ...newSite(`To move ${index} in state ${n}`, 'authy', n),
    id: `00000000-0000-4000-9000-${String(index).padStart(12, '0')}`,
    moved: index === n % 2 ? { entry: idOf(index) } : null,
  }));
}

function idOf(index: number): string {
  return `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
}

/** Which state a document is, the empty one being 0; null: none, or a mixture. */
export function stateOf({ entries, trash, quarantine, moving }: VaultDocument): number | null {
  if (trash.length > 0 || quarantine.length > 0) return null;
  if (entries.length === 0) return moving.length === 0 ? 0 : null;
  const n = entries[0]?.addedAt ?? -1;
  const isWhole = entries.every(
    (entry, index) =>
      entry.addedAt === n && sameState(entry, newEntry({ id: idOf(index), ...partsOf(index, n) }, n)),
  );
  const sites = sitesOf(n);
  const hasSites =
    moving.length === sites.length && moving.every((site, at) => sameSite(site, sites[at] ?? null));
  return isWhole && hasSites && entries.length === ENTRIES ? n : null;
}
