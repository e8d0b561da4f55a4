/// <reference types="emscripten" />
/* oxlint-disable no-underscore-dangle -- _malloc and _free are what Emscripten calls them */
import { binarizers, encodeFormats, prepareZXingModule } from 'zxing-wasm/reader';
import type { Binarizer, ZXingReadResult, ZXingReaderModule } from 'zxing-wasm/reader';
import { codeText } from './text.ts';
import type { Grey, Point } from './picture.ts';
import type { Part } from './sequence.ts';

/** One code that zxing-wasm read. */
export interface ZxingFind {
  text: string;
  /** Set if the text is part of a longer one. */
  part?: Part;
  /** Top left, top right, bottom right, bottom left of the symbol as printed, in pixels of the grey picture. */
  corners: [Point, Point, Point, Point];
  /** The unused share of the error correction, 0 (at its limit) to 1 (no error). */
  unusedCorrection: number;
}

/** The content of a find or a grid, without its place. */
export type Content = Pick<ZxingFind, 'text' | 'part'>;

/** A find's content alone. */
export function contentOf({ text, part }: Content): Content {
  return part === undefined ? { text } : { text, part };
}

export interface ZxingOptions {
  tryHarder: boolean;
  tryInvert: boolean;
  tryDownscale: boolean;
  tryDenoise: boolean;
  tryRotate: boolean;
  binarizer: Binarizer;
  /** The grey picture is one clean code, aligned with the pixels. */
  isPure: boolean;
  /** 0: no limit. */
  maxNumberOfSymbols: number;
}

/** Runs zxing-wasm on one grey picture: synchronous, no network, frees its memory before it returns. */
export type Zxing = (grey: Grey, options?: Partial<ZxingOptions>) => ZxingFind[];

const EVERYTHING: ZxingOptions = {
  tryHarder: true,
  tryInvert: true,
  tryDownscale: true,
  tryDenoise: false,
  tryRotate: true,
  binarizer: 'LocalAverage',
  isPure: false,
  maxNumberOfSymbols: 0,
};

/**
 * Starts zxing-wasm from the bytes of its `zxing_reader.wasm`, which it would fetch from a CDN by default.
 * @throws if the bytes are not that module.
 */
export async function loadZxing(wasm: Uint8Array): Promise<Zxing> {
  const module = await prepareZXingModule({
    overrides: { wasmBinary: new Uint8Array(wasm).buffer },
    fireImmediately: true,
  });
  return (grey, options) => readGrey(module, grey, { ...EVERYTHING, ...options });
}

function readGrey(module: ZXingReaderModule, grey: Grey, options: ZxingOptions): ZxingFind[] {
  const { binarizer, ...switches } = options;
  const pointer = module._malloc(grey.data.length);
  if (pointer === 0) throw new Error(`zxing-wasm has no memory for ${grey.data.length} bytes`);
  try {
    module.HEAPU8.set(grey.data, pointer);
    const results = module.readBarcodesFromPixmap(pointer, grey.width, grey.height, {
      ...switches,
      formats: encodeFormats(['QRCode']),
      binarizer: binarizers.indexOf(binarizer),
      downscaleFactor: 3,
      downscaleThreshold: 500,
      minLineCount: 2,
      validateOptionalChecksum: false,
      returnErrors: false,
      eanAddOnSymbol: 0,
      textMode: 0,
      characterSet: 0,
      tryCode39ExtendedMode: false,
    });
    const finds: ZxingFind[] = [];
    for (let i = 0; i < results.size(); i += 1) {
      const result = results.get(i);
      if (result?.isValid === true) finds.push(toFind(result));
    }
    return finds;
  } finally {
    module._free(pointer);
  }
}

function toFind(result: ZXingReadResult): ZxingFind {
  const { topLeft, topRight, bottomRight, bottomLeft } = result.position;
  return {
    text: codeText(result.bytes, result.hasECI ? result.text : null, result.text),
    corners: [topLeft, topRight, bottomRight, bottomLeft],
    unusedCorrection: unusedCorrection(result.extra),
    ...partOf(result),
  };
}

/** zxing reports -1 for a single symbol; a sequence of one is whole too. */
function partOf({ sequenceSize, sequenceIndex, sequenceId, bytes }: ZXingReadResult): { part?: Part } {
  if (sequenceSize < 2) return {};
  // The bytes are a view of zxing's memory.
  const own = new Uint8Array(bytes);
  return { part: { index: sequenceIndex, count: sequenceSize, parity: Number(sequenceId), bytes: own } };
}

/** `extra` is JSON with a key UEC if zxing counted its corrections; without it, assume that none is left. */
function unusedCorrection(extra: string): number {
  const match = /"UEC"\s*:\s*"?([0-9.]+)/.exec(extra);
  return match?.[1] === undefined ? 0 : Number(match[1]);
}
