import process from 'node:process';
import { connectXWindows, type XWindows } from '../adapters/x-windows/x-windows.ts';

/** A browser's window as the X server has it. Without an X server, it can't be moved. */
export interface OnScreen {
  /** Notes which window has the focus, before this one takes it. */
  remember(): Promise<void>;
  /** Gives it the focus where it is. */
  activate(): Promise<void>;
  /** Puts it in the middle of the display, above the others, without a frame, and gives it the focus. */
  popUp(): Promise<void>;
  /** Takes it off the screen; the focus goes back to the window that had it. False if there is no X server. */
  hide(): Promise<boolean>;
  /** Whether it has the focus; null if there is no X server. */
  isFocused(): Promise<boolean | null>;
  /** Ends the connection to the X server. */
  letGo(): void;
}

/** @param name the window's class. Connects when it is first asked for */
export function createOnScreen(name: string): OnScreen {
  let connected: Promise<XWindows | null> | undefined;
  let found: Promise<number | null> | undefined;
  let former: number | null = null;

  const connect = () => {
    const display = process.env['DISPLAY'];
    return (connected ??= display ? connectXWindows(display).catch(() => null) : Promise.resolve(null));
  };

  async function find(): Promise<{ x: XWindows; window: number } | null> {
    const x = await connect();
    if (x === null) return null;
    const window = await (found ??= x.find(name));
    if (window === null) found = undefined;
    return window === null ? null : { x, window };
  }

  return {
    async remember() {
      former = (await (await connect())?.active()) ?? null;
    },

    async activate() {
      const seen = await find();
      await seen?.x.activate(seen.window);
    },

    async popUp() {
      const seen = await find();
      if (seen === null) return;
      const { x, window } = seen;
      const active = await x.active();
      if (active !== window) former = active;
      // Window managers read most of what is to be so when a window comes.
      x.hide(window);
      await x.show(window);
      await x.activate(window);
    },

    async hide() {
      const seen = await find();
      if (seen === null) return false;
      const { x, window } = seen;
      const hadFocus = (await x.active()) === window;
      x.hide(window);
      // Window managers choose by their own order; the person was in this one.
      if (hadFocus && former !== null) await x.activate(former);
      return true;
    },

    async isFocused() {
      const seen = await find();
      return seen === null ? null : (await seen.x.active()) === seen.window;
    },

    letGo: () => void connected?.then((x) => x?.close()),
  };
}
