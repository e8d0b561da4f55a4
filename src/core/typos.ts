/**
 * How many typos lie between two words: each extra, missing, wrong or swapped letter counts 1 (optimal string
 * alignment distance).
 */
export function typosBetween(one: string, other: string): number {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      const cheapest = [(next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + (isSame ? 0 : 1)];
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (isSwap) cheapest.push((before[j - 2] ?? 0) + 1);
      next.push(Math.min(...cheapest));
    }
    [before, row] = [row, next];
  }
  return row[other.length] ?? 0;
}
