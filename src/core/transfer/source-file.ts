import { transferLimits } from './limits.ts';

/** A file to read: its bytes, and its text and JSON, each read at most once for all formats that look at it. */
export interface SourceFile {
  readonly bytes: Uint8Array;
  /** The content as UTF-8 (or UTF-16 with its mark), without a byte order mark; null if it is not text. */
  readonly text: string | null;
  /** The content as JSON; undefined if it is none, or nests deeper than `transferLimits.nesting`. */
  readonly json: unknown;
}

/** A file to read, from its bytes. */
export function sourceFile(bytes: Uint8Array): SourceFile {
  let text: string | null | undefined;
  let json: { value: unknown } | undefined;
  return {
    bytes,
    get text() {
      text ??= text === null ? null : decodeText(bytes);
      return text;
    },
    get json() {
      json ??= { value: parseJson(this.text) };
      return json.value;
    },
  };
}

/** Bytes as text, strictly; null if they are not. */
export function decodeText(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

/** JSON within the bound on nesting; undefined for anything else. Never throws. */
export function parseJson(text: string | null): unknown {
  if (text === null || !/^\s*[[{]/.test(text) || nestingOf(text) > transferLimits.nesting) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a text begins as JSON and is none: cut off, damaged, or nested too deep. */
export function isBrokenJson({ text, json }: SourceFile): boolean {
  return json === undefined && text !== null && /^\s*(?:\[\s*)*\{\s*["}]/.test(text);
}

/** How deep brackets nest outside strings; counts without recursion. */
function nestingOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let isString = false;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (isString) {
      if (unit === 0x5c) i += 1;
      else if (unit === 0x22) isString = false;
    } else if (unit === 0x22) isString = true;
    else if (unit === 0x5b || unit === 0x7b) deepest = Math.max(deepest, (depth += 1));
    else if (unit === 0x5d || unit === 0x7d) depth -= 1;
  }
  return deepest;
}
