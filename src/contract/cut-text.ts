import { textLength } from '../core/text-length.ts';

/** Made with the first text that is too long: making it loads ICU's rules, which most starts don't need. */
let graphemes: Intl.Segmenter | undefined;

/**
 * Cuts a text to fit, between user-perceived characters, and marks the cut with an ellipsis.
 *
 * @param max maximum number of code points, including the ellipsis; at least 1
 */
export function cutText(text: string, max: number): string {
  if (textLength(text) <= max) return text;
  let kept = '';
  let left = max - 1;
  graphemes ??= new Intl.Segmenter();
  for (const { segment } of graphemes.segment(text)) {
    left -= textLength(segment);
    if (left < 0) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
