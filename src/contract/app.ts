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
import { listContract } from './list.ts';
import { historyContract } from './history.ts';
import { accountContract } from './account.ts';
import { clockContract } from './clock.ts';
import { isGoing, type GoingId } from './commands.ts';
import { doctorContract } from './doctor.ts';
import { exportsContract } from './exports.ts';
import { formerContract } from './former.ts';
import { importsContract } from './imports.ts';
import { textLimits } from './limits.ts';
import { movingContract } from './moving.ts';
import { quarantineContract } from './quarantine.ts';
import { quickFindContract } from './quick-find.ts';
import { recoveryContract } from './recovery.ts';
import { previewsContract } from './previews.ts';
import { scanContract } from './scan.ts';
import { restoreContract } from './restore.ts';
import { siteCodesContract } from './site-codes.ts';
import { syncContract } from './sync.ts';
import { text } from './text.ts';
import { preferencesErrors, preferencesSchema } from './preferences.ts';
import { undoContract } from './undo.ts';
import { updateContract } from './update.ts';
import { vaultContract } from './vault.ts';
import { vaultErrors } from './vault-errors.ts';
import { desktopChoices, lockTriggers, platforms } from './vocabulary.ts';

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

export const appContract = {
  host: {
    /** What this host can do, so that the window offers only what works. Asked once at start. */
    info: oc.output(
      z.object({
        host: z.enum(['electron', 'browser', 'terminal']),
        version: z.string(),
        /** Who takes the picture of the screen: the application, or else the window (getDisplayMedia). */
        screenCapture: z.enum(['application', 'window']),
        /** Who copies, and clears what was copied. The window can clear only while it has the focus. */
        clipboard: z.enum(['application', 'window']),
        /** Whether this desktop has a search of its own that can ask Latchkey (`inDesktopSearch`). */
        desktopSearch: z.boolean(),
        platform: z.enum(platforms),
        /** Whether the system can open set-up links with Latchkey; a setting says whether it does. */
        setUpLinks: z.boolean(),
        vaultPath: z.string(),
        /**
         * What can lock the vault automatically here. `idle`: who notices that the person is away. If that is
         * the window, it calls `active`. `triggers`: what the host detects.
         */
        locks: z.object({
          idle: z.enum(['system', 'window']),
          triggers: z.array(z.enum(lockTriggers)),
        }),
        /** What Latchkey can be beyond its window here; each is a setting of the same name. */
        desktop: z.array(z.enum(desktopChoices)),
      }),
    ),
    /** Whether the desktop shows tray icons now; GNOME does so only with an extension. */
    tray: oc.output(eventIterator(z.object({ isThere: z.boolean() }))),
    /**
     * The person did something in the window. Called at most every ten seconds if `info.locks.idle` is
     * `window`; without such calls the vault locks after the minutes set in the preferences.
     */
    active: oc,
    /** Hides the main window, if it is there, where `info.desktop` has `hideAfterCopy`. */
    hide: oc,
  },

  vault: vaultContract,
  entries: entriesContract,
  list: listContract,
  former: formerContract,
  siteCodes: siteCodesContract,

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
      .errors({ ...entryErrors, ...clipboardErrors }),
    /** Copies a secret that the window shows (`exports.reveal`, `siteCodes.reveal`), as a code is copied. */
    copyKey: oc
      .input(z.object({ key: text(textLimits.secret) }))
      .output(copiedSchema)
      .errors({ VAULT_NOT_OPEN: vaultErrors.VAULT_NOT_OPEN, ...clipboardErrors }),
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

  clock: clockContract,

  commands: {
    /**
     * What the tray or the application's menu asks of the window. Each is given to one window, once; one that came while
     * no window was there is the first event.
     */
    asked: oc.output(eventIterator(z.object({ command: z.custom<GoingId>(isGoing) }))),
  },

  quickFind: quickFindContract,
  doctor: doctorContract,
  update: updateContract,

  /** From sign-up to trusted devices (`account.ts`). */
  account: accountContract,
  sync: syncContract,
};

export type AppContract = typeof appContract;
