/** The codes of the entries: watched, counted on and copied. */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { codeSchema, entryErrors, hotpErrors } from './entry.ts';
import { textLimits } from './limits.ts';
import { text } from './text.ts';
import { vaultErrors } from './vault-errors.ts';

const entryId = z.uuid();

/**
 * Something was copied. If only the window can reach the clipboard, `by` is `window`; the window then copies the text
 * and clears it after `clearAfterMs` if it is still there.
 */
const copiedSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('application'), clearAfterMs: z.number() }),
  z.object({ by: z.literal('window'), text: z.string(), clearAfterMs: z.number() }),
]);
export type Copied = z.infer<typeof copiedSchema>;

/** The clipboard was written, but does not hold the text. */
const clipboardErrors = { CLIPBOARD_FAILED: { message: 'The clipboard did not take it' } } as const;

export const codesContract = {
  /** All codes but HOTP: at once, when a period ends, when the clock is set. Ends when the vault locks. */
  watch: oc
    .output(eventIterator(z.object({ at: z.number(), codes: z.array(codeSchema) })))
    .errors({ VAULT_NOT_OPEN: vaultErrors.VAULT_NOT_OPEN }),
  /**
   * The next HOTP code and its counter. The counter for the code after it is on disk before this answers (RFC
   * 4226 section 7.2).
   */
  advance: oc
    .input(z.object({ id: entryId }))
    .output(z.object({ code: z.string(), counter: z.number() }))
    .errors({ ...entryErrors, ...hotpErrors }),
  /** Copies a code and counts the use. */
  copy: oc
    .input(z.object({ id: entryId, which: z.enum(['current', 'next']) }))
    .output(copiedSchema)
    .errors({ ...entryErrors, ...clipboardErrors }),
  /** Copies a secret that the window shows (`exports.reveal`, `siteCodes.reveal`), as a code is copied. */
  copyKey: oc
    .input(z.object({ key: text(textLimits.secret) }))
    .output(copiedSchema)
    .errors({ VAULT_NOT_OPEN: vaultErrors.VAULT_NOT_OPEN, ...clipboardErrors }),
};
