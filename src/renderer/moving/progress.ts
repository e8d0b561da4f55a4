import type { MovingSite } from '../../contract/moving.ts';

/** How many sites of the moving list are moved, and how many it has. */
export function progressOf(sites: readonly MovingSite[]): { moved: number; count: number } {
  return { moved: sites.filter(({ isMoved }) => isMoved).length, count: sites.length };
}
