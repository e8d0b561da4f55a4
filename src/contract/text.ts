import { z } from 'zod';
import { textLength } from '../core/text-length.ts';
import { plainLine } from './plain-line.ts';

/**
 * A text of at most `max` code points (see `textLength`). The document of the API says the limit as `maxLength`.
 *
 * @param typed what brings it to its one form first, where it has several
 */
export function text(max: number, typed = z.string()) {
  return typed
    .refine((given) => given.length <= max || textLength(given) <= max, {
      error: `at most ${max} characters`,
    })
    .meta({ maxLength: max });
}

/** What a stranger may have written, on its way to where it is shown: one line, each control character visible. */
export const shownLine = z.string().overwrite(plainLine);
