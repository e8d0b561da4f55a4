import { textLength } from '../core/text-length.ts';

const graphemes = new Intl.Segmenter();

/**
 * A text that has to fit and may be cut: between what people see as characters, with an ellipsis for what is missing.
 *
 * @param max most code points, the ellipsis among them; at least 1
 */
export function cutText(text: string, max: number): string {
  if (textLength(text) <= max) return text;
  let kept = '';
  let left = max - 1;
  for (const { segment } of graphemes.segment(text)) {
    left -= textLength(segment);
    if (left < 0) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
