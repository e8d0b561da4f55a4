import { z } from 'zod';
import { textLength } from '../core/text-length.ts';

/** A text of at most `max` code points (see `textLength`). The document of the API says the limit as `maxLength`. */
export function text(max: number) {
  return z
    .string()
    .refine((given) => given.length <= max || textLength(given) <= max, {
      error: `at most ${max} characters`,
    })
    .meta({ maxLength: max });
}
