import { Buffer } from 'node:buffer';
import { readOtpauthCode } from '../otpauth/read-text.ts';
import { inReadingOrder, type FoundCode } from '../qr/found.ts';
import { joinParts, type Part } from '../qr/sequence.ts';
import { codeText } from '../qr/text.ts';
import type { NamedReading } from './format.ts';
import { google } from './google.ts';
import { createMigrationSet, type MigrationSet } from './migration-set.ts';
import { otpauth } from './otpauth.ts';
import { createReading, type ReadingBuilder } from './reading.ts';

/**
 * Reads the QR codes of pictures: set-up addresses, parts of Google migrations, and texts spread over several codes,
 * in one picture or in many. A text that was found twice counts once.
 * @throws TransferError NOTHING_FOUND if there is no code
 */
export function readPictureCodes(pictures: readonly (readonly FoundCode[])[]): NamedReading {
  const codes = pictures.flatMap((found) => found.toSorted(inReadingOrder));
  const { whole, incomplete } = joined(codes);
  const texts = new Map([
    ...codes.filter(({ part }) => part === undefined).map(({ text }) => [text, true] as const),
    ...whole.map(({ text, isProven }) => [text, isProven] as const),
  ]);
  const isMigration = [...texts.keys()].some(holdsMigration);
  const isOther = [...texts.keys()].some((text) => /otpauth:/i.test(text));
  const { id, name } = isMigration && !isOther ? google : otpauth;
  const reading = createReading(id);
  const migration = createMigrationSet(reading);
  for (const [text, isProven] of texts) readCode(text, isProven, { reading, migration });
  migration.finish();
  for (const subject of incomplete) reading.note('BATCH_INCOMPLETE', subject);
  return { ...reading.finish(), formatName: name };
}

function readCode(
  text: string,
  isProven: boolean,
  { reading, migration }: { reading: ReadingBuilder; migration: MigrationSet },
): void {
  if (holdsMigration(text)) return migration.add(text.trim());
  const results = readOtpauthCode(text, { isProven });
  if (results.length === 0) reading.note('CODE_SKIPPED');
  for (const result of results) {
    if (result.ok) reading.addOtpauth(result);
    else reading.addUri(text);
  }
}

function holdsMigration(text: string): boolean {
  return /^\s*otpauth-migration:/i.test(text);
}

/** Joins codes that are parts of one text. What lacks parts is said as `2/3`. */
function joined(codes: readonly FoundCode[]) {
  const sequences = new Map<string, Part[]>();
  for (const { part } of codes) {
    if (part === undefined) continue;
    const key = `${part.parity} of ${part.count}`;
    sequences.set(key, [...(sequences.get(key) ?? []), part]);
  }
  const whole: { text: string; isProven: boolean }[] = [];
  const incomplete: string[] = [];
  for (const parts of sequences.values()) {
    const message = joinParts(parts);
    if (message === null) {
      incomplete.push(`${new Set(parts.map(({ index }) => index)).size}/${parts[0]?.count ?? 0}`);
      continue;
    }
    const { bytes, isProven } = message;
    whole.push({ text: codeText(bytes, null, Buffer.from(bytes).toString('latin1')), isProven });
  }
  return { whole, incomplete };
}
