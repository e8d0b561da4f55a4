import process from 'node:process';
import type { Clock, Log, Screens } from '../../app/ports.ts';
import { messageOf } from '../../core/message-of.ts';
import { hasScreenshotPortal, takeScreenshot } from '../portal/screenshot.ts';
import { canReadXScreen, readXScreen, xDisplayOf } from './x-screen.ts';

/**
 * The displays as a process without windows sees them, on Linux: the desktop's Screenshot portal takes the picture,
 * and where there is none, the X server gives it. A refusal by the portal stands; nothing goes around it. Elsewhere
 * only a window can take pictures. `docs/decisions/0025-pictures-of-the-screen-without-electron.md` says why.
 */
export function createDesktopScreens(
  { clock, log }: { clock: Clock; log: Log },
  env = process.env,
  platform = process.platform,
): Screens {
  const display = platform === 'linux' ? xDisplayOf(env) : null;
  return {
    async capture() {
      if (platform !== 'linux') return 'window';
      if (await hasScreenshotPortal(env)) return 'application';
      return display !== null && (await canReadXScreen(display, clock)) ? 'application' : 'window';
    },
    async take() {
      const byPortal = platform === 'linux' ? await takeScreenshot({ clock, log }, env) : null;
      if (byPortal !== null) return byPortal;
      if (display === null) return { outcome: 'failed', cause: 'unsupported' };
      try {
        return { outcome: 'taken', pictures: await readXScreen(display, clock) };
      } catch (error) {
        log.error('x-screen', { error: messageOf(error) });
        return { outcome: 'failed', cause: 'failed' };
      }
    },
  };
}
