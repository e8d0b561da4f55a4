/** What people put before the lines of a list: a bullet, a number, a box to tick. */
const marker = /^(?:[-*•·–]\s+|\d{1,3}[.)]\s+)?(?:\[[ xX]?\]\s*|[☐☑✓✔]\s*)?/u;

/** The names in a typed or pasted list, one a line, without what marks the lines. */
export function namesIn(text: string): string[] {
  return text
    .split(/[\n\r\u2028\u2029]+/u)
    .map((line) => line.trim().replace(marker, '').trim())
    .filter((name) => name !== '');
}
