import { Problem } from '../words/problem.ts';
import { readBitmap } from './pixels.ts';
import type { Pixels } from './pixels.ts';

/** The picker fades out over the first frames; the last frame within this time is used. */
const settle = 350;

interface FrameReader {
  read(): Promise<{ done: boolean; value?: VideoFrame | undefined }>;
}

declare global {
  // Chromium only, and not in TypeScript's DOM library.
  var MediaStreamTrackProcessor: new (options: { track: MediaStreamTrack }) => {
    readable: { getReader(): FrameReader };
  };
}

/**
 * Takes one picture of what the person chooses to share, at its native size; the share ends at once. Throws a
 * Problem SCREEN_UNAVAILABLE with its cause.
 */
export async function captureScreen(): Promise<Pixels> {
  if (!('mediaDevices' in navigator)) throw new Problem('SCREEN_UNAVAILABLE', { cause: 'unsupported' });
  const stream = await share();
  try {
    const [track] = stream.getVideoTracks();
    if (track === undefined) throw new Problem('SCREEN_UNAVAILABLE', { cause: 'failed' });
    return readBitmap(await lastFrame(track));
  } finally {
    for (const track of stream.getTracks()) track.stop();
  }
}

async function share(): Promise<MediaStream> {
  try {
    const options: DisplayMediaStreamOptions & Record<string, unknown> = {
      // Without these, the picture would be scaled to 1280 × 720, and small codes would be lost.
      video: {
        width: { ideal: 7680 },
        height: { ideal: 4320 },
        frameRate: { ideal: 10 },
        displaySurface: 'monitor',
      },
      audio: false,
      selfBrowserSurface: 'exclude',
      surfaceSwitching: 'exclude',
      monitorTypeSurfaces: 'include',
    };
    return await navigator.mediaDevices.getDisplayMedia(options);
  } catch (error) {
    throw new Problem('SCREEN_UNAVAILABLE', { cause: causeOf(error) });
  }
}

/** The browser's own refusal and the system's differ only in the message text. */
function causeOf(error: unknown): string {
  if (!(error instanceof DOMException)) return 'failed';
  if (error.name === 'NotAllowedError') return /system/i.test(error.message) ? 'permission' : 'cancelled';
  return error.name === 'NotSupportedError' ? 'unsupported' : 'failed';
}

async function lastFrame(track: MediaStreamTrack): Promise<VideoFrame> {
  const reader = new MediaStreamTrackProcessor({ track }).readable.getReader();
  const first = await reader.read();
  let frame = first.value;
  const until = performance.now() + settle;
  while (frame !== undefined && performance.now() < until) {
    const later = await Promise.race([reader.read(), pause(until - performance.now())]);
    if (later?.value === undefined) break;
    frame.close();
    frame = later.value;
  }
  if (frame === undefined) throw new Problem('SCREEN_UNAVAILABLE', { cause: 'failed' });
  return frame;
}

async function pause(ms: number): Promise<undefined> {
  await new Promise((resolve) => setTimeout(resolve, ms));
  return undefined;
}
