import { useEffect } from 'react';
import type { VaultState } from '../../contract/vault.ts';
import { createStore, useStore } from '../connection/store.ts';

/** The sections of the settings, in the order of their list. */
export const sections = [
  'general',
  'security',
  'recovery',
  'backups',
  'history',
  'unreadable',
  'about',
] as const;
export type Section = (typeof sections)[number];

/** What a section starts with when opened from elsewhere. */
export type Begin = 'make' | 'check' | 'setUp' | 'restore';

interface Place {
  /** Null: the list of sections, in a narrow window. */
  readonly section: Section | null;
  readonly begin: Begin | null;
}

const place = createStore<Place | null>(null);
const returns = createStore(false);

/** The person's place in the settings; null: not in them. */
export function useSettingsPlace(): Place | null {
  return useStore(place);
}

/** Opens the settings, or goes to another section. */
export function openSettings(section: Section | null = null, begin: Begin | null = null): void {
  place.set({ section, begin });
}

/** Returns to the codes. */
export function closeSettings(): void {
  if (place.get() === null) return;
  place.set(null);
  returns.set(true);
}

/** Whether the person comes from the settings: the focus then returns to what opened them. Answers once. */
export function comesFromSettings(): boolean {
  const came = returns.get();
  returns.set(false);
  return came;
}

/** Closes the settings when the vault closes; their content is behind the lock. */
export function useClosedSettings(state: VaultState['state'] | null): void {
  useEffect(() => {
    if (state === null || state === 'open' || state === 'opening') return;
    place.set(null);
    returns.set(false);
  }, [state]);
}
