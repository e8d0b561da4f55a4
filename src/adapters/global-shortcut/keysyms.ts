/** Keysyms of X11's keysymdef.h. The printable ones of Latin-1 are their characters' codes. */
const modifierKeysyms: ReadonlyMap<string, readonly number[]> = new Map([
  ['Shift', [0xffe1, 0xffe2]],
  ['Control', [0xffe3, 0xffe4]],
  ['CapsLock', [0xffe5]],
  ['Alt', [0xffe9, 0xffea]],
  ['Super', [0xffeb, 0xffec]],
  ['NumLock', [0xff7f]],
]);
const f1 = 0xffbe;

/** A keyboard, as an X server describes it. */
export interface Keyboard {
  /** The code of the first key. */
  readonly first: number;
  /** The keysyms of each key, from the first on: by itself, then with Shift, then of other layouts. */
  readonly keysyms: readonly (readonly number[])[];
  /** The codes of the keys of each of the eight modifiers. */
  readonly modifiers: readonly (readonly number[])[];
}

/** The code of a key as `contract/accelerator.ts` writes it (`L`, `1`, `Space`, `F9`); null if no key makes it. */
export function keyCodeOf(key: string, { first, keysyms }: Keyboard): number | null {
  const wanted = keysymOf(key);
  // A key that makes it by itself comes before one that needs Shift.
  const places = Math.max(0, ...keysyms.map(({ length }) => length));
  for (let place = 0; place < places; place += 1) {
    const at = keysyms.findIndex((of) => of[place] === wanted);
    if (at >= 0) return first + at;
  }
  return null;
}

/** The bit of a modifier in an event's state; `NumLock` and `CapsLock` are some too. 0: this keyboard has none. */
export function modifierBit(name: string, { first, keysyms, modifiers }: Keyboard): number {
  const wanted = modifierKeysyms.get(name) ?? [];
  const at = modifiers.findIndex((codes) =>
    codes.some((code) => keysyms[code - first]?.some((keysym) => wanted.includes(keysym))),
  );
  return at < 0 ? 0 : 1 << at;
}

function keysymOf(key: string): number {
  if (key === 'Space') return ' '.charCodeAt(0);
  if (key.length > 1) return f1 + Number(key.slice(1)) - 1;
  return key.toLowerCase().charCodeAt(0);
}
