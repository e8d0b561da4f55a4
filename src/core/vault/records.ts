import { VaultFileError } from './error.ts';

/** A piece of the content: some JSON, and the secret bytes that the JSON points into. */
export interface RawRecord {
  /** 1 document, 2 entry, 3 trashed entry, 4 safekeeping, 5 tombstone, 6 site; others are kept unchanged. 0 to 255. */
  readonly kind: number;
  readonly json: Uint8Array;
  readonly secrets: Uint8Array;
}

export const RECORD_KIND = {
  document: 1,
  entry: 2,
  trashed: 3,
  safekeeping: 4,
  tombstone: 5,
  site: 6,
} as const;

const HEAD_BYTES = 9;

/** A record to write; its secrets are consecutive pieces. */
export interface RecordParts {
  readonly kind: number;
  readonly json: Uint8Array;
  readonly secrets: readonly Uint8Array[];
}

/** Joins records into a vault's content, each as `kind, JSON length, secrets length, JSON, secrets`. */
export function joinRecords(records: readonly RecordParts[]): Buffer {
  let size = 0;
  for (const { json, secrets } of records) size += HEAD_BYTES + json.length + totalLength(secrets);
  // Not pooled: the caller zeroes it, so nothing else may share its memory.
  const content = Buffer.allocUnsafeSlow(size);
  let at = 0;
  for (const { kind, json, secrets } of records) {
    content.writeUInt8(kind, at);
    content.writeUInt32BE(json.length, at + 1);
    content.writeUInt32BE(totalLength(secrets), at + 5);
    at += HEAD_BYTES;
    for (const part of [json, ...secrets]) {
      content.set(part, at);
      at += part.length;
    }
  }
  return content;
}

/** Splits content into records, as views. @throws VaultFileError TAMPERED if they do not fill it exactly */
export function splitRecords(content: Buffer): RawRecord[] {
  const records: RawRecord[] = [];
  let at = 0;
  while (at < content.length) {
    if (content.length - at < HEAD_BYTES) throw new VaultFileError('TAMPERED', 'a record has no head');
    const jsonStart = at + HEAD_BYTES;
    const jsonEnd = jsonStart + content.readUInt32BE(at + 1);
    const end = jsonEnd + content.readUInt32BE(at + 5);
    if (end > content.length) throw new VaultFileError('TAMPERED', 'a record goes beyond the content');
    records.push({
      kind: content.readUInt8(at),
      json: content.subarray(jsonStart, jsonEnd),
      secrets: content.subarray(jsonEnd, end),
    });
    at = end;
  }
  return records;
}

function totalLength(parts: readonly Uint8Array[]): number {
  let total = 0;
  for (const { length } of parts) total += length;
  return total;
}
