import { useEffect } from 'react';
import type { VaultState } from '../../contract/vault.ts';
import { createStore, useStore } from '../connection/store.ts';

/** The parts of the settings, in the order of their list. */
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

/** What a section begins with, where something else led to it. */
export type Begin = 'make' | 'check' | 'setUp' | 'restore';

interface Place {
  /** Null: the list of sections, where the window is narrow. */
  readonly section: Section | null;
  readonly begin: Begin | null;
}

const place = createStore<Place | null>(null);
const returns = createStore(false);

/** Where in the settings the person is; null: not in there. */
export function useSettingsPlace(): Place | null {
  return useStore(place);
}

/** Opens the settings, or goes to another part of them. */
export function openSettings(section: Section | null = null, begin: Begin | null = null): void {
  place.set({ section, begin });
}

/** Back to the codes. */
export function closeSettings(): void {
  if (place.get() === null) return;
  place.set(null);
  returns.set(true);
}

/** Whether the person comes from the settings, so that the focus goes where they were opened. Answers once. */
export function comesFromSettings(): boolean {
  const came = returns.get();
  returns.set(false);
  return came;
}

/** Closes the settings when the vault does; what they were about is behind the lock. */
export function useClosedSettings(state: VaultState['state'] | null): void {
  useEffect(() => {
    if (state === null || state === 'open' || state === 'opening') return;
    place.set(null);
    returns.set(false);
  }, [state]);
}
