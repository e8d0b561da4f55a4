/** What this folder uses of `x11`, beside `adapters/screens/x11.d.ts`. */
declare module 'x11' {
  type Answer<T> = (error: Error | null | undefined, answer: T) => void;
  interface XProperty {
    data: Buffer;
  }
  interface XDisplayPlace {
    x: number;
    y: number;
    width: number;
    height: number;
  }
  interface XRandr {
    GetScreenResourcesCurrent(window: number, done: Answer<{ crtcs: number[] }>): void;
    GetCrtcInfo(crtc: number, time: number, done: Answer<XDisplayPlace>): void;
  }
  interface XClient {
    InternAtom(onlyIfThere: boolean, name: string, done: Answer<number>): void;
    /** @param type 0: any. @param length in units of 4 bytes */
    GetProperty(
      remove: 0,
      window: number,
      name: number,
      type: number,
      offset: number,
      length: number,
      done: Answer<XProperty>,
    ): void;
    /** @param mode 0: in place of the present value */
    ChangeProperty(mode: 0, window: number, name: number, type: number, bits: 32, values: number[]): void;
    ChangeWindowAttributes(window: number, values: { eventMask: number }): void;
    ConfigureWindow(window: number, values: { x: number; y: number }): void;
    MapWindow(window: number): void;
    UnmapWindow(window: number): void;
    SendEvent(window: number, propagate: boolean, mask: number, event: Buffer): void;
    GetGeometry(window: number, done: Answer<{ width: number; height: number }>): void;
    QueryPointer(window: number, done: Answer<{ rootX: number; rootY: number }>): void;
    require(extension: 'randr', done: Answer<XRandr>): void;
    /** The keysyms of each key, from the code `first` on. */
    GetKeyboardMapping(first: number, count: number, done: Answer<number[][]>): void;
    /** The codes of the keys of each of the eight modifiers; 0: none. */
    GetModifierMapping(done: Answer<number[][]>): void;
    /** @param mode 1: neither pointer nor keyboard stand still meanwhile. @param done returns true: it is dealt with */
    GrabKey(
      window: number,
      ownerEvents: 0,
      modifiers: number,
      key: number,
      pointerMode: 1,
      keyboardMode: 1,
      done: (error: Error | null | undefined) => true,
    ): void;
    UngrabKey(window: number, key: number, modifiers: number): void;
    on(event: 'event', heard: (event: XEvent) => void): void;
  }
  interface XEvent {
    name: string;
    atom?: number;
    /** Of a key; `time` in ms of the server. */
    keycode?: number;
    time?: number;
  }
  interface XDisplay {
    min_keycode: number;
    max_keycode: number;
  }
}
