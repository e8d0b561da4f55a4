import { accountOverview, isSamePlace, type AccountPlace, type Place } from './place.ts';

/** A place that the person went to, and what they left there when they went on. */
export interface Visit {
  readonly place: Place;
  /** What to restore when they come back; null until they go on. */
  readonly memory: Memory | null;
}

/** What a person leaves on a screen: what had the focus, and how far each part was scrolled, in pixels. */
export interface Memory {
  readonly focus: Mark | null;
  readonly scrolled: readonly number[];
}

/** A control as the person knows it. The element itself goes with its screen. */
export interface Mark {
  readonly selector: string;
  /** Null where the selector alone tells which it is. */
  readonly name: string | null;
  /** Among those of the same name, counted from 0. */
  readonly nth: number;
}

/** From the codes to where the person is; the first is always the list. */
export type Stack = readonly [Visit, ...Visit[]];

/** A stack with nothing but the list, and these pages of the account over it. */
export function stackOf(pages: readonly AccountPlace[] = []): Stack {
  return [visitOf({ at: 'list' }), ...pages.map(visitOf)];
}

/** Where the person is. */
export function topOf(stack: Stack): Visit {
  return stack.at(-1) ?? stack[0];
}

/**
 * Goes to a place: back to it if it is on the stack, else one step further in. The pages of the account have its
 * overview beneath them. `instead`: what is open of the same room closes.
 */
export function withPlace(stack: Stack, place: Place, instead = false): Stack {
  const [list, ...further] = stack;
  const rest = instead ? further.filter((visit) => !isOfRoom(visit, place.at)) : further;
  if (isSamePlace(list.place, place)) return [asked(list, place)];
  const at = rest.findIndex((visit) => isSamePlace(visit.place, place));
  const found = rest[at];
  if (found !== undefined) return [list, ...rest.slice(0, at), asked(found, place)];
  const hasOverview = rest.some((visit) => isSamePlace(visit.place, accountOverview));
  const beneath =
    place.at === 'account' && place.page !== 'overview' && !hasOverview ? [visitOf(accountOverview)] : [];
  return [list, ...rest, ...beneath, visitOf(place)];
}

/** One step back; the list stays. */
export function withoutTop(stack: Stack): Stack {
  const [list, ...further] = stack;
  return [list, ...further.slice(0, -1)];
}

/** The account's pages give way to this one, while what is open over them stays. */
export function withAccountAt(stack: Stack, place: AccountPlace): Stack {
  const [list, ...further] = stack;
  const first = further.findIndex((visit) => visit.place.at === 'account');
  if (first === -1) return stack;
  const pages = [accountOverview, ...(place.page === 'overview' ? [] : [place])];
  const after = further.slice(first).filter((visit) => visit.place.at !== 'account');
  return [list, ...further.slice(0, first), ...pages.map(visitOf), ...after];
}

/** Keeps what the person leaves on the screen of a place, for when they come back to it. */
export function withMemory(stack: Stack, left: Place, memory: Memory): Stack {
  const keeping = (visit: Visit) => (isSameScreen(visit.place, left) ? { ...visit, memory } : visit);
  const [list, ...further] = stack;
  return [keeping(list), ...further.map(keeping)];
}

/** Does the screen stay when the person goes from one to the other? The codes carry their entry and sheets. */
export function isSameScreen(one: Place, other: Place): boolean {
  return isOfCodes(one) ? isOfCodes(other) : isSamePlace(one, other);
}

/** Is it on the screen of the codes? */
export function isOfCodes({ at }: Place): boolean {
  return at === 'list' || at === 'entry' || at === 'add' || at === 'deleted';
}

function isOfRoom({ place }: Visit, at: Place['at']): boolean {
  return place.at === at && !isSamePlace(place, accountOverview);
}

/** The visit to a place as it is asked for now: with something to open there, it begins anew. */
function asked(visit: Visit, place: Place): Visit {
  return JSON.stringify(visit.place) === JSON.stringify(place) ? visit : visitOf(place);
}

function visitOf(place: Place): Visit {
  return { place, memory: null };
}
