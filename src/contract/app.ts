/**
 * The contract between the window and the application: everything the window can see or ask for.
 *
 * Rules that apply throughout:
 * - no secret travels to the window, which gets ids, labels, codes and times (a secret travels the other way
 *   when the person types, pastes or drops one);
 * - errors that a caller is expected to handle are declared, with a code and typed data that the window turns
 *   into words;
 * - anything that changes by itself is an event iterator (`*.watch`), whose first event is the present state.
 */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { otpauthRefusalSchema } from '../core/otpauth/parsed.ts';
import { backupContract } from './backup.ts';
import { duplicateAnswers, duplicateErrors } from './duplicate.ts';
import { codeSchema, entriesContract, entryErrors, trashContract } from './entry.ts';
import { historyContract } from './history.ts';
import { accountContract } from './account.ts';
import { previewLimit, textLimits } from './limits.ts';
import { quarantineContract } from './quarantine.ts';
import { recoveryContract } from './recovery.ts';
import {
  acceptedManySchema,
  acceptedSchema,
  pictureErrors,
  pixelsSchema,
  previewSchema,
  scanEventSchema,
  screenErrors,
} from './scan.ts';
import { restoreContract } from './restore.ts';
import { preferencesSchema } from './preferences.ts';
import { undoContract } from './undo.ts';
import { vaultContract } from './vault.ts';
import { vaultErrors } from './vault-errors.ts';
import { text } from './text.ts';
import { otpAlgorithmSchema, otpKindSchema } from '../core/otp/parameters.ts';
import { platforms } from './vocabulary.ts';

export { textLimits };

const label = z.string().trim().pipe(text(textLimits.label));
const entryId = z.uuid();
const previewId = z.uuid();

const acceptance = z.object({
  previewId,
  issuer: label,
  account: label,
  /** The answer if a preview asked whether it is a Steam Guard code. */
  steam: z.boolean().optional(),
  ...duplicateAnswers,
});

export const appContract = {
  host: {
    /** What this host can do, so that the window offers only what works. Asked once at start. */
    info: oc.output(
      z.object({
        host: z.enum(['electron', 'browser']),
        version: z.string(),
        /** Who takes the picture of the screen: the application (Electron) or the window (getDisplayMedia). */
        screenCapture: z.enum(['application', 'window']),
        platform: z.enum(platforms),
        vaultPath: z.string(),
        /**
         * What can lock the vault automatically here. `idle`: who notices that the person is away. If that is
         * the window, it calls `active`.
         */
        locks: z.object({
          idle: z.enum(['system', 'window']),
          suspend: z.boolean(),
          screenLock: z.boolean(),
        }),
      }),
    ),
    /**
     * The person did something in the window. Called at most every ten seconds if `info.locks.idle` is
     * `window`; without such calls the vault locks after the minutes set in the preferences.
     */
    active: oc,
  },

  vault: vaultContract,
  entries: entriesContract,

  codes: {
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
      .errors({ ...entryErrors, ENTRY_NOT_HOTP: { message: 'This entry has no counter' } }),
    /**
     * Copies a code and counts the use. If only the window can reach the clipboard, `by` is `window`; the
     * window then copies the text and clears it after `clearAfterMs` if it is still there.
     */
    copy: oc
      .input(z.object({ id: entryId, which: z.enum(['current', 'next']) }))
      .output(
        z.discriminatedUnion('by', [
          z.object({ by: z.literal('application'), clearAfterMs: z.number() }),
          z.object({ by: z.literal('window'), text: z.string(), clearAfterMs: z.number() }),
        ]),
      )
      .errors(entryErrors),
  },

  scan: {
    /** Scans every display, if the application takes the picture itself (`host.info.screenCapture`). */
    screen: oc.output(eventIterator(scanEventSchema)).errors({
      VAULT_NOT_OPEN: vaultErrors.VAULT_NOT_OPEN,
      ...screenErrors,
    }),
    /** Scans pixels that the window has: a shared screen, or a chosen, pasted or dropped image. */
    picture: oc
      .input(pixelsSchema)
      .output(eventIterator(scanEventSchema))
      .errors({ VAULT_NOT_OPEN: vaultErrors.VAULT_NOT_OPEN, ...pictureErrors }),
    /** Reads every `otpauth:` address in pasted or dropped text, even if wrapped, quoted or encoded. */
    text: oc
      .input(z.object({ text: text(textLimits.pasted) }))
      .output(z.object({ previews: z.array(previewSchema), refused: z.array(otpauthRefusalSchema) }))
      .errors({
        VAULT_NOT_OPEN: vaultErrors.VAULT_NOT_OPEN,
        TEXT_HAS_NO_CODE: { message: 'This text holds no set-up address' },
      }),
    /** An entry typed in by hand. */
    typed: oc
      .input(
        z.object({
          secret: text(textLimits.secret),
          issuer: label,
          account: label,
          kind: otpKindSchema,
          algorithm: otpAlgorithmSchema,
          digits: z.int(),
          period: z.int(),
          counter: z.int(),
        }),
      )
      .output(z.object({ preview: previewSchema }))
      .errors({
        VAULT_NOT_OPEN: vaultErrors.VAULT_NOT_OPEN,
        TYPED_INVALID: {
          message: 'The entry cannot be made of this',
          data: z.object({ refusal: otpauthRefusalSchema }),
        },
        LABEL_EMPTY: { message: 'An entry needs an issuer or an account' },
      }),
    /** Keeps what a preview showed; its names can be corrected. */
    accept: oc
      .input(acceptance)
      .output(acceptedSchema)
      .errors({
        ...vaultErrors,
        PREVIEW_GONE: { message: 'This preview is no longer there' },
        ...duplicateErrors,
        LABEL_EMPTY: { message: 'An entry needs an issuer or an account' },
      }),
    /** Keeps several previews in one write of the vault; each has its own result, in the same order. */
    acceptMany: oc
      .input(z.object({ acceptances: z.array(acceptance).min(1).max(previewLimit) }))
      .output(acceptedManySchema)
      .errors(vaultErrors),
    /** Forgets previews and their secrets. */
    discard: oc.input(z.object({ previewIds: z.array(previewId).max(previewLimit) })),
  },

  recovery: recoveryContract,
  backup: backupContract,
  history: historyContract,
  restore: restoreContract,
  undo: undoContract,
  trash: trashContract,
  quarantine: quarantineContract,

  preferences: {
    watch: oc.output(eventIterator(preferencesSchema)),
    set: oc
      .input(preferencesSchema.omit({ server: true }).partial())
      .errors({ PREFERENCES_WRITE_FAILED: { message: 'The settings could not be kept' } }),
  },

  /** From sign-up to trusted devices (`account.ts`). */
  account: accountContract,
};

export type AppContract = typeof appContract;
