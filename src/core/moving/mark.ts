import type { Entry } from '../entry/entry.ts';
import { foldedName, sameSecret } from '../entry/sameness.ts';
import type { VaultDocument } from '../vault/document.ts';
import { isMoved, type MovingSite } from './site.ts';

/**
 * Marks sites as moved whose codes came with an edit. A code that was not there before marks the first open site
 * that has its name, unless it was added for another. A site is to be moved again if its new code gave way to one
 * out of the trash. Returns the same object if nothing changes.
 */
export function markMoved(before: VaultDocument, after: VaultDocument): VaultDocument {
  if (after.moving.length === 0) return after;
  const were = new Map(before.entries.map((entry) => [entry.id, entry]));
  const entries = new Map(after.entries.map((entry) => [entry.id, entry]));
  const isBack = (entry: Entry) => before.trash.some((trashed) => sameSecret(trashed, entry));
  const isOther = (entry: Entry) => {
    const was = were.get(entry.id);
    return was !== entry && (was === undefined || !sameSecret(was, entry));
  };
  const gaveWay = ({ moved }: MovingSite) => {
    const entry = entries.get(moved?.entry ?? '');
    return entry !== undefined && were.has(entry.id) && isOther(entry) && isBack(entry);
  };

  let isSame = true;
  const sites = new Map(after.moving.map((site) => [site.id, site]));
  const set = (site: MovingSite) => {
    isSame = false;
    sites.set(site.id, site);
  };
  for (const site of after.moving) if (gaveWay(site)) set({ ...site, moved: null });

  const marked = { ...after, moving: [...sites.values()] };
  const named = openSitesByName(marked);
  const linked = linkedEntries(marked);
  for (const entry of after.entries) {
    if (named.size === 0) break;
    if (linked.has(entry.id) || !isOther(entry)) continue;
    const name = namesOf(entry).find((one) => named.has(one));
    const [site, ...others] = named.get(name ?? '') ?? [];
    if (name === undefined || site === undefined || isBack(entry)) continue;
    set({ ...site, moved: { entry: entry.id } });
    if (others.length > 0) named.set(name, others);
    else named.delete(name);
  }
  return isSame ? after : { ...after, moving: [...sites.values()] };
}

/** Marks a site as moved by the entry that was added for it; returns the same object if there is no such site. */
export function markAdded(document: VaultDocument, siteId: string, entryId: string): VaultDocument {
  if (!document.moving.some(({ id }) => id === siteId)) return document;
  const moving = document.moving.map((site) =>
    site.id === siteId ? { ...site, moved: { entry: entryId } } : site,
  );
  return { ...document, moving };
}

/** For each site that is to be moved, an entry of its name that was added for no site; by the site's id. */
export function entriesOfOpenSites(document: VaultDocument): Map<string, Entry> {
  const found = new Map<string, Entry>();
  const named = openSitesByName(document);
  if (named.size === 0) return found;
  const linked = linkedEntries(document);
  for (const entry of document.entries) {
    if (linked.has(entry.id)) continue;
    for (const name of namesOf(entry)) {
      for (const { id } of named.get(name) ?? []) if (!found.has(id)) found.set(id, entry);
    }
  }
  return found;
}

function openSitesByName({ moving, entries }: VaultDocument): Map<string, MovingSite[]> {
  const ids = new Set(entries.map(({ id }) => id));
  return Map.groupBy(
    moving.filter((site) => !isMoved(site, ids)),
    ({ name }) => foldedName(name),
  );
}

function linkedEntries({ moving }: VaultDocument): Set<string | null> {
  return new Set(moving.map(({ moved }) => moved?.entry ?? null));
}

/** What a person may call an entry's site, the most telling first: with its account, or the issuer alone. */
function namesOf({ issuer, account }: Entry): string[] {
  if (issuer === '' || account === '') return [foldedName(issuer + account)];
  const forms = [
    `${issuer} (${account})`,
    `${issuer}: ${account}`,
    `${issuer}:${account}`,
    `${issuer} ${account}`,
  ];
  return [...forms, issuer].map(foldedName);
}
