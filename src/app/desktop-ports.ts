/** What the application needs of the desktop: its shortcut, windows, search, links, tray and updates. */
import type { ShortcutTrouble, ShortcutWay } from '../contract/quick-find.ts';
import type { UpdateObstacle } from '../contract/update.ts';
import type { DesktopChoice } from '../contract/vocabulary.ts';

/** One key combination that reaches Latchkey from any program. */
export interface GlobalShortcut {
  /**
   * Which way there is now; asks the desktop, but not the person. `system`: the host registers it itself. `portal`: the
   * desktop's GlobalShortcuts portal, which may ask the person and may let them choose other keys. `none`: the person
   * binds `latchkey toggle` in the desktop's own settings.
   */
  way(): Promise<ShortcutWay>;
  /**
   * Registers the combination in place of the former one.
   * @param accelerator as `contract/accelerator.ts` writes it
   * @param pressed called at each press, until `unregister`
   * @param ended called once if the desktop takes the keys away by itself
   * @returns `as`: the keys as the system names them, or the accelerator itself where it names none
   */
  register(
    accelerator: string,
    pressed: () => void,
    ended: () => void,
  ): Promise<{ outcome: 'registered'; as: string } | { outcome: 'failed'; cause: ShortcutTrouble }>;
  /** Does nothing if none is registered. */
  unregister(): Promise<void>;
}

/** The host's small window with the quick find. Its page is the renderer's `quick-find.html`. */
export interface QuickFindWindow {
  /** Shows it over the other windows, with the focus. Keeps it ready from then on, so that the next time is quick. */
  show(): Promise<void>;
  /** Hides it. The focus goes back to the window that had it before. */
  hide(): Promise<void>;
  /** Whether it is on the screen and has the focus. */
  isFocused(): Promise<boolean>;
}

/** The host's windows, as far as the application moves them. */
export interface Windows {
  /** Shows the main window with the focus; opens it if there is none. */
  comeForward(): void;
  /** Hides the main window, if it is there: in the tray, or as a minimized one. */
  hide(): void;
  readonly quickFind: QuickFindWindow;
}

/** An entry as the desktop's own search shows it. */
export interface Found {
  readonly id: string;
  readonly issuer: string;
  readonly account: string;
}

export interface SearchAnswers {
  /** The entries that match every word, the most likely first. */
  find(this: void, words: readonly string[]): Found[];
  /** Those of these ids that are there. */
  byIds(this: void, ids: readonly string[]): Found[];
  /** The person chose this one. */
  activate(this: void, id: string): void;
  /** The person wants to see this search in Latchkey. */
  search(this: void, words: readonly string[]): void;
}

/** The desktop's own search, which shows what programs find. */
export interface DesktopSearch {
  /** Whether this desktop can ask. */
  readonly isThere: boolean;
  /**
   * Has the desktop's questions answered. Every program of the same session can ask them.
   * @returns a function that ends it
   * @throws Error if another Latchkey does it already, or the bus is gone
   */
  answer(answers: SearchAnswers): Promise<() => Promise<void>>;
}

/** Makes Latchkey the program that the system opens set-up links with (`setUpSchemes`). */
export interface LinkHandler {
  /** Whether this host can. If not, `set` is not called. */
  readonly isSupported: boolean;
  /** As the person chose. @throws what the system says */
  set(isOn: boolean): Promise<void>;
}

/** A line of the tray's or the application's menu. */
export interface MenuLine {
  label: string;
  /** The keys that the application's menu shows and takes, as `contract/accelerator.ts` writes them. */
  keys?: string;
  /** What a click does; null: the line only says something. */
  press: (() => void) | null;
}

/** What a host can be on a desktop beyond its windows. */
export interface Desktop {
  /** What this computer honours; each is a preference of the same name. */
  readonly choices: readonly DesktopChoice[];
  /** The languages of the person's system, the most wanted first, as `en-GB`. */
  languages(): readonly string[];
  /** Takes what is in force from now on, for the windows that are open and those to come. */
  apply(inForce: ReadonlySet<DesktopChoice>): void;
  /** Shows the icon in the tray with this menu, in groups of lines; null takes the icon away. */
  showTray(menu: readonly (readonly MenuLine[])[] | null): void;
  /**
   * Tells at once and at each change whether the desktop shows tray icons.
   * @returns a function that stops it
   */
  watchTray(changed: (isThere: boolean) => void): () => void;
  /** Whether the system opens Latchkey with the person's session. The system's own settings can change it, too. */
  readonly loginItem: {
    isOn(): boolean;
    /** With the command of this start. @throws the file system's errors */
    set(isOn: boolean): void;
  };
  /** Ends Latchkey as the person wants it: nothing stays in the tray. */
  quit(): void;
}

/** New versions of the installed application. It trusts no server: the application checks what is found. */
export interface Updater {
  /** Why there are none here; null if there may be. No method is called while there is an obstacle. */
  readonly obstacle: UpdateObstacle | null;
  /** Whose signature a release needs: Ed25519, SPKI in base64. */
  readonly publicKey: string;
  /** Whether the start before this one tried to install a release and could not. */
  readonly hasFailed: boolean;
  /**
   * The manifest of a newer release that is meant for this computer (a staged one may not be); null if there is none.
   * @throws if the place can't be asked
   */
  find(): Promise<unknown>;
  /** Downloads what was found last, and compares it with the manifest's hash. @throws if it does not match */
  download(progress: (percent: number) => void): Promise<void>;
  /**
   * Closes Latchkey, puts the download in its place and starts it. If that fails, this version starts again, with
   * `hasFailed`. @throws if nothing was closed yet
   */
  install(): Promise<void>;
}
