import { describe, expect, it } from 'vitest';
import type { DesktopCapturerSource, Display, NativeImage, Size, SystemPreferences } from 'electron';
import type { ScreensCapture } from '../../../src/app/ports.ts';
import { bgraToRgba } from '../../../src/core/qr/picture.ts';
import { isWaylandSession } from '../../../src/adapters/desktop/wayland.ts';
import { createScreens } from '../../../src/main/screens.ts';
import type { OwnWindow } from '../../../src/main/screens.ts';
import { partly } from './partly.ts';

const laptop = { id: 1, size: { width: 1280, height: 800 }, scaleFactor: 1.5 };
const monitor = { id: 2, size: { width: 3840, height: 2160 }, scaleFactor: 1 };
/** Blue, green, red, alpha: what Electron's bitmaps hold. */
const bluePixel = [255, 0, 0, 255];

interface Setup {
  platform?: NodeJS.Platform;
  wayland?: boolean;
  status?: ReturnType<SystemPreferences['getMediaAccessStatus']>;
  displays?: { id: number; size: Size; scaleFactor: number }[];
  sources?: (size: Size) => Promise<DesktopCapturerSource[]>;
  /** What the desktop's portal gives. */
  screenshot?: ScreensCapture;
}

function machine(setup: Setup = {}) {
  const log: string[] = [];
  const asked: Size[] = [];
  let visible = true;
  const window: OwnWindow = {
    isVisible: () => visible,
    hide: () => {
      visible = false;
      log.push('hide');
    },
    showInactive: () => {
      visible = true;
      log.push('show');
    },
  };
  const displays = setup.displays ?? [laptop, monitor];
  const sources =
    setup.sources ?? ((size) => Promise.resolve(displays.map(({ id }) => source(String(id), size))));
  const screens = createScreens({
    desktopCapturer: {
      getSources: async ({ thumbnailSize }) => {
        log.push('capture');
        const size = thumbnailSize ?? { width: 150, height: 150 };
        asked.push(size);
        return await sources(size);
      },
    },
    screen: { getAllDisplays: () => displays.map((display) => partly<Display>(display)) },
    systemPreferences: { getMediaAccessStatus: () => setup.status ?? 'granted' },
    ownWindows: () => [window],
    settle: async () => void log.push('settle'),
    platform: setup.platform ?? 'linux',
    wayland: setup.wayland ?? false,
    screenshot: async () => {
      log.push('screenshot');
      return setup.screenshot ?? null;
    },
  });
  return { screens, log, asked };
}

function source(displayId: string, size: Size): DesktopCapturerSource {
  return partly<DesktopCapturerSource>({ display_id: displayId, thumbnail: image(size) });
}

function image({ width, height }: Size): NativeImage {
  return partly<NativeImage>({
    isEmpty: () => width === 0,
    getSize: () => ({ width, height }),
    toBitmap: () => Buffer.alloc(width * height * 4, Buffer.from(bluePixel)),
  });
}

