import { once } from 'node:events';
import type { Decoder, Picture } from '../../../src/app/ports.ts';
import type { FoundCode } from '../../../src/core/qr/read.ts';

/** A step of a search: QR codes with these texts, how far it is, or a step that only a stop ends. */
export type Sight = string[] | { done: number; remainingMs: number } | 'searching';

export interface ScriptedDecoder extends Decoder {
  /** What there is to see in every picture from now on. */
  sees: Sight[];
  /** The pictures that it was given, but for a camera's frames: five a second would fill the memory. */
  readonly pictures: Picture[];
  /** How many readings a stop has ended. */
  ended: number;
}

/** A decoder that needs no pictures with QR codes in them, for what a window makes of a search. */
export function createScriptedDecoder(): ScriptedDecoder {
  const decoder: ScriptedDecoder = {
    sees: [],
    pictures: [],
    ended: 0,
    async *read(picture, signal, passes) {
      if (passes === undefined) decoder.pictures.push(picture);
      const found: FoundCode[] = [];
      for (const sight of decoder.sees) {
        if (sight === 'searching') {
          if (signal !== undefined && !signal.aborted) await once(signal, 'abort');
          decoder.ended += 1;
          return found;
        }
        if (Array.isArray(sight)) {
          const codes = sight.map((text, at) => codeAt(text, found.length + at));
          found.push(...codes);
          yield { type: 'found', codes };
        } else {
          yield { type: 'progress', ...sight };
        }
      }
      return found;
    },
  };
  return decoder;
}

/** One below the other. */
function codeAt(text: string, place: number): FoundCode {
  const [top, bottom] = [place * 20, place * 20 + 10];
  const corners: FoundCode['corners'] = [
    { x: 0, y: top },
    { x: 10, y: top },
    { x: 10, y: bottom },
    { x: 0, y: bottom },
  ];
  return { text, corners, pass: 'first' };
}
