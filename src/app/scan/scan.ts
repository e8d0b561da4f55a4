import { isDeepStrictEqual } from 'node:util';
import type { Preview } from '../../contract/previews.ts';
import type { PictureInput, Refusal, ScanEvent } from '../../contract/scan.ts';
import type { ParsedOtpauth } from '../../core/otpauth/parsed.ts';
import { readOtpauthText } from '../../core/otpauth/read-text.ts';
import { fromTyped, type TypedEntry } from '../../core/otpauth/typed.ts';
import type { Picture } from '../../core/qr/picture.ts';
import { Failure } from '../failure.ts';
import type { Ports } from '../ports.ts';
import type { Previews } from '../previews/previews.ts';
import type { Vault } from '../vault/vault.ts';
import { pictureOf, takeScreens } from './pictures.ts';
import { createParts } from './parts.ts';
import { readPictures } from './read-pictures.ts';

/** All of them throw PREVIEWS_FULL if what was read does not fit beside the previews that wait. */
export interface Scan {
  /** Captures and reads every display. Throws SCREEN_UNAVAILABLE with its cause. */
  screen(signal?: AbortSignal): AsyncGenerator<ScanEvent>;
  /** Reads RGBA pixels, except for what is `known`. Throws PICTURE_INVALID or PICTURE_TOO_LARGE. */
  picture(input: PictureInput, signal?: AbortSignal): AsyncGenerator<ScanEvent>;
  /** Reads every address in pasted text. Throws TEXT_HAS_NO_CODE. */
  text(text: string): { previews: Preview[]; refused: Refusal[] };
  /** Makes a preview of an entry typed by hand. Throws TYPED_INVALID or LABEL_EMPTY. */
  typed(entry: TypedEntry): { preview: Preview };
  /** Forgets the parts of codes that are not whole yet; for when the vault closes. */
  forgetParts(): void;
}

/** Turns pixels or text into previews. */
export function createScan({
  vault,
  previews,
  clock,
  screens,
  decoder,
  log,
}: { vault: Vault; previews: Previews } & Pick<Ports, 'clock' | 'screens' | 'decoder' | 'log'>): Scan {
  const parts = createParts(clock);

  const checkOpen = () => {
    if (vault.document() === null) throw new Failure('VAULT_NOT_OPEN');
  };

  const read = (
    pictures: Picture[],
    signal?: AbortSignal,
    { passes, known = [] }: Pick<PictureInput, 'passes' | 'known'> = {},
  ) => {
    const preview = (parsed: readonly ParsedOtpauth[]) => {
      const waiting = known.map((id) => previews.get(id));
      return previews.add(parsed.filter((one) => !waiting.some((other) => isDeepStrictEqual(one, other))));
    };
    return readPictures(pictures, { decoder, clock, log, parts, passes, preview }, signal);
  };

  return {
    async *screen(signal) {
      checkOpen();
      yield* read(await takeScreens(screens), signal);
    },

    async *picture(input, signal) {
      checkOpen();
      yield* read([await pictureOf(input)], signal, input);
    },

    text(text) {
      checkOpen();
      const results = readOtpauthText(text);
      if (results.length === 0) throw new Failure('TEXT_HAS_NO_CODE');
      return {
        previews: previews.add(results.flatMap((result) => (result.ok ? [result.value] : []))),
        refused: results.flatMap((result) => (result.ok ? [] : [{ ...result.refusal }])),
      };
    },

    typed(entry) {
      checkOpen();
      if (entry.issuer === '' && entry.account === '') throw new Failure('LABEL_EMPTY');
      const result = fromTyped(entry);
      if (!result.ok) throw new Failure('TYPED_INVALID', { refusal: { ...result.refusal } });
      const [preview] = previews.add([result.value]);
      if (preview === undefined) throw new Error('a preview was added, but is not there');
      return { preview };
    },

    forgetParts: () => parts.forget(),
  };
}
