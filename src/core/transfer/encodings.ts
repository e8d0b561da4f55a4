import { Buffer } from 'node:buffer';

/** Bytes of base64 (either alphabet, with or without padding, spaces between); null if the text is none. */
export function readBase64(text: string): Uint8Array | null {
  const packed = text.replaceAll(/\s/g, '');
  const isBase64 = /^[a-z\d+/_-]*={0,2}$/i.test(packed) && packed.replace(/=+$/, '').length % 4 !== 1;
  return isBase64 ? Buffer.from(packed, 'base64') : null;
}

/** Bytes of hexadecimal digits; null if the text is none. */
export function readHex(text: string): Uint8Array | null {
  const isHex = text.length % 2 === 0 && /^[\da-f]*$/i.test(text);
  return isHex ? Buffer.from(text, 'hex') : null;
}
