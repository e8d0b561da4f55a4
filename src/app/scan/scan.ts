import { z } from 'zod';
import { duplicateSchema, type Duplicate, type DuplicateAnswers } from '../../contract/duplicate.ts';
import { acceptRefusalSchema } from '../../contract/scan.ts';
import type { AcceptedMany, Pixels, Preview, Refusal, ScanEvent } from '../../contract/scan.ts';
import type { OtpParameters } from '../../core/otp/parameters.ts';
import type { OtpauthResult, ParsedOtpauth } from '../../core/otpauth/parsed.ts';
import { readOtpauthText } from '../../core/otpauth/read-text.ts';
import { fromTyped, type TypedEntry } from '../../core/otpauth/typed.ts';
import type { Picture } from '../../core/qr/picture.ts';
import type { VaultDocument } from '../../core/vault/document.ts';
import { newEntry, type Entry } from '../../core/entry/entry.ts';
import { placeEntry, type Placed } from '../entries/place.ts';
import { Failure } from '../failure.ts';
import type { Ports } from '../ports.ts';
import type { Undo } from '../history/undo.ts';
import type { Vault } from '../vault/vault.ts';
import { pictureOf, takeScreens } from './pictures.ts';
import { createParts } from './parts.ts';
import { createPreviews } from './previews.ts';
import { readPictures } from './read-pictures.ts';

export interface Acceptance extends DuplicateAnswers {
  previewId: string;
  issuer: string;
  account: string;
  steam?: boolean | undefined;
}

export interface Scan {
  /** Captures and reads every display. Throws SCREEN_UNAVAILABLE with its cause. */
  screen(signal?: AbortSignal): AsyncGenerator<ScanEvent>;
  /** Reads RGBA pixels. Throws PICTURE_INVALID or PICTURE_TOO_LARGE. */
  picture(pixels: Pixels, signal?: AbortSignal): AsyncGenerator<ScanEvent>;
  /** Reads every address in pasted text. Throws TEXT_HAS_NO_CODE. */
  text(text: string): { previews: Preview[]; refused: Refusal[] };
  /** Makes a preview of an entry typed by hand. Throws TYPED_INVALID or LABEL_EMPTY. */
  typed(entry: TypedEntry): { preview: Preview };
  /**
   * Adds a preview to the vault: as a new entry, or as the person answered.
   * Throws PREVIEW_GONE, LABEL_EMPTY, ALREADY_HERE, SAME_SECRET, SAME_NAME.
   */
  accept(acceptance: Acceptance): Promise<{ entryId: string; replaced: boolean; undoId?: string }>;
  /** Like `accept`, for several previews in one write of the vault; failures become the previews' results. */
  acceptMany(acceptances: readonly Acceptance[]): Promise<AcceptedMany>;
  /** What a preview was made from, with its secret; undefined if it is gone. */
  preview(previewId: string): ParsedOtpauth | undefined;
  discard(previewIds: readonly string[]): void;
  /** Forgets every preview and part; for when the vault closes. */
  discardAll(): void;
}

