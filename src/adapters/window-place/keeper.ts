import { z } from 'zod';
import { fit, isOffScreen, type Place } from './fit.ts';

const coordinate = z.int().min(-100_000).max(100_000);
const side = z.int().min(1).max(100_000);
const stateSchema = z.object({
  x: coordinate,
  y: coordinate,
  width: side,
  height: side,
  isMaximized: z.boolean(),
});
export type WindowState = z.infer<typeof stateSchema>;

/** What `electron-store` keeps between two starts. */
interface Store {
  get(key: 'window'): unknown;
  set(key: 'window', state: WindowState): void;
}

/** A window and the displays, as Electron has them. */
interface KeptWindow {
  getNormalBounds(): Place;
  isMaximized(): boolean;
  setBounds(place: Place): void;
}
interface Displays {
  getPrimaryDisplay(): { workArea: Place };
  getAllDisplays(): { workArea: Place }[];
}

export interface WindowKeeper {
  /** Where the main window opens; empty before the first time. */
  restore(): { place: Partial<Place>; isMaximized: boolean };
  /** Keeps where it is now. @throws the file system's errors */
  keep(window: Pick<KeptWindow, 'getNormalBounds' | 'isMaximized'>): void;
  /** Moves it onto a display if its own is gone. */
  bringBack(window: Pick<KeptWindow, 'getNormalBounds' | 'setBounds'>): void;
}

/**
 * Keeps the main window's place, size and whether it is maximised, and sees to it that it is on a display.
 * @param openStore throws the file system's errors
 */
export function createWindowKeeper(openStore: () => Store, screen: Displays): WindowKeeper {
  const areas = () =>
    [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(({ workArea }) => workArea);
  return {
    restore() {
      const kept = stateSchema.safeParse(readOr(openStore)).data;
      if (kept === undefined) return { place: {}, isMaximized: false };
      return { place: fit(kept, areas()), isMaximized: kept.isMaximized };
    },
    keep(window) {
      openStore().set('window', { ...window.getNormalBounds(), isMaximized: window.isMaximized() });
    },
    bringBack(window) {
      const place = window.getNormalBounds();
      if (isOffScreen(place, areas())) window.setBounds(fit(place, areas()));
    },
  };
}

/** The kept state; without a place to keep it, the window opens as it did the first time. */
function readOr(openStore: () => Store): unknown {
  try {
    return openStore().get('window');
  } catch {
    return undefined;
  }
}
