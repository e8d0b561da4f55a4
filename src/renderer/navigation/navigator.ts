import { useEffect } from 'react';
import { createStore, useStore } from '../connection/store.ts';
import { backSteps } from '../design/back-step.ts';
import { leaveWindow } from '../design/unsaved.tsx';
import { keep, recall } from '../preferences/kept.ts';
import { restoreMemory, takeMemory } from './memory.ts';
import { isAccountPlace, isSamePlace, type AccountPlace, type Place } from './place.ts';
import {
  isOfCodes,
  isSameScreen,
  stackOf,
  topOf,
  withAccountAt,
  withMemory,
  withoutTop,
  withPlace,
  type Memory,
  type Stack,
} from './stack.ts';

const kept = 'latchkey.account';

/** Where the person is, and how they came there. The account survives a reload of the window. */
const stack = createStore<Stack>(stackOf(keptPages()));
/** What was left on the screen that the person came back to; null: they are there for the first time. */
const returned = createStore<Memory | null>(null);
stack.subscribe(() => keep(kept, JSON.stringify(accountPages()), 'sessionStorage'));

/**
 * Goes to a place, which may be anywhere. Asks first if something filled in would be lost. `instead`: in place of
 * what is open of the same room.
 */
export function open(place: Place, { instead = false } = {}): void {
  const go = () => set(withPlace(stack.get(), place, instead));
  const from = topOf(stack.get()).place;
  // A sheet over the codes leaves them as they are; from page to page, the account keeps what it needs itself.
  const isOver = isOfCodes(from) && (place.at === 'add' || place.at === 'deleted');
  if (isOver || (from.at === 'account' && place.at === 'account')) go();
  else leaveWindow(go);
}

/** Goes one step back: inside the place if it has steps of its own, else to where the person came from. */
export function back(): void {
  const step = backSteps.get().at(-1);
  if (step !== undefined) step();
  else if (stack.get().length > 1) {
    if (topOf(stack.get()).place.at === 'account') done();
    else leaveWindow(done);
  }
}

/** Is there anything to go back from? */
export function canGoBack(): boolean {
  return backSteps.get().length > 0 || stack.get().length > 1;
}

/** Calls back whenever the person has gone somewhere. Returns a function that stops it. */
export const followStack = stack.subscribe;

/** What a place was for is done: goes back, or to another place in its stead, and asks nothing. */
export function done(next?: Place): void {
  const rest = withoutTop(stack.get());
  set(next === undefined ? rest : withPlace(rest, next));
}

/** Changes what is chosen or opens at a place on the stack. The person stays where they are. */
export function amend(place: Place): void {
  const [list, ...further] = stack.get();
  const amended = (visit: Stack[0]) => (isSamePlace(visit.place, place) ? { place, memory: null } : visit);
  stack.set([amended(list), ...further.map(amended)]);
}

/** The account's state has changed, and this page is the one for it, if the account is open at all. */
export function moveAccount(place: AccountPlace): void {
  set(withAccountAt(stack.get(), place));
}

/** Where the person is. `beneath`: where Back leads. `inCodes`: the place in the list, under any sheet. */
export function useNavigation(): { place: Place; beneath: Place; inCodes: Place } {
  const visits = useStore(stack);
  const isInList = ({ place: { at } }: Stack[0]) => at === 'list' || at === 'entry';
  return {
    place: topOf(visits).place,
    beneath: topOf(withoutTop(visits)).place,
    inCodes: (visits.findLast(isInList) ?? visits[0]).place,
  };
}

/** Returns the focus and the scroll position when the person comes back to a screen. */
export function useRestored(): void {
  const memory = useStore(returned);
  useEffect(() => (memory === null ? undefined : restoreMemory(memory)), [memory]);
}

/** Leaves everything that is behind the lock. The account's pages show nothing of the vault. */
export function closeWithVault(): void {
  returned.set(null);
  stack.set(stackOf(accountPages()));
}

function set(next: Stack): void {
  const left = topOf(stack.get()).place;
  const isLeft = !isSameScreen(left, topOf(next).place);
  returned.set(isLeft ? topOf(next).memory : null);
  // Taken down before React takes the screen away.
  stack.set(isLeft ? withMemory(next, left, takeMemory()) : next);
}

function accountPages(): AccountPlace[] {
  return stack.get().flatMap(({ place }) => (place.at === 'account' ? [place] : []));
}

function keptPages(): AccountPlace[] {
  try {
    const read: unknown = JSON.parse(recall(kept, 'sessionStorage') ?? '[]');
    return Array.isArray(read) && read.every(isAccountPlace) ? read : [];
  } catch {
    return [];
  }
}
