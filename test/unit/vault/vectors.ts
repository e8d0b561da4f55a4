import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A vault as the Latchkey that first wrote this version of the format sealed it, with the bytes 00, 01, … 1f as key.
 * Files of `vectors/` are never made anew.
 */
export function vectorOf(version: string): Buffer {
  const path = join(import.meta.dirname, 'vectors', `${version}.base64`);
  return Buffer.from(readFileSync(path, 'utf8'), 'base64');
}
