/** The quick find: a small window from anywhere, with a search, a list and a copied code. */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { accelerator } from './accelerator.ts';
import { textLimits } from './limits.ts';
import { text } from './text.ts';

/** Who registers the shortcut: the host, the desktop's portal, or the person, who binds a command. */
export const shortcutWays = ['system', 'portal', 'none'] as const;
export type ShortcutWay = (typeof shortcutWays)[number];

/**
 * Why a shortcut is not registered: another program has the keys; the person or the desktop refused; this desktop has
 * no such thing; the desktop took it away again and again; anything else.
 */
export const shortcutTroubles = ['taken', 'denied', 'unsupported', 'ended', 'failed'] as const;
export type ShortcutTrouble = (typeof shortcutTroubles)[number];

/** A key combination: `contract/accelerator.ts`. */
export const acceleratorSchema = z.string().regex(accelerator);

export const quickFindStateSchema = z.object({
  way: z.enum(shortcutWays),
  /** The shortcut that this is about, as the settings named it; null: none was chosen. */
  chosen: z.string().nullable(),
  /** The shortcut in force, as the system names it; null: none is. */
  as: z.string().nullable(),
  /** Why the chosen shortcut is not in force; null if it is, not yet, or if the person binds the command. */
  trouble: z.enum(shortcutTroubles).nullable(),
  /** Whether the shortcut in force has ever arrived: some desktops report success and deliver nothing. */
  hasFired: z.boolean(),
  /** Whether the desktop took it away, and it was bound again since. */
  isRenewed: z.boolean(),
  /** The command that shows the quick find, as it is to be bound in the desktop's own settings. */
  command: z.string(),
});
export type QuickFindState = z.infer<typeof quickFindStateSchema>;

export const quickFindContract = {
  /** Where the shortcut stands. */
  watch: oc.output(eventIterator(quickFindStateSchema)),
  /** An event each time the quick find is about to be shown: its page starts afresh. The first is the next time. */
  shows: oc.output(eventIterator(z.literal('show'))),
  /**
   * What the list is to be filtered by (`latchkey search`). Each search is given to one window, once; one that came
   * while no window was there is the first event.
   */
  searches: oc.output(eventIterator(z.object({ text: text(textLimits.search) }))),
  /** Hides the quick find. The focus goes back to the window that had it. */
  hide: oc,
  /** Hides the quick find and shows the main window: to unlock, for example. */
  openWindow: oc,
};
