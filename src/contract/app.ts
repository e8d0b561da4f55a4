/**
 * The contract between the window and the application: everything the window can see or ask for.
 *
 * Rules that apply throughout:
 * - the window gets ids, labels, codes and times. A secret travels to it only where the person asks to see it or to
 *   take it along: an export, an entry's key, the recovery kit;
 * - errors that a caller is expected to handle are declared, with a code and typed data that the window turns
 *   into words;
 * - anything that changes by itself is an event iterator (`*.watch`), whose first event is the present state.
 */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { backupContract } from './backup.ts';
import { codeSchema, entriesContract, entryErrors, hotpErrors, trashContract } from './entry.ts';
import { historyContract } from './history.ts';
import { accountContract } from './account.ts';
import { exportsContract } from './exports.ts';
import { importsContract } from './imports.ts';
import { textLimits } from './limits.ts';
import { movingContract } from './moving.ts';
import { quarantineContract } from './quarantine.ts';
import { recoveryContract } from './recovery.ts';
import { previewsContract } from './previews.ts';
import { scanContract } from './scan.ts';
import { restoreContract } from './restore.ts';
import { text } from './text.ts';
import { preferencesErrors, preferencesSchema } from './preferences.ts';
import { undoContract } from './undo.ts';
import { vaultContract } from './vault.ts';
import { vaultErrors } from './vault-errors.ts';
import { lockTriggers, platforms } from './vocabulary.ts';

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

export const appContract = {
  host: {
    /** What this host can do, so that the window offers only what works. Asked once at start. */
    info: oc.output(
      z.object({
        host: z.enum(['electron', 'browser', 'terminal']),
        version: z.string(),
        /** Who takes the picture of the screen: the application (Electron) or the window (getDisplayMedia). */
        screenCapture: z.enum(['application', 'window']),
        platform: z.enum(platforms),
        vaultPath: z.string(),
        /**
         * What can lock the vault automatically here. `idle`: who notices that the person is away. If that is
         * the window, it calls `active`. `triggers`: what the host detects.
         */
        locks: z.object({
          idle: z.enum(['system', 'window']),
          triggers: z.array(z.enum(lockTriggers)),
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
      .errors({ ...entryErrors, ...hotpErrors }),
    /** Copies a code and counts the use. */
    copy: oc
      .input(z.object({ id: entryId, which: z.enum(['current', 'next']) }))
      .output(copiedSchema)
      .errors(entryErrors),
    /** Copies a key that the window shows (`exports.reveal`), as a code is copied. */
    copyKey: oc
      .input(z.object({ key: text(textLimits.secret) }))
      .output(copiedSchema)
      .errors({ VAULT_NOT_OPEN: vaultErrors.VAULT_NOT_OPEN }),
  },

  scan: scanContract,
  previews: previewsContract,
  imports: importsContract,
  exports: exportsContract,
  moving: movingContract,
  recovery: recoveryContract,
  backup: backupContract,
  history: historyContract,
  restore: restoreContract,
  undo: undoContract,
  trash: trashContract,
  quarantine: quarantineContract,

  preferences: {
    watch: oc.output(eventIterator(preferencesSchema)),
    set: oc.input(preferencesSchema.omit({ server: true }).partial()).errors(preferencesErrors),
  },

  /** From sign-up to trusted devices (`account.ts`). */
  account: accountContract,
};

export type AppContract = typeof appContract;
