import type { Display, Rectangle } from 'electron';
import { describe, expect, it } from 'vitest';
import { fit } from '../../../src/adapters/window-place/fit.ts';
import { createWindowKeeper } from '../../../src/adapters/window-place/keeper.ts';
import { partly } from './partly.ts';

const laptop = { x: 0, y: 30, width: 1440, height: 870 };
const right = { x: 1440, y: 0, width: 2560, height: 1440 };
const bounds = { x: 2000, y: 100, width: 440, height: 760 };

describe("a window's place", () => {
  it('stays as it was on a display that is there', () => {
    expect(fit(bounds, [laptop, right])).toEqual(bounds);
  });

  it('is the middle of the primary display if its own is gone', () => {
    expect(fit(bounds, [laptop])).toEqual({ x: 500, y: 85, width: 440, height: 760 });
  });

  it.each([
    ['beyond the left edge', { ...bounds, x: -200, y: 100 }, { x: 0, y: 100 }],
    ['beyond the right edge', { ...bounds, x: 3900, y: 100 }, { x: 3560, y: 100 }],
    ['above the top, under a panel', { ...bounds, x: 100, y: -300 }, { x: 100, y: 30 }],
    ['below the bottom', { ...bounds, x: 100, y: 800 }, { x: 100, y: 140 }],
  ])('%s comes wholly onto its display', (_name, place, expected) => {
    expect(fit(place, [laptop, right])).toMatchObject(expected);
  });

  it('is smaller where the display is', () => {
    expect(fit({ x: 0, y: 0, width: 4000, height: 3000 }, [laptop])).toEqual(laptop);
  });
});

function keeperOn(areas: Rectangle[], kept?: unknown, primaryAt = 0) {
  const store = { value: kept };
  const displays = areas.map((workArea) => partly<Display>({ workArea }));
  const primary = displays[primaryAt] ?? partly<Display>({ workArea: laptop });
  const keeper = createWindowKeeper(
    () => ({ get: () => store.value, set: (_key, value) => void (store.value = value) }),
    { getAllDisplays: () => displays, getPrimaryDisplay: () => primary },
  );
  return { keeper, store };
}

function windowAt(place: Rectangle) {
  const moves: Partial<Rectangle>[] = [];
  return {
    moves,
    window: {
      getNormalBounds: () => place,
      isMaximized: () => true,
      setBounds: (to: Partial<Rectangle>) => void moves.push(to),
    },
  };
}

describe('the main window', () => {
  it('opens as it was, on its display', () => {
    const { keeper, store } = keeperOn([laptop, right]);
    keeper.keep(windowAt(bounds).window);
    expect(store.value).toEqual({ ...bounds, isMaximized: true });
    expect(keeper.restore()).toEqual({ place: bounds, isMaximized: true });
  });

  it.each([
    ['nothing', undefined],
    ['a broken state', { x: 'left', y: 0, width: 1, height: 1, isMaximized: false }],
    ['a state from nowhere', { x: 1e9, y: 0, width: 440, height: 760, isMaximized: false }],
    ['an empty one', { x: 0, y: 0, width: 0, height: 0, isMaximized: false }],
  ])('opens as the first time from %s', (_name, kept) => {
    expect(keeperOn([laptop], kept).keeper.restore()).toEqual({ place: {}, isMaximized: false });
  });

  it('opens as the first time where its state cannot be read', () => {
    const keeper = createWindowKeeper(
      () => {
        throw new Error('EACCES');
      },
      { getAllDisplays: () => [], getPrimaryDisplay: () => partly<Display>({ workArea: laptop }) },
    );
    expect(keeper.restore()).toEqual({ place: {}, isMaximized: false });
  });

  it('opens on the primary display if its own is gone, whichever the system names first', () => {
    const gone = { x: -3000, y: 0, width: 440, height: 760, isMaximized: false };
    const { place } = keeperOn([right, laptop], gone, 1).keeper.restore();
    expect(place).toEqual({ x: 500, y: 85, width: 440, height: 760 });
  });

  it('comes back onto a display when its own is unplugged, and only then', () => {
    const { moves, window } = windowAt(bounds);
    keeperOn([laptop, right]).keeper.bringBack(window);
    expect(moves).toEqual([]);
    keeperOn([laptop]).keeper.bringBack(window);
    expect(moves).toEqual([{ x: 500, y: 85, width: 440, height: 760 }]);
  });
});
