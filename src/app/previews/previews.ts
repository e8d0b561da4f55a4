import type { Acceptance, Accepted, AcceptedMany, Preview } from '../../contract/previews.ts';
import { newEntry, type Entry } from '../../core/entry/entry.ts';
import { markAdded } from '../../core/moving/mark.ts';
import { indexEntries, type SamenessIndex } from '../../core/entry/sameness.ts';
import type { OtpParameters } from '../../core/otp/parameters.ts';
import type { ParsedOtpauth } from '../../core/otpauth/parsed.ts';
import { createPlacing, placeEntry, viewOfDuplicate, type Placed } from '../entries/place.ts';
import { viewOfParameters } from '../entries/view.ts';
import { Failure, isFailure } from '../failure.ts';
import type { Undo } from '../history/undo.ts';
import type { Clock } from '../ports.ts';
import type { Vault } from '../vault/vault.ts';
import { createWaiting } from './waiting.ts';
import { openDocument } from '../vault/open-document.ts';

export interface Previews {
  /**
   * Keeps what was read and returns the window's view of it, in the same order. Compares it with the open vault.
   * @throws Failure VAULT_NOT_OPEN; PREVIEWS_FULL: none of it was kept, nothing else was forgotten
   */
  add(parsed: readonly ParsedOtpauth[]): Preview[];
  /** What a preview was made from, with its secret; undefined if it is gone. */
  get(previewId: string): ParsedOtpauth | undefined;
  /**
   * Adds a preview to the vault: as a new entry, or as the person answered; for a site of the moving list, if one
   * is named.
   * @throws Failure PREVIEW_GONE, LABEL_EMPTY, ALREADY_HERE, SAME_SECRET, SAME_NAME; as `Vault.change`
   */
  accept(acceptance: Acceptance & { siteId?: string | undefined }): Promise<Accepted>;
  /**
   * Like `accept`, for several previews in one write of the vault; failures become the previews' results.
   * @throws as `Vault.change`
   */
  acceptMany(acceptances: readonly Acceptance[]): Promise<AcceptedMany>;
  discard(previewIds: readonly string[]): void;
  /** Forgets every preview; for when the vault closes. */
  discardAll(): void;
}

/** Holds what was read until the person accepts or discards it, and turns previews into entries. */
export function createPreviews({ vault, undo, clock }: { vault: Vault; undo: Undo; clock: Clock }): Previews {
  const waiting = createWaiting(clock);

  /** The entry that a preview becomes. Throws PREVIEW_GONE and LABEL_EMPTY. */
  const newcomerOf = ({ previewId, issuer, account, steam = false }: Acceptance): Entry => {
    const parsed = waiting.get(previewId);
    if (!parsed) throw new Failure('PREVIEW_GONE');
    if (issuer === '' && account === '') throw new Failure('LABEL_EMPTY');
    const parameters: OtpParameters = steam
      ? { kind: 'steam', secret: parsed.parameters.secret }
      : parsed.parameters;
    const { unknownParameters } = parsed;
    return newEntry({ issuer, account, parameters, unknownParameters }, clock.now());
  };

  return {
    add(parsed) {
      const document = openDocument(vault);
      const ids = waiting.add(parsed);
      const index = indexEntries(document.entries);
      return parsed.map((one, at) => ({
        previewId: ids[at] ?? '',
        issuer: one.issuer,
        account: one.account,
        labelIssuer: one.labelIssuer,
        ...viewOfParameters(one.parameters),
        notes: one.notes.map((note) => ({ ...note })),
        askSteam: asksSteam(one),
        duplicate: duplicateOf(one, index),
      }));
    },

    get: (previewId) => waiting.get(previewId),

    async accept(acceptance) {
      const newcomer = newcomerOf(acceptance);
      let placed: Placed = { entryId: newcomer.id, how: 'added' };
      const { undoId } = await undo.perform((document) => {
        // Compares again with what is on disk now: another window may have added it since the preview.
        const { document: edited, ...how } = placeEntry(document, newcomer, acceptance, newcomer.addedAt);
        placed = how;
        const { siteId } = acceptance;
        return siteId === undefined ? edited : markAdded(edited, siteId, placed.entryId);
      });
      waiting.forget([acceptance.previewId]);
      const { entryId, how } = placed;
      return { entryId, replaced: how === 'replaced', ...(how !== 'added' && { undoId }) };
    },

    async acceptMany(acceptances) {
      let results: AcceptedMany['results'] = [];
      let changed = 0;
      const { undoId } = await undo.perform((document) => {
        // If the vault has to be read again, this runs again from the start.
        results = [];
        changed = 0;
        const placing = createPlacing(document);
        for (const acceptance of acceptances) {
          const { previewId } = acceptance;
          try {
            const newcomer = newcomerOf(acceptance);
            const { entryId, how } = placing.place(newcomer, acceptance, newcomer.addedAt);
            if (how !== 'added') changed += 1;
            results.push({ outcome: 'kept', previewId, entryId });
          } catch (error) {
            results.push({ outcome: 'refused', previewId, ...refusalOf(error) });
          }
        }
        return placing.document();
      });
      waiting.forget(results.flatMap(({ outcome, previewId }) => (outcome === 'kept' ? [previewId] : [])));
      return { results, changed, undoId };
    },

    discard: (previewIds) => waiting.forget(previewIds),
    discardAll: () => waiting.forgetAll(),
  };
}

/** If the person has yet to say whether it is a Steam Guard code, an identical Steam entry also counts. */
function duplicateOf(parsed: ParsedOtpauth, index: SamenessIndex<Entry>): Preview['duplicate'] {
  const { secret } = parsed.parameters;
  const found = index.find(parsed);
  const asSteam = asksSteam(parsed) ? index.find({ ...parsed, parameters: { kind: 'steam', secret } }) : null;
  const nearest = found?.sameness !== 'same' && asSteam?.sameness === 'same' ? asSteam : found;
  return nearest && viewOfDuplicate(nearest);
}

function asksSteam({ notes }: ParsedOtpauth): boolean {
  return notes.some((note) => note.code === 'STEAM_ISSUER');
}

/** The contract's refusal of a preview that was not kept; rethrows anything else. */
function refusalOf(
  error: unknown,
): Pick<Extract<AcceptedMany['results'][number], { outcome: 'refused' }>, 'code' | 'duplicate'> {
  if (isFailure(error, 'ALREADY_HERE', 'SAME_SECRET', 'SAME_NAME')) {
    return { code: error.code, duplicate: error.data.duplicate };
  }
  if (isFailure(error, 'PREVIEW_GONE', 'LABEL_EMPTY')) return { code: error.code, duplicate: null };
  throw error;
}
