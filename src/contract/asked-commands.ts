/** The commands (`commands.ts`) that are given outside of the window. */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { isGoing, type GoingId } from './commands.ts';

export const askedCommandsContract = {
  /**
   * What the tray or the application's menu asks of the window. Each is given to one window, once; one that came while
   * no window was there is the first event.
   */
  asked: oc.output(eventIterator(z.object({ command: z.custom<GoingId>(isGoing) }))),
};
