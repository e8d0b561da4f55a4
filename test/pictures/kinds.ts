import { desktopKinds } from './desktop-kinds.ts';
import { designKinds } from './design-kinds.ts';
import { cameraKinds } from './camera-kinds.ts';
import { createRandom } from './random.ts';
import type { TestPicture } from './kit.ts';
import type { Random } from './random.ts';

/** How a kind of picture is drawn from a source of chance. */
export type Kind = (random: Random) => TestPicture | Promise<TestPicture>;

/** Every kind of picture that the scan design names, by name. */
export const KINDS: Readonly<Record<string, Kind>> = { ...desktopKinds, ...designKinds, ...cameraKinds };

/**
 * One picture of a kind. Seeds from 2000 on are held out: nothing is tuned on them.
 * @throws where there is no such kind
 */
export async function drawPicture(kind: string, seed: number): Promise<TestPicture> {
  const draw = KINDS[kind];
  if (draw === undefined) throw new Error(`no kind of picture is called ${kind}`);
  return draw(createRandom(`${kind}/${seed}`));
}
