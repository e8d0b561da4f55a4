import type { DesktopCapturer, DesktopCapturerSource, Screen, SystemPreferences } from 'electron';
import { distinctSizes, isSameSize } from '../adapters/screens/sizes.ts';
import type { Picture, Screens, ScreensCapture } from '../app/ports.ts';
import { bgraToRgba } from '../core/qr/picture.ts';

/** One of our windows, to keep out of the picture. */
export interface OwnWindow {
  isVisible(): boolean;
  hide(): void;
  showInactive(): void;
}

export interface ScreensOptions {
  desktopCapturer: Pick<DesktopCapturer, 'getSources'>;
  screen: Pick<Screen, 'getAllDisplays'>;
  systemPreferences: Pick<SystemPreferences, 'getMediaAccessStatus'>;
  ownWindows(): OwnWindow[];
  /** Resolves when the desktop has been redrawn without the hidden windows. */
  settle(): Promise<void>;
  platform: NodeJS.Platform;
  /** On Wayland, Electron shows the desktop's picker and gives only the screen that the person chose. */
  wayland: boolean;
  /** A picture of all displays from the desktop itself, tried first on Wayland; null if it takes none. */
  screenshot(): Promise<ScreensCapture | null>;
}

/** Pictures of every display through Electron's `desktopCapturer`, at native pixels. */
export function createScreens(options: ScreensOptions): Screens {
  return {
    capture: async () => 'application',
    async take() {
      // Without the permission, asking for sources silently gives wallpaper without windows.
      if (isRefusedByMacos(options)) return { outcome: 'failed', cause: 'permission' };
      const hidden = options.ownWindows().filter((window) => window.isVisible());
      try {
        for (const window of hidden) window.hide();
        if (hidden.length > 0) await options.settle();
        const byDesktop = options.wayland ? await options.screenshot() : null;
        return byDesktop ?? (await capture(options));
      } finally {
        for (const window of hidden) window.showInactive();
      }
    },
  };
}

function isRefusedByMacos({ platform, systemPreferences }: ScreensOptions): boolean {
  if (platform !== 'darwin') return false;
  const status = systemPreferences.getMediaAccessStatus('screen');
  // `not-determined` passes: the capture makes macOS ask the person.
  return status === 'denied' || status === 'restricted';
}

async function capture(options: ScreensOptions): Promise<ScreensCapture> {
  const failed = (cause: 'permission' | 'cancelled' | 'failed'): ScreensCapture => ({
    outcome: 'failed',
    cause,
  });
  let sources: DesktopCapturerSource[];
  try {
    sources = await nativeSources(options);
  } catch {
    // Electron reports only a failure; with a portal, it means that the person closed the picker.
    return failed(options.wayland ? 'cancelled' : 'failed');
  }
  const pictures = sources.flatMap(({ thumbnail }) => (thumbnail.isEmpty() ? [] : [toPicture(thumbnail)]));
  if (pictures.length > 0) return { outcome: 'taken', pictures };
  if (options.wayland) return failed('cancelled');
  return failed(isPermissionMissing(options) ? 'permission' : 'failed');
}

function isPermissionMissing({ platform, systemPreferences }: ScreensOptions): boolean {
  return platform === 'darwin' && systemPreferences.getMediaAccessStatus('screen') !== 'granted';
}

/**
 * One source per display, its thumbnail at the display's native pixels. Electron scales all thumbnails of a
 * call to one size, so displays of different sizes need a call each. Sources that do not name their display are
 * kept from the first call, which asks for the largest size.
 */
async function nativeSources(options: ScreensOptions): Promise<DesktopCapturerSource[]> {
  const displays = options.screen.getAllDisplays().map((display) => ({
    id: String(display.id),
    width: Math.round(display.size.width * display.scaleFactor),
    height: Math.round(display.size.height * display.scaleFactor),
  }));
  const known = new Set(displays.map(({ id }) => id));
  // Each call opens the portal's picker again, so Wayland gets only one.
  const sizes = options.wayland ? distinctSizes(displays).slice(0, 1) : distinctSizes(displays);
  const sources: DesktopCapturerSource[] = [];
  for (const [turn, size] of sizes.entries()) {
    const offered = await options.desktopCapturer.getSources({ types: ['screen'], thumbnailSize: size });
    const shown = new Set(displays.filter((display) => isSameSize(display, size)).map(({ id }) => id));
    const first = turn === 0;
    sources.push(
      ...offered.filter(
        ({ display_id: id }) => (options.wayland && first) || shown.has(id) || (first && !known.has(id)),
      ),
    );
  }
  return sources;
}

/** An image's pixels as RGBA, copied out of Electron's memory, because the picture moves to another thread. */
function toPicture(image: DesktopCapturerSource['thumbnail']): Picture {
  const { width, height } = image.getSize();
  return { width, height, channels: 4, data: bgraToRgba(image.toBitmap()) };
}
