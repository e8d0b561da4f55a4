import type { XClient, XDisplay, XScreen } from 'x11';
import type { Clock, Picture } from '../../app/ports.ts';
import { bgraToRgba } from '../../core/qr/picture.ts';

/** Time limit for the X server, in ms: a program that holds it keeps all others waiting. */
const patienceMs = 10_000;
/** ZPixmap: whole pixels, one after the other. */
const wholePixels = 2;
const allPlanes = 0xffffffff;

/**
 * The X display that shows the person's whole screen; null if there is none. On Wayland there may be an X server
 * too, but it sees only the windows of X programs.
 */
export function xDisplayOf(env: NodeJS.ProcessEnv): string | null {
  if (env['WAYLAND_DISPLAY'] || env['XDG_SESSION_TYPE'] === 'wayland') return null;
  return env['DISPLAY'] || null;
}

/** Whether the X server at `display` lets Latchkey in and has pixels that it can read. */
export async function canReadXScreen(display: string, clock: Clock): Promise<boolean> {
  return withServer(display, clock, async ({ screen }) => screen.length > 0).catch(() => false);
}

/**
 * One picture of each screen of an X server, with all displays in it.
 * @throws Error if the server can't be reached, takes too long, or has other pixels than 8 bits a colour
 */
export async function readXScreen(display: string, clock: Clock): Promise<Picture[]> {
  return withServer(display, clock, async ({ screen, client }) => {
    const pictures: Picture[] = [];
    for (const one of screen) pictures.push(await pictureOf(one, client));
    return pictures;
  });
}

async function withServer<T>(
  display: string,
  clock: Clock,
  work: (server: XDisplay) => Promise<T>,
): Promise<T> {
  // Loaded only where there is a screen to read.
  const { default: x11 } = await import('x11');
  const { promise: failure, reject } = Promise.withResolvers<never>();
  const stopClock = clock.after(patienceMs, () => reject(new Error('the X server does not answer')));
  const connected = Promise.withResolvers<XDisplay>();
  const client = x11.createClient({ display, disableBigRequests: true, shm: 'off' }, (error, server) => {
    if (error) connected.reject(error);
    else connected.resolve(server);
  });
  client.on('error', (error) => reject(error ?? new Error('the X server broke off')));
  client.on('end', () => reject(new Error('the X server went away')));
  connected.promise.then(
    (server) => {
      failure.catch(() => server.client.terminate());
    },
    () => undefined,
  );
  try {
    const server = await Promise.race([connected.promise, failure]);
    if (server.image_byte_order !== 0 || !server.screen.every(hasBytesAsColours)) {
      throw new Error('the X server has other pixels than 8 bits a colour');
    }
    return await Promise.race([work(server), failure]);
  } finally {
    stopClock();
    // Ends the connection, also one that is made only now.
    reject(new Error('done'));
  }
}

function hasBytesAsColours({ depths, root_visual: root }: XScreen): boolean {
  return Object.values(depths).some((visuals) => visuals[root]?.red_mask === 0xff0000);
}

async function pictureOf(screen: XScreen, client: XClient): Promise<Picture> {
  const { root, pixel_width: width, pixel_height: height } = screen;
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  client.GetImage(wholePixels, root, 0, 0, width, height, allPlanes, (error, image) => {
    if (error) reject(error);
    else resolve(image.data);
  });
  const bytes = await promise;
  if (bytes.length !== width * height * 4) throw new Error('the X server has other pixels than 4 bytes each');
  return { width, height, channels: 4, data: bgraToRgba(bytes, true) };
}
