import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { isLabelTooLong } from '../entry/label.ts';
import { NO_REVISION } from '../entry/revision.ts';
import { movingApps, type MovingApp } from './apps.ts';

/** A site on the moving list: its code is brought over by hand. Immutable: a change makes a new object. */
export interface MovingSite {
  /** UUID. */
  readonly id: string;
  /** Counts this site's changes, from 1. Only the vault's write raises it (`withRevisions`). */
  readonly revision: number;
  readonly changedAt: number;
  /** As the person typed it; not empty, no longer than a label. */
  readonly name: string;
  /** The app that has its code so far. */
  readonly app: MovingApp;
  /**
   * Null: to move. `entry`: the id of the entry that was added for it, or null if the person said so. See `isMoved`.
   */
  readonly moved: { readonly entry: string | null } | null;
}

/** Loose: keeps members that another Latchkey added. */
const siteSchema = z.looseObject({
  id: z.uuid(),
  revision: z.int().min(1),
  changedAt: z.int().min(0),
  name: z
    .string()
    .min(1)
    .refine((name) => !isLabelTooLong(name)),
  app: z.enum(movingApps),
  moved: z.looseObject({ entry: z.uuid().nullable() }).nullable(),
});

/** A new site that is to be moved. @param now ms since 1970 */
export function newSite(name: string, app: MovingApp, now: number): MovingSite {
  return { id: randomUUID(), revision: 1, changedAt: now, name, app, moved: null };
}

/**
 * Whether nothing is left to do: the person said so, or the entry that was added for it is still in the list.
 * @param entryIds of the list, without the trash
 */
export function isMoved({ moved }: MovingSite, entryIds: ReadonlySet<string>): boolean {
  return moved !== null && (moved.entry === null || entryIds.has(moved.entry));
}

/** A site's record. The same site always gives the same bytes. */
export function encodeSite(site: MovingSite): Buffer {
  const { id, revision, changedAt, name, app, moved, ...others } = site;
  return Buffer.from(JSON.stringify({ ...others, id, revision, changedAt, name, app, moved }), 'utf8');
}

/** Whether both have the same state, regardless of revision; null: there is no such site. */
export function sameSite(one: MovingSite | null, other: MovingSite | null): boolean {
  if (one === null || other === null || one === other) return one === other;
  const [a, b] = [one, other].map((site) => encodeSite({ ...site, ...NO_REVISION }).toString('utf8'));
  return a === b;
}

/** Reads what encodeSite wrote; null for anything else, which is then kept unchanged. */
export function decodeSite(json: unknown): MovingSite | null {
  const read = siteSchema.safeParse(json);
  return read.success ? read.data : null;
}