/** Turns pixels or text into previews, and previews into entries. Keeps nothing until the person says so. */
export function createScan({
  vault,
  undo,
  clock,
  screens,
  decoder,
  log,
}: { vault: Vault; undo: Undo } & Pick<Ports, 'clock' | 'screens' | 'decoder' | 'log'>): Scan {
  const previews = createPreviews(clock);
  const parts = createParts(clock);

  const openDocument = (): VaultDocument => {
    const document = vault.document();
    if (document === null) throw new Failure('VAULT_NOT_OPEN');
    return document;
  };

  const read = (pictures: Picture[], signal?: AbortSignal) =>
    readPictures(
      pictures,
      { decoder, clock, log, parts, preview: (parsed) => previews.add(parsed, openDocument()) },
      signal,
    );

  /** The entry that a preview becomes. Throws PREVIEW_GONE and LABEL_EMPTY. */
  const newcomerOf = ({ previewId, issuer, account, steam = false }: Acceptance): Entry => {
    const parsed = previews.get(previewId);
    if (!parsed) throw new Failure('PREVIEW_GONE');
    if (issuer === '' && account === '') throw new Failure('LABEL_EMPTY');
    const parameters: OtpParameters = steam
      ? { kind: 'steam', secret: parsed.parameters.secret }
      : parsed.parameters;
    const { unknownParameters } = parsed;
    return newEntry({ issuer, account, parameters, unknownParameters }, clock.now());
  };

  return {
    async *screen(signal) {
      openDocument();
      yield* read(await takeScreens(screens), signal);
    },

    async *picture(pixels, signal) {
      openDocument();
      yield* read([await pictureOf(pixels)], signal);
    },

    text(text) {
      const document = openDocument();
      const results = readOtpauthText(text);
      if (results.length === 0) throw new Failure('TEXT_HAS_NO_CODE');
      return {
        previews: results.flatMap((result) => (result.ok ? [previews.add(result.value, document)] : [])),
        refused: results.flatMap((result) => (result.ok ? [] : [{ ...result.refusal }])),
      };
    },

    typed(entry) {
      const document = openDocument();
      if (entry.issuer === '' && entry.account === '') throw new Failure('LABEL_EMPTY');
      const result: OtpauthResult = fromTyped(entry);
      if (!result.ok) throw new Failure('TYPED_INVALID', { refusal: { ...result.refusal } });
      return { preview: previews.add(result.value, document) };
    },

    async accept(acceptance) {
      const newcomer = newcomerOf(acceptance);
      let placed: Pick<Placed, 'entryId' | 'how'> = { entryId: newcomer.id, how: 'added' };
      const { undoId } = await undo.perform((document) => {
        // Compares again with what is on disk now: another window may have added it since the preview.
        const { document: edited, ...how } = placeEntry(document, newcomer, acceptance, newcomer.addedAt);
        placed = how;
        return edited;
      });
      const { entryId, how } = placed;
      const accepted = { entryId, replaced: how === 'replaced', ...(how === 'corrected' && { undoId }) };
      previews.discard([acceptance.previewId]);
      return accepted;
    },

    async acceptMany(acceptances) {
      let results: AcceptedMany['results'] = [];
      let changed = 0;
      const { undoId } = await undo.perform((document) => {
        // If the vault has to be read again, this runs again from the start.
        results = [];
        changed = 0;
        let edited = document;
        for (const acceptance of acceptances) {
          const { previewId } = acceptance;
          try {
            const newcomer = newcomerOf(acceptance);
            const placed = placeEntry(edited, newcomer, acceptance, newcomer.addedAt);
            edited = placed.document;
            if (placed.how !== 'added') changed += 1;
            results.push({ outcome: 'kept', previewId, entryId: placed.entryId });
          } catch (error) {
            results.push({ outcome: 'refused', previewId, ...refusalOf(error) });
          }
        }
        return edited;
      });
      previews.discard(results.flatMap(({ outcome, previewId }) => (outcome === 'kept' ? [previewId] : [])));
      return { results, changed, undoId };
    },

    preview: (previewId) => previews.get(previewId),
    discard: (previewIds) => previews.discard(previewIds),
    discardAll: () => {
      previews.discardAll();
      parts.forget();
    },
  };
}

/** The contract's refusal of a preview that was not kept; rethrows anything else. */
function refusalOf(error: unknown): {
  code: z.infer<typeof acceptRefusalSchema>;
  duplicate: Duplicate | null;
} {
  if (!(error instanceof Failure)) throw error;
  const code = acceptRefusalSchema.safeParse(error.code);
  if (!code.success) throw error;
  const data = z.object({ duplicate: duplicateSchema }).safeParse(error.data);
  return { code: code.data, duplicate: data.success ? data.data.duplicate : null };
}
