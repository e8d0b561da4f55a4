import type { MovingSite as SiteView } from '../../contract/moving.ts';
import type { MovingApp } from '../../contract/vocabulary.ts';
import { movingLimit } from '../../contract/limits.ts';
import { foldedName } from '../../core/entry/sameness.ts';
import { entriesOfOpenSites } from '../../core/moving/mark.ts';
import { isMoved, newSite, type MovingSite } from '../../core/moving/site.ts';
import type { VaultDocument } from '../../core/vault/document.ts';
import { Failure } from '../failure.ts';
import type { Undo } from '../history/undo.ts';
import type { Clock } from '../ports.ts';
import type { Vault } from '../vault/vault.ts';

export interface Moving {
  /** Yields the list, now and after each change; ends when the vault closes. */
  watch(signal?: AbortSignal): AsyncGenerator<{ sites: SiteView[] }>;
  /** @throws Failure MOVING_FULL; also as `Vault.change` */
  add(app: MovingApp, names: readonly string[]): Promise<{ added: number; skipped: number; undoId: string }>;
  /** @throws Failure SITE_NOT_FOUND; also as `Vault.change` */
  rename(id: string, name: string): Promise<void>;
  /** @throws as rename */
  setMoved(id: string, isMoved: boolean): Promise<void>;
  /** Takes one site off the list, or all if `id` is null. @throws as rename */
  remove(id: string | null): Promise<{ undoId: string }>;
}

/** The moving list. Each change is one write of the vault; codes mark it themselves (`markMoved`). */
export function createMoving({ vault, undo, clock }: { vault: Vault; undo: Undo; clock: Clock }): Moving {
  const edit = async (id: string, change: (site: MovingSite) => MovingSite): Promise<void> => {
    await vault.change((document) => changeSite(document, id, change));
  };

  return {
    async *watch(signal) {
      if (vault.document() === null) throw new Failure('VAULT_NOT_OPEN');
      for await (const document of vault.watchDocument(signal)) {
        if (document === null) return;
        yield { sites: viewOf(document) };
      }
    },

    async add(app, names) {
      const now = clock.now();
      let added: MovingSite[] = [];
      const { undoId } = await undo.perform((document) => {
        const here = new Set(document.moving.map(({ name }) => foldedName(name)));
        added = names.flatMap((name) => {
          const folded = foldedName(name);
          if (here.has(folded)) return [];
          here.add(folded);
          return [newSite(name, app, now)];
        });
        const moving = [...document.moving, ...added];
        if (moving.length > movingLimit) throw new Failure('MOVING_FULL', { limit: movingLimit });
        return { ...document, moving };
      });
      return { added: added.length, skipped: names.length - added.length, undoId };
    },

    rename: (id, name) => edit(id, (site) => ({ ...site, name })),

    setMoved: (id, isNowMoved) =>
      edit(id, (site) => ({ ...site, moved: isNowMoved ? { entry: null } : null })),

    async remove(id) {
      const { undoId } = await undo.perform((document) => {
        if (id !== null) findSite(document, id);
        return { ...document, moving: id === null ? [] : document.moving.filter((site) => site.id !== id) };
      });
      return { undoId };
    },
  };
}

/** The document with one site changed. @throws Failure SITE_NOT_FOUND */
export function changeSite(
  document: VaultDocument,
  id: string,
  change: (site: MovingSite) => MovingSite,
): VaultDocument {
  const site = findSite(document, id);
  return { ...document, moving: document.moving.map((other) => (other === site ? change(site) : other)) };
}

function findSite({ moving }: VaultDocument, id: string): MovingSite {
  const site = moving.find((candidate) => candidate.id === id);
  if (!site) throw new Failure('SITE_NOT_FOUND');
  return site;
}

function viewOf(document: VaultDocument): SiteView[] {
  const entries = new Map(document.entries.map((entry) => [entry.id, entry]));
  const ids = new Set(entries.keys());
  const named = entriesOfOpenSites(document);
  return document.moving.map((site) => {
    const { id, name, app, moved } = site;
    const isDone = isMoved(site, ids);
    const found = isDone ? entries.get(moved?.entry ?? '') : named.get(id);
    const entry = found === undefined ? null : { id: found.id, issuer: found.issuer, account: found.account };
    return { id, name, app, isMoved: isDone, entry };
  });
}
