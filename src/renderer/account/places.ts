import type { AccountView, AccountState } from '../../contract/account-state.ts';
import { sentMethodKinds, type SentMethodKind } from '../../contract/vocabulary.ts';
import { createStore, useStore } from '../connection/store.ts';
import type { Live } from '../connection/live.ts';
import { keep, recall } from '../preferences/kept.ts';

/** Where the person is in the account, beyond what the account's own state says. */
export type Place =
  | { readonly at: (typeof plainPlaces)[number] }
  /** The choice of a method to set up; `replaces` is the one to be removed. */
  | { readonly at: 'choose'; readonly replaces?: string }
  | { readonly at: 'destination'; readonly kind: SentMethodKind; readonly replaces?: string };

const plainPlaces = [
  // The screen for the state: the welcome, a mail on its way, the set-up, the account page.
  'overview',
  ...(['server', 'signUp', 'signIn', 'paste', 'forgot', 'noAccess'] as const),
  ...(['secondMethod', 'allSet'] as const),
  ...(['password', 'address', 'profile', 'sessions', 'activity', 'delete'] as const),
] as const;

const account: Place = { at: 'overview' };

const kept = 'latchkey.account';

/** From the outermost inwards; empty: the codes are shown. Survives a reload of the window. */
const places = createStore<readonly Place[]>(keptPlaces());
places.subscribe(() => keep(kept, JSON.stringify(places.get()), 'sessionStorage'));

function keptPlaces(): readonly Place[] {
  try {
    const read: unknown = JSON.parse(recall(kept, 'sessionStorage') ?? '[]');
    return Array.isArray(read) && read.every(isPlace) ? read : [];
  } catch {
    return [];
  }
}

function isPlace(value: unknown): value is Place {
  if (typeof value !== 'object' || value === null || !('at' in value)) return false;
  const { at } = value;
  if (plainPlaces.some((name) => name === at)) return true;
  if ('replaces' in value && typeof value.replaces !== 'string') return false;
  const kind = 'kind' in value ? value.kind : null;
  return at === 'choose' || (at === 'destination' && sentMethodKinds.some((sent) => sent === kind));
}

/** The current place; null: the codes. */
export function usePlace(): Place | null {
  return useStore(places).at(-1) ?? null;
}

/** Is this the outermost place, from which Back leads to the codes? */
export function useIsOutermost(): boolean {
  return useStore(places).length <= 1;
}

/** Opens the account at the screen for its state. */
export function openAccount(): void {
  if (places.get().length === 0) places.set([account]);
}

/** Returns to the codes. */
export function closeAccount(): void {
  places.set([]);
}

/** Goes one step further in. */
export function go(...further: Place[]): void {
  const now = places.get();
  places.set([...(now.length === 0 ? [account] : now), ...further]);
}

/** Goes one step back; from the first one, to the codes. */
export function back(): void {
  places.set(places.get().slice(0, -1));
}

/** Goes to this place, with the overview behind it. */
export function goOnly(place: Place): void {
  places.set(place.at === 'overview' ? [account] : [account, place]);
}

/**
 * Keeps the place in step with the account: when the stage changes, the place changes to fit it at the same
 * moment, so that no screen appears in between. Returns a function that stops it.
 */
export function followStage(account: Live<AccountView>): () => void {
  let former: AccountState | null = account.get()?.account ?? null;
  return account.subscribe(() => {
    const next = account.get()?.account ?? null;
    const before = former;
    former = next;
    if (before === null || next === null || places.get().length === 0) return;
    const place = placeAfter(before, next);
    if (place !== null) goOnly(place);
  });
}

function placeAfter(before: AccountState, next: AccountState): Place | null {
  if (before.stage === next.stage) {
    const isSetUp =
      before.stage === 'signedIn' &&
      next.stage === 'signedIn' &&
      before.kind === 'enrolment' &&
      next.kind === 'full';
    return isSetUp ? { at: 'secondMethod' } : null;
  }
  if (next.stage === 'vaultClosed' || before.stage === 'vaultClosed') return null;
  if (next.stage !== 'signedOut') return account;
  // A step back, not an end: returns to the screen before.
  if (before.stage === 'secondFactor') return { at: 'signIn' };
  return before.stage === 'mailOnItsWay' ? { at: 'signUp' } : account;
}
