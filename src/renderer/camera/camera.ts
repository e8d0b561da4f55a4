/**
 * Why a camera gives no picture: the person or the system refused it, there is none, another program has it, it was
 * unplugged, anything else.
 */
export type CameraTrouble = 'refused' | 'none' | 'taken' | 'gone' | 'failed';

/** A camera that runs until `stop`. */
export interface Camera {
  readonly stream: MediaStream;
  readonly name: string;
  /** It looks away from the person, like the back one of a tablet. Any other shows them mirrored. */
  readonly isOutward: boolean;
  readonly stop: () => void;
}

/**
 * Starts the camera of this name, or the system's first if none has it. A camera is known by its name, because its id
 * changes with the window's address. The browser tells names only to a page that may use a camera, so the one of this
 * name may have to be started second. Throws what `troubleOf` explains.
 */
export async function openCamera(name: string | null): Promise<Camera> {
  const known = name === null ? undefined : (await cameras()).find(({ label }) => label === name);
  const stream = await start(known?.deviceId);
  const all = await cameras();
  const chosen = all.find(({ label }) => label === name);
  if (known === undefined && chosen !== undefined && chosen.label !== trackOf(stream).label) {
    end(stream);
    return cameraOf(await start(chosen.deviceId));
  }
  return cameraOf(stream);
}

/** The names of all cameras; none where the browser does not tell them. */
export async function cameraNames(): Promise<string[]> {
  return [...new Set((await cameras()).map(({ label }) => label))].filter((name) => name !== '');
}

/** What the browser's error means. */
export function troubleOf(error: unknown): CameraTrouble {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'refused';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'none';
    case 'NotReadableError':
    case 'AbortError':
      return 'taken';
    default:
      return 'failed';
  }
}

async function start(deviceId: string | undefined): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({
    audio: false,
    video: {
      // Enough for a code that fills a third of the picture. More would take longer to read.
      width: { ideal: 1280 },
      height: { ideal: 720 },
      frameRate: { ideal: 10 },
      ...(deviceId === undefined ? { facingMode: 'environment' } : { deviceId: { exact: deviceId } }),
    },
  });
}

async function cameras(): Promise<MediaDeviceInfo[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.filter(({ kind }) => kind === 'videoinput');
}

function cameraOf(stream: MediaStream): Camera {
  const track = trackOf(stream);
  return {
    stream,
    name: track.label,
    isOutward: track.getSettings().facingMode === 'environment',
    stop: () => end(stream),
  };
}

function trackOf(stream: MediaStream): MediaStreamTrack {
  const [track] = stream.getVideoTracks();
  if (track === undefined) throw new DOMException('a stream without a picture', 'NotFoundError');
  return track;
}

function end(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
