/** What Latchkey uses of `x11`, which ships no types: a client of the X11 protocol in JavaScript. */
declare module 'x11' {
  interface XScreen {
    /** The window that covers all displays of the screen. */
    root: number;
    pixel_width: number;
    pixel_height: number;
    root_visual: number;
    /** By depth, then by visual. */
    depths: Record<number, Record<number, XVisual>>;
  }
  interface XVisual {
    red_mask: number;
    green_mask: number;
    blue_mask: number;
  }
  interface XImage {
    depth: number;
    visualId: number;
    data: Uint8Array;
  }
  interface XClient {
    GetImage(
      format: number,
      drawable: number,
      x: number,
      y: number,
      width: number,
      height: number,
      planes: number,
      done: (error: Error | null | undefined, image: XImage) => void,
    ): void;
    on(event: 'error' | 'end', heard: (error?: Error) => void): void;
    /** Ends the connection at once. */
    terminate(): void;
  }
  interface XDisplay {
    /** 0: the least significant byte first. */
    image_byte_order: number;
    screen: XScreen[];
    client: XClient;
  }
  const x11: {
    createClient(
      options: { display: string; disableBigRequests?: boolean; shm?: 'off' },
      ready: (error: Error | null | undefined, display: XDisplay) => void,
    ): XClient;
  };
  export default x11;
  export type { XClient, XDisplay, XImage, XScreen };
}
