/** The file cut off after each tenth. */
export function truncations(bytes: Uint8Array): Uint8Array[] {
  return [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((tenth) =>
    bytes.subarray(0, Math.floor((bytes.length * tenth) / 10)),
  );
}

/** The file with one bit changed, at `count` places spread over it. */
export function flips(
  bytes: Uint8Array,
  count: number,
): { readonly at: number; readonly bytes: Uint8Array }[] {
  const step = Math.max(1, Math.floor(bytes.length / count));
  return Array.from({ length: Math.floor(bytes.length / step) }, (_, index) => {
    const at = index * step;
    const flipped = Uint8Array.from(bytes);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
    return { at, bytes: flipped };
  });
}
