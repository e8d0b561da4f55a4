import { EventPublisher } from '@orpc/server';
import { preferencesSchema, type Preferences as Values } from '../../contract/preferences.ts';
import { Failure } from '../failure.ts';
import type { Log, PreferenceStore } from '../ports.ts';

export interface Preferences extends PreferenceStore {
  /** Yields the settings now and after each change. */
  watch(signal?: AbortSignal): AsyncGenerator<Values>;
  /** Calls back after each change made in this process. Returns a function that stops it. */
  onChange(task: () => void): () => void;
  /** Changes some settings. Throws the failure PREFERENCES_WRITE_FAILED, which leaves them all unchanged. */
  change(values: { [Name in keyof Values]?: Values[Name] | undefined }): void;
}

/** The person's settings, which notify every window of changes. */
export function createPreferences({ store, log }: { store: PreferenceStore; log: Log }): Preferences {
  const changes = new EventPublisher<{ changed: Values }>({ maxBufferedEvents: 1 });
  const set = (values: Values) => {
    try {
      store.set(values);
    } catch (error) {
      log.error('preferences-write', { error: String(error) });
      throw new Failure('PREFERENCES_WRITE_FAILED');
    }
    changes.publish('changed', values);
  };
  return {
    get: () => store.get(),
    set,
    change: (values) => {
      const given = Object.entries(values).filter(([, value]) => value !== undefined);
      set(preferencesSchema.parse({ ...store.get(), ...Object.fromEntries(given) }));
    },
    onChange: (task) => changes.subscribe('changed', () => task()),
    async *watch(signal) {
      const changed = changes.subscribe('changed', { signal });
      yield store.get();
      yield* changed;
    },
  };
}
