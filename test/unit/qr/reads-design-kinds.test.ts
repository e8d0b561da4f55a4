import { describe, expect, it } from 'vitest';
import { designKinds } from '../../pictures/design-kinds.ts';
import { drawPicture } from '../../pictures/kinds.ts';
import { readTexts, toPicture } from './reading.ts';

describe('a code on a screen is read', () => {
  it.each(Object.keys(designKinds))('when it is of the kind: %s', async (kind) => {
    const { canvas, texts } = await drawPicture(kind, 1);
    expect((await readTexts(toPicture(canvas), texts.length)).toSorted()).toEqual(texts.toSorted());
  });
});
