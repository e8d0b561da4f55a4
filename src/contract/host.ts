/** What the window can learn of the host that it runs in. */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { desktopChoices, lockTriggers, platforms } from './vocabulary.ts';

export const hostContract = {
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
};
