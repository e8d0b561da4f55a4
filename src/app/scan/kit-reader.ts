import type { KitSource } from '../../contract/recovery.ts';
import type { Picture } from '../../core/qr/picture.ts';
import type { Passes } from '../../core/qr/read.ts';
import { isJoinQrText } from '../../core/sync/words/words.ts';
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
  /**
   * The same for the words of a computer that wants into sync, in the form that `readJoinWords` takes.
   * @throws as `read`, with JOIN_NOT_SEEN
   */
  readWords(source: KitSource, signal?: AbortSignal): Promise<string>;
}

/** What is looked for among the texts of QR codes. */
interface Wanted {
  readonly isIt: (text: string) => boolean;
  readonly missing: 'KIT_NOT_SEEN' | 'JOIN_NOT_SEEN';
}
const kit: Wanted = { isIt: isKitQrText, missing: 'KIT_NOT_SEEN' };
const words: Wanted = { isIt: isJoinQrText, missing: 'JOIN_NOT_SEEN' };

/** Reads a recovery kit from text, the screen or a picture. */
export function createKitReader({
  screens,
  decoder,
  clock,
  log,
}: Pick<Ports, 'screens' | 'decoder' | 'clock' | 'log'>): KitReader {
  async function seenIn(
    { isIt, missing }: Wanted,
    pictures: readonly Picture[],
    signal?: AbortSignal,
    passes?: Passes,
  ): Promise<string> {
    const parts = createParts(clock);
    try {
      for await (const event of readCodes(pictures, { decoder, log, parts, passes }, signal)) {
        const texts = event.type === 'texts' ? event.texts : event.type === 'joined' ? [event.text] : [];
        const found = texts.find(isIt);
        if (found !== undefined) return found;
      }
    } finally {
      parts.forget();
    }
    throw new Failure(missing);
  }

  async function read(wanted: Wanted, source: KitSource, signal?: AbortSignal): Promise<string> {
    switch (source.from) {
      case 'text':
        return source.text;
      case 'screen':
        return seenIn(wanted, await takeScreens(screens), signal);
      case 'picture':
        return seenIn(wanted, [await pictureOf(source)], signal, source.passes);
    }
  }

  return {
    read: (source, signal) => read(kit, source, signal),
    readWords: (source, signal) => read(words, source, signal),
  };
}
