import { randomUUID } from 'node:crypto';
import { importLimits } from '../../contract/limits.ts';
import type { ImportView, SourceView } from '../../contract/imports.ts';
import type { SourceTrouble } from '../../contract/transfer-troubles.ts';
import type { FoundCode } from '../../core/qr/found.ts';
import { Failure } from '../failure.ts';
import type { Clock } from '../ports.ts';
import { unansweredMs } from '../unanswered.ts';
import { zeroRows, type Row } from './rows.ts';

/** A source of an import. */
export interface Source {
  readonly name: string | null;
  readonly from: SourceView['from'];
  readonly format: string | null;
  readonly formatName: string | null;
  readonly trouble: SourceTrouble | null;
  readonly notes: SourceView['notes'];
  /** What waits for a passphrase; else null. */
  readonly bytes: Uint8Array | null;
  /** The QR codes of each picture, which are read again once there are more. */
  readonly pictures: readonly (readonly FoundCode[])[];
}

/** A source and what came of it. */
export interface Read {
  readonly source: Source;
  readonly rows: readonly Row[];
}

/** An import in memory, from its first source until it is kept or forgotten. */
export interface Held {
  readonly importId: string;
  readonly sources: Source[];
  /** By their numbers, which stay and are never used again. */
  readonly rows: Map<number, Row & { source: number }>;
  nextRow: number;
}

export interface HeldImports {
  /** A new import, which `keep` puts among the others. */
  make(): Held;
  /** Holds it, for 15 minutes from now. */
  keep(held: Held): void;
  /** Finds it, and holds it for 15 minutes from now. @throws Failure IMPORT_GONE */
  find(importId: string): Held;
  /** Takes it out of here, so that nothing zeroes its secrets meanwhile. @throws Failure IMPORT_GONE */
  take(importId: string): Held;
  forget(importId: string): void;
  /** For when the vault closes. */
  forgetAll(): void;
  /** Aborts at the next `forgetAll`. */
  closing(): AbortSignal;
}

/** Holds imports, with their secrets and encrypted files, in memory only. What it forgets, it zeroes. */
export function createHeldImports(clock: Clock): HeldImports {
  const all = new Map<string, { held: Held; stopClock: () => void }>();
  let closing = new AbortController();

  function take(importId: string): Held {
    const found = all.get(importId);
    if (found === undefined) throw new Failure('IMPORT_GONE');
    found.stopClock();
    all.delete(importId);
    return found.held;
  }

  function keep(held: Held): void {
    const { importId } = held;
    all.get(importId)?.stopClock();
    all.set(importId, { held, stopClock: clock.after(unansweredMs, () => forget(importId)) });
  }

  function forget(importId: string): void {
    if (all.has(importId)) zeroHeld(take(importId));
  }

  return {
    make: () => ({ importId: randomUUID(), sources: [], rows: new Map(), nextRow: 0 }),
    keep,
    find(importId) {
      const held = take(importId);
      keep(held);
      return held;
    },
    take,
    forget,
    forgetAll() {
      closing.abort();
      closing = new AbortController();
      [...all.keys()].forEach(forget);
    },
    closing: () => closing.signal,
  };
}

/**
 * Adds sources to an import, or puts them in the place of their former state. `at` is that place; null for a
 * source that is new.
 * @throws Failure IMPORT_FULL; then nothing changed
 */
export function putSources(held: Held, reads: readonly (Read & { at: number | null })[]): void {
  let next = held.sources.length;
  const placed = reads.map((read) => ({ ...read, at: read.at ?? next++ }));
  const places = new Set(placed.map(({ at }) => at));
  const former = [...held.rows].filter(([, row]) => places.has(row.source));
  const count = placed.reduce((sum, { rows }) => sum + rows.length, held.rows.size - former.length);
  if (next > importLimits.sources) throw tooManySources();
  if (count > importLimits.rows) throw new Failure('IMPORT_FULL', { of: 'rows', limit: importLimits.rows });
  for (const [number] of former) held.rows.delete(number);
  zeroRows(former.map(([, row]) => row));
  for (const { at, source, rows } of placed) {
    held.sources[at]?.bytes?.fill(0);
    held.sources[at] = source;
    for (const row of rows) held.rows.set(held.nextRow++, { ...row, source: at });
  }
}

export function tooManySources(): Failure {
  return new Failure('IMPORT_FULL', { of: 'sources', limit: importLimits.sources });
}

/** Zeroes the secrets and the files of what is not needed any more. */
export function zeroReads(reads: Iterable<Read>): void {
  for (const { rows, source } of reads) {
    zeroRows(rows);
    source.bytes?.fill(0);
  }
}

/** Empties an import, and zeroes what it held. */
export function zeroHeld({ rows, sources }: Held): void {
  for (const { bytes } of sources) bytes?.fill(0);
  zeroRows(rows.values());
  rows.clear();
  sources.length = 0;
}

/** An import as the window sees it. */
export function viewOfHeld({ importId, sources, rows }: Held): ImportView {
  const counts = new Map<number, number>();
  for (const { source } of rows.values()) counts.set(source, (counts.get(source) ?? 0) + 1);
  return {
    importId,
    rows: rows.size,
    sources: sources.map(({ name, from, format, formatName, trouble, notes }, source) => ({
      source,
      name,
      from,
      format,
      formatName,
      trouble,
      rows: counts.get(source) ?? 0,
      notes: [...notes],
    })),
  };
}
