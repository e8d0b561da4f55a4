import type { Ranges } from '../../contract/search/marks.ts';

/** A text in which what a search found is marked: by a line below, too, not by colour alone. */
export function Marked({ text, ranges }: { text: string; ranges: Ranges | undefined }) {
  if (ranges === undefined || ranges.length === 0) return text;
  const parts = [];
  let at = 0;
  for (const [start, end] of ranges) {
    if (start > at) parts.push(text.slice(at, start));
    parts.push(
      <mark
        key={start}
        className="rounded-[0.2em] bg-accent/15 text-inherit underline decoration-accent decoration-2 underline-offset-2 forced-colors:bg-[Mark] forced-colors:text-[MarkText]"
      >
        {text.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  return [...parts, text.slice(at)];
}