describe('pictures of the screen', () => {
  it('hold every display at its native pixels, also where they differ in size', async () => {
    const { screens, asked } = machine();
    const taken = await screens.take();
    expect(taken.outcome === 'taken' && taken.pictures.map(({ width, height }) => [width, height])).toEqual([
      [3840, 2160],
      [1920, 1200],
    ]);
    expect(asked).toEqual([
      { width: 3840, height: 2160 },
      { width: 1920, height: 1200 },
    ]);
  });

  it('take one capture for displays of one size', async () => {
    const { screens, asked } = machine({ displays: [monitor, { ...monitor, id: 3 }] });
    const taken = await screens.take();
    expect(taken.outcome === 'taken' && taken.pictures).toHaveLength(2);
    expect(asked).toHaveLength(1);
  });

  it('keep a source that does not say which display it shows', async () => {
    const { screens } = machine({ sources: async (size) => [source('', size)] });
    const taken = await screens.take();
    expect(taken.outcome === 'taken' && taken.pictures.map(({ width }) => width)).toEqual([3840]);
  });

  it('are RGBA', async () => {
    const { screens } = machine({ displays: [{ id: 1, size: { width: 2, height: 1 }, scaleFactor: 1 }] });
    const taken = await screens.take();
    expect(taken.outcome === 'taken' && taken.pictures).toEqual([
      { width: 2, height: 1, channels: 4, data: new Uint8Array([0, 0, 255, 255, 0, 0, 255, 255]) },
    ]);
  });

  it('do not show our own window, which comes back afterwards', async () => {
    const { screens, log } = machine({ displays: [monitor] });
    await screens.take();
    expect(log).toEqual(['hide', 'settle', 'capture', 'show']);
  });

  it('bring our window back also when the capture fails', async () => {
    const { screens, log } = machine({ sources: () => Promise.reject(new Error('no X server')) });
    expect(await screens.take()).toEqual({ outcome: 'failed', cause: 'failed' });
    expect(log.at(-1)).toBe('show');
  });

  it('say that macOS refuses, without hiding anything first', async () => {
    const { screens, log } = machine({ platform: 'darwin', status: 'denied' });
    expect(await screens.take()).toEqual({ outcome: 'failed', cause: 'permission' });
    expect(log).toEqual([]);
  });

  it('let macOS ask, and say that the permission is missing where there is nothing to see', async () => {
    const { screens, log } = machine({
      platform: 'darwin',
      status: 'not-determined',
      sources: async () => [source('1', { width: 0, height: 0 })],
    });
    expect(await screens.take()).toEqual({ outcome: 'failed', cause: 'permission' });
    expect(log).toContain('capture');
  });

  it.each<ScreensCapture>([
    { outcome: 'taken', pictures: [{ width: 1, height: 1, channels: 1, data: new Uint8Array(1) }] },
    { outcome: 'failed', cause: 'ended' },
  ])('on Wayland come from the desktop, which answers $outcome, without a picker', async (screenshot) => {
    const { screens, log } = machine({ wayland: true, screenshot });
    expect(await screens.take()).toBe(screenshot);
    expect(log).toEqual(['hide', 'settle', 'screenshot', 'show']);
  });

  it('on Wayland without a portal for them come from one picker, whatever it gives', async () => {
    const { screens, asked } = machine({ wayland: true, sources: async (size) => [source('77', size)] });
    const taken = await screens.take();
    expect(taken.outcome).toBe('taken');
    expect(asked).toHaveLength(1);
  });

  it('elsewhere ask no portal', async () => {
    const { screens, log } = machine();
    await screens.take();
    expect(log).not.toContain('screenshot');
  });

  it.each([
    ['closes the picker', () => Promise.reject(new Error('Failed to get sources.'))],
    ['picks nothing', () => Promise.resolve([])],
  ])('are cancelled where the person %s', async (_what, sources) => {
    const { screens } = machine({ wayland: true, sources });
    expect(await screens.take()).toEqual({ outcome: 'failed', cause: 'cancelled' });
  });

  it('fail where Electron gives empty pictures', async () => {
    const { screens } = machine({ sources: async () => [source('1', { width: 0, height: 0 })] });
    expect(await screens.take()).toEqual({ outcome: 'failed', cause: 'failed' });
  });
});

describe('pixels', () => {
  it('have red and blue swapped, green and alpha kept, in memory of their own', () => {
    const bgra = new Uint8Array([1, 2, 3, 4, 250, 251, 252, 253]);
    const rgba = bgraToRgba(bgra);
    expect([...rgba]).toEqual([3, 2, 1, 4, 252, 251, 250, 253]);
    expect(rgba.buffer).not.toBe(bgra.buffer);
  });
});

describe('a Wayland session', () => {
  it('is one with a Wayland display, on Linux', () => {
    const env = { XDG_SESSION_TYPE: 'wayland', WAYLAND_DISPLAY: 'wayland-0' };
    expect(isWaylandSession('linux', env)).toBe(true);
    expect(isWaylandSession('darwin', env)).toBe(false);
    expect(isWaylandSession('linux', { ...env, XDG_SESSION_TYPE: 'x11' })).toBe(false);
    expect(isWaylandSession('linux', { XDG_SESSION_TYPE: 'wayland' })).toBe(false);
  });
});
