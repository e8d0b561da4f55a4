/** A rectangle on the desktop, in its pixels. */
export interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Puts a window wholly onto the display that it covers most, or into the middle of the first display if it covers none
 * (its own is gone). Makes it smaller where it would not fit.
 * @param areas what windows may use of each display; the primary one first
 */
export function fit(window: Place, areas: readonly Place[]): Place {
  const [area = window] = areas.toSorted((a, b) => sharedArea(window, b) - sharedArea(window, a));
  const isOn = sharedArea(window, area) > 0;
  const width = Math.min(window.width, area.width);
  const height = Math.min(window.height, area.height);
  const [right, bottom] = [area.x + area.width - width, area.y + area.height - height];
  return {
    x: isOn ? Math.min(Math.max(window.x, area.x), right) : Math.round((area.x + right) / 2),
    y: isOn ? Math.min(Math.max(window.y, area.y), bottom) : Math.round((area.y + bottom) / 2),
    width,
    height,
  };
}

/** The place for a small window in the middle of a display, and above it: where the eye looks first. */
export function inSight({ width, height }: Pick<Place, 'width' | 'height'>, area: Place): Place {
  const x = Math.round(area.x + (area.width - width) / 2);
  return { x, y: Math.round(area.y + (area.height - height) / 4), width, height };
}

/** Whether nothing of the window is on any display. */
export function isOffScreen(window: Place, areas: readonly Place[]): boolean {
  return areas.every((area) => sharedArea(window, area) === 0);
}

/** The area that two rectangles share, in square pixels. */
function sharedArea(a: Place, b: Place): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}
