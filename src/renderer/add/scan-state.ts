import type { Preview } from '../../contract/previews.ts';
import type { Refusal, ScanEvent } from '../../contract/scan.ts';

/** Where a set-up code comes from: decides the advice when nothing is found. */
export type Way = 'screen' | 'camera' | 'image' | 'text' | 'typed';

export interface Scan {
  readonly step: 'scan';
  readonly way: Way;
  readonly previews: readonly Preview[];
  readonly refusals: readonly Refusal[];
  /** Set-up codes split over several QR codes, some of which have not been seen yet. */
  readonly parts: readonly Extract<ScanEvent, { type: 'part' }>[];
  /** Null when the scan is over. `done` runs from 0 to 1; null before the first report, and for a camera. */
  readonly progress: { readonly done: number | null; readonly remainingMs: number | null } | null;
  /** The number of QR codes that are not for one-time codes. */
  readonly others: number;
  /** The person ended it: there may be more. */
  readonly isStopped: boolean;
}

/** A scan that begins. */
export function scanOf(way: Way): Scan {
  return {
    step: 'scan',
    way,
    previews: [],
    refusals: [],
    parts: [],
    progress: { done: null, remainingMs: null },
    others: 0,
    isStopped: false,
  };
}

/** A scan with what it reports. */
export function hear(scan: Scan, event: ScanEvent): Scan {
  switch (event.type) {
    case 'progress':
      return { ...scan, progress: { done: event.done, remainingMs: event.remainingMs } };
    case 'found':
      return { ...scan, previews: [...scan.previews, ...event.previews] };
    case 'part':
      return { ...scan, parts: [...scan.parts, event] };
    case 'refused':
      return { ...scan, refusals: [...scan.refusals, event.refusal] };
    case 'done':
      return { ...scan, progress: null, others: event.others };
  }
}

/** A camera's scan with what one of its frames shows, which is mostly what the last one showed. */
export function hearFrame(scan: Scan, event: ScanEvent): Scan {
  switch (event.type) {
    case 'progress':
      return scan;
    case 'found':
      return hear(scan, event);
    case 'part':
      return hear({ ...scan, parts: scan.parts.filter(({ count }) => count !== event.count) }, event);
    case 'refused':
      return scan.refusals.some(({ code }) => code === event.refusal.code) ? scan : hear(scan, event);
    case 'done':
      return { ...scan, others: Math.max(scan.others, event.others) };
  }
}
