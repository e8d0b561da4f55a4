import type { XClient } from 'x11';
import { connectX } from './connect-x.ts';

/** The windows of an X server, as a program reaches them that did not make them. A window is its number. */
export interface XWindows {
  /** The window with this class (WM_CLASS), once the window manager has it; null if none comes within `patienceMs`. */
  find(className: string): Promise<number | null>;
  /** The window with the focus; null if none has it. */
  active(): Promise<number | null>;
  /**
   * Puts a hidden window on the screen: above the others, without a frame, out of the task bar, in the middle of the
   * display with the pointer.
   */
  show(window: number): Promise<void>;
  /** Gives a window the focus, wherever it is. Returns once it has it, or after `patienceMs`. */
  activate(window: number): Promise<void>;
  /** Takes a window off the screen and out of the task bar. It keeps what it shows. */
  hide(window: number): void;
  close(): void;
}

/** How long a window manager may take, in ms. */
const patienceMs = 5_000;
/** X11's numbers: property changes of the root; who gets a message to the window manager. */
const propertyChange = 0x400000;
const toManager = 0x180000;
/** Predefined atom; "any type" of a property. */
const atomType = 4;
const anyType = 0;
/** EWMH: the message comes from the person, by way of a tool, and is not to be taken for a theft of the focus. */
const fromPerson = 2;
/** Motif's hints, which window managers still follow: of the five, "decorations" is given, and is none. */
const noFrame = [2, 0, 0, 0, 0];

/**
 * Connects to an X server, also to the one of a Wayland session.
 * @throws Error if it can't be reached, or has no window manager that follows EWMH
 */
export async function connectXWindows(display: string): Promise<XWindows> {
  const { client, screen } = await connectX(display);
  const root = screen[0]?.root;
  if (root === undefined) throw new Error('the X server has no screen');
  const names = ['_NET_CLIENT_LIST', '_NET_ACTIVE_WINDOW', '_NET_WM_STATE', 'WM_CLASS', '_MOTIF_WM_HINTS'];
  const states = ['ABOVE', 'SKIP_TASKBAR', 'SKIP_PAGER'].map((name) => `_NET_WM_STATE_${name}`);
  const [clientList = 0, activeWindow = 0, wmState = 0, wmClass = 0, frameHints = 0] = await atoms(
    client,
    names,
  );
  const wanted = await atoms(client, states);

  const waiting = new Set<() => void>();
  client.on('event', ({ name }) => {
    if (name === 'PropertyNotify') for (const look of waiting) look();
  });
  client.ChangeWindowAttributes(root, { eventMask: propertyChange });

  const property = async (window: number, name: number): Promise<Buffer> => {
    const { promise, resolve } = Promise.withResolvers<Buffer>();
    // A window that has gone meanwhile has no properties.
    client.GetProperty(0, window, name, anyType, 0, 4_096, (error, value) =>
      resolve(error ? Buffer.alloc(0) : value.data),
    );
    return promise;
  };
  const numbers = async (window: number, name: number) => {
    const bytes = await property(window, name);
    return Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) => bytes.readUInt32LE(4 * at));
  };
  const active = async () => (await numbers(root, activeWindow)).find((window) => window !== 0) ?? null;

  /** Looks now, and at each change of what the window manager says. Null after `patienceMs`. */
  const seen = async <T>(look: () => Promise<T | null>): Promise<T | null> => {
    const found = Promise.withResolvers<T | null>();
    const again = () => void look().then((value) => value !== null && found.resolve(value), found.reject);
    waiting.add(again);
    const timer = setTimeout(() => found.resolve(null), patienceMs);
    again();
    try {
      return await found.promise;
    } finally {
      clearTimeout(timer);
      waiting.delete(again);
    }
  };

  return {
    active,

    find: (className) =>
      seen(async () => {
        for (const window of await numbers(root, clientList)) {
          const parts = (await property(window, wmClass)).toString().split('\0');
          if (parts.includes(className)) return window;
        }
        return null;
      }),

    async show(window) {
      const [at, size] = await Promise.all([pointerDisplay(client, root), sizeOf(client, window)]);
      client.ConfigureWindow(window, {
        x: Math.round(at.x + (at.width - size.width) / 2),
        // Where the eyes are: a little above the middle.
        y: Math.round(at.y + Math.max(0, (at.height - size.height) * 0.35)),
      });
      client.ChangeProperty(0, window, wmState, atomType, 32, wanted);
      client.ChangeProperty(0, window, frameHints, frameHints, 32, noFrame);
      client.MapWindow(window);
    },

    async activate(window) {
      const now = 0;
      client.SendEvent(root, false, toManager, message(window, activeWindow, [fromPerson, now]));
      await seen(async () => ((await active()) === window ? window : null));
    },

    hide: (window) => client.UnmapWindow(window),
    close: () => client.terminate(),
  };
}

function atoms(client: XClient, names: readonly string[]): Promise<number[]> {
  return Promise.all(
    names.map(async (name) => {
      const { promise, resolve, reject } = Promise.withResolvers<number>();
      client.InternAtom(false, name, (error, atom) => (error ? reject(error) : resolve(atom)));
      return promise;
    }),
  );
}

/** A ClientMessage of five 32-bit numbers, as it stands on the wire. */
function message(window: number, type: number, values: readonly number[]): Buffer {
  const event = Buffer.alloc(32);
  event.writeUInt8(33, 0);
  event.writeUInt8(32, 1);
  event.writeUInt32LE(window, 4);
  event.writeUInt32LE(type, 8);
  for (const [at, value] of values.entries()) event.writeUInt32LE(value, 12 + 4 * at);
  return event;
}

interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

async function sizeOf(client: XClient, window: number): Promise<Pick<Place, 'width' | 'height'>> {
  const { promise, resolve, reject } = Promise.withResolvers<Pick<Place, 'width' | 'height'>>();
  client.GetGeometry(window, (error, size) => (error ? reject(error) : resolve(size)));
  return promise;
}

/** The display that the pointer is on (RandR). */
async function pointerDisplay(client: XClient, root: number): Promise<Place> {
  const { promise, resolve, reject } = Promise.withResolvers<Place>();
  client.require('randr', (missing, randr) => {
    if (missing) return reject(missing);
    randr.GetScreenResourcesCurrent(root, (error, resources) => {
      if (error) return reject(error);
      client.QueryPointer(root, (lost, { rootX, rootY }) => {
        if (lost) return reject(lost);
        const places: Place[] = [];
        for (const crtc of resources.crtcs) {
          randr.GetCrtcInfo(crtc, 0, (failed, place) => {
            places.push(failed ? { x: 0, y: 0, width: 0, height: 0 } : place);
            if (places.length < resources.crtcs.length) return;
            const holds = ({ x, y, width, height }: Place) =>
              rootX >= x && rootX < x + width && rootY >= y && rootY < y + height;
            resolve(places.find(holds) ?? { x: 0, y: 0, width: 0, height: 0 });
          });
        }
      });
    });
  });
  return promise;
}
