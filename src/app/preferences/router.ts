import { preferencesContract } from '../../contract/preferences.ts';
import { serve } from '../serve.ts';
import type { Preferences } from './preferences.ts';

/** The settings' part of the window's router. */
export function preferencesRouter(preferences: Preferences) {
  return serve(preferencesContract, {
    watch: (_, signal) => preferences.watch(signal),
    set: (input) => preferences.change(input),
  });
}
