/** A size in pixels. */
export interface Size {
  width: number;
  height: number;
}

/** The distinct sizes of displays, the largest first: each takes a picture of its own. */
export function distinctSizes(displays: Size[]): Size[] {
  const sizes: Size[] = [];
  for (const { width, height } of displays) {
    if (!sizes.some((size) => isSameSize(size, { width, height }))) sizes.push({ width, height });
  }
  return sizes.toSorted((a, b) => b.width * b.height - a.width * a.height);
}

/** Whether two sizes are the same. */
export function isSameSize(a: Size, b: Size): boolean {
  return a.width === b.width && a.height === b.height;
}
