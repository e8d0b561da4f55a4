import { z } from 'zod';
import { textLength } from '../core/text-length.ts';
import { textLimits } from './limits.ts';
import { plainLine, plainLines } from './plain-line.ts';

/**
 * A text of at most `max` code points (see `textLength`). The API document gives the limit as `maxLength`.
 *
 * @param typed normalizes the text first, if it has several forms
 */
export function text(max: number, typed = z.string()) {
  return typed
    .refine((given) => given.length <= max || textLength(given) <= max, {
      error: `at most ${max} characters`,
    })
    .meta({ maxLength: max });
}

/** An entry's issuer or account as a person enters it, without the spaces around it. */
export const label = z.string().trim().pipe(text(textLimits.label));

/** Untrusted text that will be shown: made a single line with every control character visible. */
export const shownLine = z.string().overwrite(plainLine);

/** The same for a text of several lines: a note. */
export const shownLines = z.string().overwrite(plainLines);
