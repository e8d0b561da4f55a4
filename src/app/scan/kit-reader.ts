import type { KitSource } from '../../contract/recovery.ts';
import type { Picture } from '../../core/qr/picture.ts';
import type { Passes } from '../../core/qr/read.ts';
import { isKitQrText } from '../../core/vault/recovery-code.ts';
import { Failure } from '../failure.ts';
import type { Ports } from '../ports.ts';
import { pictureOf, takeScreens } from './pictures.ts';
import { createParts } from './parts.ts';
import { readCodes } from './read-codes.ts';

export interface KitReader {
  /**
   * The first recovery code found in a source, in the form that `readCode` takes. Stores nothing; the vault may
   * be closed.
   * @throws the failures SCREEN_UNAVAILABLE, PICTURE_INVALID, PICTURE_TOO_LARGE, KIT_NOT_SEEN
   */
  read(source: KitSource, signal?: AbortSignal): Promise<string>;
}

/** Reads a recovery kit from text, the screen or a picture. */
export function createKitReader({
  screens,
  decoder,
  clock,
  log,
}: Pick<Ports, 'screens' | 'decoder' | 'clock' | 'log'>): KitReader {
  async function seenIn(
    pictures: readonly Picture[],
    signal?: AbortSignal,
    passes?: Passes,
  ): Promise<string> {
    const parts = createParts(clock);
    try {
      for await (const event of readCodes(pictures, { decoder, log, parts, passes }, signal)) {
        const texts = event.type === 'texts' ? event.texts : event.type === 'joined' ? [event.text] : [];
        const kit = texts.find(isKitQrText);
        if (kit !== undefined) return kit;
      }
    } finally {
      parts.forget();
    }
    throw new Failure('KIT_NOT_SEEN');
  }

  return {
    async read(source, signal) {
      switch (source.from) {
        case 'text':
          return source.text;
        case 'screen':
          return seenIn(await takeScreens(screens), signal);
        case 'picture':
          return seenIn([await pictureOf(source)], signal, source.passes);
      }
    },
  };
}
