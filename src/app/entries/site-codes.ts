import type { Proof } from '../../contract/proof.ts';
import type { SiteCode as SiteCodeView } from '../../contract/site-codes.ts';
import type { Entry, SiteCode } from '../../core/entry/entry.ts';
import { siteCodesMaximum } from '../../core/entry/site-codes.ts';
import { Failure } from '../failure.ts';
import type { Undo } from '../history/undo.ts';
import type { Clock } from '../ports.ts';
import type { Vault } from '../vault/vault.ts';
import { changeEntry, findEntry } from './change.ts';
import { openDocument } from '../vault/open-document.ts';

/** The calls of `siteCodesContract`; each throws the failures that the contract declares. */
export interface SiteCodes {
  keep(given: {
    id: string;
    codes: readonly string[];
    how: 'add' | 'replace';
  }): Promise<{ undoId: string; kept: number }>;
  reveal(given: { id: string } & Proof): Promise<{ codes: SiteCodeView[] }>;
  tick(given: { id: string; code: string; isUsed: boolean }): Promise<{ usedAt: number | null }>;
  remove(id: string): Promise<{ undoId: string }>;
}

/** Keeps the recovery codes that sites gave out, and shows them to a proven person only. */
export function createSiteCodes({
  vault,
  undo,
  clock,
}: {
  vault: Vault;
  undo: Undo;
  clock: Clock;
}): SiteCodes {
  const change = (id: string, edit: (entry: Entry) => readonly SiteCode[]) =>
    undo.perform((document) => changeEntry(document, id, (entry) => ({ ...entry, siteCodes: edit(entry) })));

  return {
    async keep({ id, codes, how }) {
      let kept = 0;
      const given = codes.map((text): SiteCode => ({ code: Buffer.from(text, 'utf8'), usedAt: null }));
      try {
        const { undoId } = await change(id, ({ siteCodes }) => {
          const present = how === 'add' ? siteCodes : [];
          const all = withNew(present, given);
          if (all.length > siteCodesMaximum) {
            throw new Failure('SITE_CODES_TOO_MANY', { maximum: siteCodesMaximum });
          }
          kept = all.length - present.length;
          return all;
        });
        return { undoId, kept };
      } finally {
        // The vault has its own copies.
        for (const { code } of given) code.fill(0);
      }
    },

    async reveal({ id, ...proof }) {
      findEntry(openDocument(vault).entries, id);
      await vault.prove(proof);
      // A lock in the meantime: nothing leaves a vault that is closed.
      const { siteCodes } = findEntry(openDocument(vault).entries, id);
      return { codes: siteCodes.map(({ code, usedAt }) => ({ code: textOf(code), usedAt })) };
    },

    async tick({ id, code, isUsed }) {
      const usedAt = isUsed ? clock.now() : null;
      const wanted = Buffer.from(code, 'utf8');
      await vault.change((document) =>
        changeEntry(document, id, (entry) => {
          const at = entry.siteCodes.findIndex((one) => isSame(one.code, wanted));
          if (at === -1) throw new Failure('SITE_CODE_GONE');
          const siteCodes = entry.siteCodes.map((one, place) => (place === at ? { ...one, usedAt } : one));
          return { ...entry, siteCodes };
        }),
      );
      return { usedAt };
    },

    async remove(id) {
      const { undoId } = await change(id, () => []);
      return { undoId };
    },
  };
}

/** The codes of two entries that become one, as many as one may have: the first one's, then what the other has more. */
export function joinSiteCodes(one: readonly SiteCode[], other: readonly SiteCode[]): readonly SiteCode[] {
  return other.length === 0 ? one : withNew(one, other).slice(0, siteCodesMaximum);
}

function withNew(present: readonly SiteCode[], given: readonly SiteCode[]): SiteCode[] {
  const all = [...present];
  for (const one of given) if (!all.some(({ code }) => isSame(code, one.code))) all.push(one);
  return all;
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

function textOf(code: Uint8Array): string {
  return Buffer.from(code.buffer, code.byteOffset, code.length).toString('utf8');
}
