import type { XClient, XDisplay } from 'x11';
import type { GlobalShortcut } from '../../app/ports.ts';
import { connectX } from '../x-windows/connect-x.ts';
import { keyCodeOf, modifierBit, type Keyboard } from './keysyms.ts';

/** The numbers of X11: a grab of any combination releases them all. */
const anyKey = 0;
const anyModifier = 0x8000;

/**
 * The global shortcut of an X session: the X server delivers the keys to this process, in whatever program they are
 * pressed. A connection of its own holds them; closing the connection gives them back.
 *
 * @param display as in DISPLAY
 */
export function createXShortcut(display: string): GlobalShortcut {
  let server: XDisplay | null = null;
  const close = () => {
    server?.client.terminate();
    server = null;
  };

  return {
    way: async () => 'system',

    async register(accelerator, pressed) {
      close();
      const opened = await connectX(display).catch(() => null);
      if (opened === null) return { outcome: 'failed', cause: 'unsupported' };
      server = opened;
      const outcome = await grab(opened, accelerator);
      if (outcome !== 'registered') {
        close();
        return { outcome: 'failed', cause: outcome };
      }
      let releasedAt = -1;
      opened.client.on('event', ({ name, time = 0 }) => {
        if (server !== opened) return;
        if (name === 'KeyRelease') releasedAt = time;
        // A key that is held repeats: each press comes in the same moment as a release.
        if (name === 'KeyPress' && time !== releasedAt) pressed();
        // Another layout has the key elsewhere.
        if (name === 'MappingNotify') void grab(opened, accelerator).catch(() => undefined);
      });
      return { outcome: 'registered', as: accelerator };
    },

    async unregister() {
      close();
    },
  };
}

/** Takes the keys, in place of those that this connection has. `failed`: the keyboard has no such keys. */
async function grab(server: XDisplay, accelerator: string): Promise<'registered' | 'taken' | 'failed'> {
  const { client, screen } = server;
  const keyboard = await keyboardOf(server);
  const names = accelerator.split('+');
  const key = keyCodeOf(names.pop() ?? '', keyboard);
  const bits = names.map((name) => modifierBit(name, keyboard));
  if (key === null || bits.includes(0)) return 'failed';
  const held = bits.reduce((all, bit) => all | bit, 0);
  const [numLock, capsLock] = [modifierBit('NumLock', keyboard), modifierBit('CapsLock', keyboard)];
  // The server compares exactly, and a lock is a modifier to it.
  const combinations = new Set([0, numLock, capsLock, numLock | capsLock].map((locks) => held | locks));
  const roots = screen.map(({ root }) => root);
  for (const root of roots) client.UngrabKey(root, anyKey, anyModifier);
  const grabbed = await Promise.all(
    roots.flatMap((root) => [...combinations].map((modifiers) => isGrabbed(client, root, modifiers, key))),
  );
  return grabbed.every(Boolean) ? 'registered' : 'taken';
}

async function keyboardOf({ client, min_keycode: first, max_keycode: last }: XDisplay): Promise<Keyboard> {
  const keysyms = Promise.withResolvers<number[][]>();
  const modifiers = Promise.withResolvers<number[][]>();
  client.GetKeyboardMapping(first, last - first + 1, (error, rows) =>
    error ? keysyms.reject(error) : keysyms.resolve(rows),
  );
  client.GetModifierMapping((error, rows) => (error ? modifiers.reject(error) : modifiers.resolve(rows)));
  return { first, keysyms: await keysyms.promise, modifiers: await modifiers.promise };
}

function isGrabbed(client: XClient, root: number, modifiers: number, key: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  // The one error that these values can have is that another program has the keys.
  client.GrabKey(root, 0, modifiers, key, 1, 1, (error) => {
    resolve(!error);
    return true;
  });
  return promise;
}
